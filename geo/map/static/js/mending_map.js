// Choosing a spot on the map while the form is open: a press anywhere, and a ring where the name would go.
import { element } from "./elements.js";

/** `enable(on)` lets presses choose; `show({lat, lon, name} or null)` draws the ring and brings it into view. */
export function createPicking(leaflet, map, onPoint) {
  const container = map.getContainer();
  const group = leaflet.layerGroup().addTo(map);
  let [on, from] = [false, null];
  container.addEventListener("pointerdown", (event) => {
    from = [event.clientX, event.clientY];
  }, true);
  // Before Leaflet hears of it: a country's outline is under the spot as often as not.
  container.addEventListener("click", (event) => {
    if (!on || event.target.closest("button, a, input, label, .leaflet-control")) return;
    event.stopPropagation();
    if (from && Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 6) return;
    const { lat, lng } = map.mouseEventToLatLng(event).wrap();
    onPoint({ lat: Number(lat.toFixed(5)), lon: Number(lng.toFixed(5)) });
  }, true);
  return {
    enable(is) {
      on = is;
      container.classList.toggle("is-picking", is);
    },
    show(target) {
      group.clearLayers();
      if (!target) return;
      const icon = leaflet.divIcon({ html: element("span", { class: "draft", "aria-hidden": "true" }), className: "mark-anchor", iconSize: [0, 0] });
      group.addLayer(leaflet.marker([target.lat, target.lon], { icon, pane: "ghosts", interactive: false, keyboard: false }));
      if (!map.getBounds().pad(-0.08).contains([target.lat, target.lon])) map.setView([target.lat, target.lon], map.getZoom(), { animate: false });
    },
  };
}
