// Layers added in Python through folium, drawn from data.
import { element } from "./elements.js";
import { safeHref } from "./text.js";

/** Adds all layers of `data.overlays` to the map, with a layer control or a view where one was asked for. */
export function addOverlays(leaflet, map, overlays) {
  const named = {};
  for (const overlay of overlays) {
    if (overlay.type === "control") leaflet.control.layers(null, named, overlay.options).addTo(map);
    else if (overlay.type === "fit") map.fitBounds(overlay.bounds, { ...overlay.options, animate: false });
    else {
      const layer = makeOverlay(leaflet, overlay);
      if (overlay.show !== false) layer.addTo(map);
      if (overlay.front) map.on("overlayadd", () => map.hasLayer(layer) && layer.bringToFront?.());
      if (overlay.name && overlay.control !== false) named[textOnly(overlay.name)] = layer;
    }
  }
}

const MAKERS = {
  polyline: (leaflet, o) => leaflet.polyline(o.at, o.options),
  polygon: (leaflet, o) => leaflet.polygon(o.at, o.options),
  rectangle: (leaflet, o) => leaflet.rectangle(o.at, o.options),
  circle: (leaflet, o) => leaflet.circle(o.at, o.options),
  circlemarker: (leaflet, o) => leaflet.circleMarker(o.at, o.options),
  marker: (leaflet, o) => leaflet.marker(o.at, { ...o.options, icon: pinIcon(leaflet) }),
  group: (leaflet, o) => leaflet.featureGroup(o.children.map((child) => makeOverlay(leaflet, child)), o.options),
  geojson: (leaflet, o) => makeGeojson(leaflet, o),
};

function makeOverlay(leaflet, overlay) {
  const layer = MAKERS[overlay.type](leaflet, overlay);
  bindNotes(layer, overlay);
  return layer;
}

function makeGeojson(leaflet, overlay) {
  const styles = overlay.styles ?? null;
  const numbers = new Map(overlay.data.features.map((feature, i) => [feature, i]));
  const layer = leaflet.geoJSON(overlay.data, {
    ...overlay.options,
    style: (feature) => styles?.[numbers.get(feature)] ?? feature.properties?.style ?? {},
    pointToLayer: (feature, at) => {
      const style = styles?.[numbers.get(feature)] ?? {};
      return makeOverlay(leaflet, { type: "marker", ...overlay.marker, at, options: { ...overlay.marker?.options, ...style } });
    },
    onEachFeature: (feature, part) => {
      const number = numbers.get(feature);
      bindNotes(part, { popup: overlay.popups?.[number], tooltip: overlay.tooltips?.[number] });
      const lit = overlay.highlights?.[number];
      if (lit && part.setStyle) part.on({ mouseover: () => part.setStyle(lit), mouseout: () => layer.resetStyle(part) });
    },
  });
  return layer;
}

function bindNotes(layer, { popup, tooltip }) {
  if (popup) layer.bindPopup(() => element("div", { class: "overlay-note" }, popup.content.map(noteNode)), popup.options);
  if (tooltip) layer.bindTooltip(() => element("div", {}, tooltip.content.map(noteNode)), tooltip.options);
}

/** A node of simple markup: text, or `[name, children, href]` with names that Python has let through. */
export function noteNode(node) {
  if (typeof node === "string") return node;
  const [name, children, href] = node;
  const link = name === "a" ? { href: safeHref(href), rel: "noreferrer noopener", target: "_blank" } : {};
  return element(name, link, children.map(noteNode));
}

function pinIcon(leaflet) {
  return leaflet.divIcon({ className: "overlay-pin", iconSize: [14, 14] });
}

/** Leaflet's layer control takes names as markup, so what is special in it is spelt out. */
function textOnly(text) {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
