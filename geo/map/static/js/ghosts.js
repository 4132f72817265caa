// While "Why here?" is open, the places that came second stand on the map as hollow dots with their distances.
import { element } from "./elements.js";
import { glyph } from "./glyphs.js";
import { WORDS } from "./words.js";

/** Draws ghosts on a map; `update(place, others)` with none takes them away; `fit(place, others)` shows them all. */
export function createGhosts(leaflet, map) {
  map.createPane("ghosts").style.zIndex = 590;
  const group = leaflet.layerGroup().addTo(map);
  return {
    update(place, others) {
      group.clearLayers();
      if (!place) return;
      for (const other of others) {
        const label = [other.name, other.km === null ? "" : WORDS.kilometres(other.km)].filter(Boolean).join(", ");
        const html = element("span", { class: "ghost", "aria-hidden": "true" }, glyph("ghost", 6, ""), element("span", { class: "ghost-label" }, label));
        const icon = leaflet.divIcon({ html, className: "mark-anchor", iconSize: [0, 0] });
        group.addLayer(leaflet.marker([other.lat, other.lon], { icon, pane: "ghosts", interactive: false, keyboard: false }));
        group.addLayer(leaflet.polyline([[place.lat, place.lon], [other.lat, other.lon]], { className: "ghost-line", interactive: false, weight: 1, dashArray: "2 5" }));
      }
    },
    fit(place, others) {
      const spots = [place, ...others].map(({ lat, lon }) => [lat, lon]);
      map.fitBounds(leaflet.latLngBounds(spots).pad(0.25), { maxZoom: 8, animate: false });
    },
  };
}
