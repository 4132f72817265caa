// While "Why here?" is open, the places that came second stand on the map as hollow dots with their distances.
import { element, pressButton } from "./elements.js";
import { glyph } from "./glyphs.js";
import { leaderLine } from "./mark_elements.js";
import { placeMarkLabels } from "./placing.js";
import { WORDS } from "./words.js";

const GHOST_RADIUS = 6;

/**
 * Draws ghosts on a map; `update(place, others)` with none takes them away; with `onChoose(other)` they can be pressed; `fit`
 * shows all. `avoid()` gives the boxes that their labels keep clear of.
 */
export function createGhosts(leaflet, map, avoid) {
  map.createPane("ghosts").style.zIndex = 590;
  const group = leaflet.layerGroup().addTo(map);
  let labels = [];
  let laid = new Map();
  const layLabels = () => {
    const { min } = map.getPixelBounds();
    const items = labels.map(({ label, other }, id) => {
      const { x, y } = map.project([other.lat, other.lon]).subtract(min);
      return { id, x, y, radius: GHOST_RADIUS, width: label.offsetWidth, height: label.offsetHeight, must: true };
    });
    const placed = placeMarkLabels(items, map.getSize(), avoid());
    labels.forEach(({ label, ghost }, id) => {
      const at = placed.get(id);
      ghost.querySelector(".leader")?.remove();
      label.hidden = !at;
      if (!at) return;
      Object.assign(label.style, { left: `${at.dx - at.width / 2}px`, top: `${at.dy - at.height / 2}px` });
      if (at.leader) ghost.prepend(leaderLine(at));
    });
    laid = placed;
  };
  map.on("zoomend resize", () => {
    for (const { label } of labels) label.hidden = false;
    layLabels();
  });
  return {
    /** What the labels cover, as boxes [left, top, right, bottom] in pixels of the map's container. */
    boxes() {
      return [...laid].map(([id, { dx, dy, width, height }]) => {
        const { x, y } = map.latLngToContainerPoint([labels[id].other.lat, labels[id].other.lon]);
        return [x + dx - width / 2, y + dy - height / 2, x + dx + width / 2, y + dy + height / 2];
      });
    },
    update(place, others, onChoose = null) {
      group.clearLayers();
      map.getPane("ghosts").style.zIndex = onChoose ? 650 : 590;
      labels = others.map((other) => {
        const name = [other.name, other.km ? WORDS.kilometres(other.km) : ""].filter(Boolean).join(", ");
        const label = element("span", { class: "ghost-label" }, name);
        const parts = [glyph("ghost", GHOST_RADIUS, ""), label];
        // By keyboard they are chosen from the form's list.
        const ghost = onChoose
          ? pressButton("ghost", { "aria-label": name, tabindex: "-1", onclick: () => onChoose(other) }, parts)
          : element("span", { class: "ghost", "aria-hidden": "true" }, parts);
        const icon = leaflet.divIcon({ html: ghost, className: "mark-anchor", iconSize: [0, 0] });
        group.addLayer(leaflet.marker([other.lat, other.lon], { icon, pane: "ghosts", interactive: false, keyboard: false }));
        if (place) group.addLayer(leaflet.polyline([[place.lat, place.lon], [other.lat, other.lon]], { className: "ghost-line", interactive: false, weight: 1, dashArray: "2 5" }));
        return { label, ghost, other };
      });
      layLabels();
    },
    fit(place, others) {
      const spots = [place, ...others].map(({ lat, lon }) => [lat, lon]);
      map.fitBounds(leaflet.latLngBounds(spots).pad(0.25), { maxZoom: 8, animate: false });
    },
  };
}
