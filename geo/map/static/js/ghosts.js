// While "Why here?" is open, the places that came second stand on the map as hollow dots with their distances.
import { element } from "./elements.js";
import { glyph } from "./glyphs.js";
import { WORDS } from "./words.js";

/** Draws ghosts on a map; `update(place, others)` with none takes them away; with `onChoose(other)` they can be pressed; `fit` shows all. */
export function createGhosts(leaflet, map) {
  map.createPane("ghosts").style.zIndex = 590;
  const group = leaflet.layerGroup().addTo(map);
  return {
    update(place, others, onChoose = null) {
      group.clearLayers();
      map.getPane("ghosts").style.zIndex = onChoose ? 650 : 590;
      for (const other of others) {
        const label = [other.name, other.km ? WORDS.kilometres(other.km) : ""].filter(Boolean).join(", ");
        // By keyboard they are chosen from the form's list.
        const html = element(onChoose ? "button" : "span", { class: "ghost", "aria-hidden": onChoose ? null : "true", type: onChoose && "button", tabindex: onChoose && "-1", onclick: onChoose && (() => onChoose(other)) },
          glyph("ghost", 6, ""), element("span", { class: "ghost-label" }, label));
        const icon = leaflet.divIcon({ html, className: "mark-anchor", iconSize: [0, 0] });
        group.addLayer(leaflet.marker([other.lat, other.lon], { icon, pane: "ghosts", interactive: false, keyboard: false }));
        if (place) group.addLayer(leaflet.polyline([[place.lat, place.lon], [other.lat, other.lon]], { className: "ghost-line", interactive: false, weight: 1, dashArray: "2 5" }));
      }
    },
    fit(place, others) {
      const spots = [place, ...others].map(({ lat, lon }) => [lat, lon]);
      map.fitBounds(leaflet.latLngBounds(spots).pad(0.25), { maxZoom: 8, animate: false });
    },
  };
}
