// Layers of the map's maker: shapes from files, and a scanned map, each with a switch in the legend.
import { element } from "./elements.js";
import { noteNode } from "./overlays.js";
import { hasRoom } from "./panels.js";
import { WORDS } from "./words.js";

const OWN_DASHES = ["", "9 4", "2 4", "10 3 2 3", "16 6"]; // as in the style sheet: looks are told apart by more than colour
const LOOKS = OWN_DASHES.length;
const REACHABLE = 60; // shapes of a layer that can each be reached by keyboard

/**
 * Puts layers and scan on the map, and their switches into `box`. The answer tells, for drawing them elsewhere, which are
 * switched on: `shapes()` → `[{data, name, colour, dashes}]`, `scan()` → `{uri, name, opacity, x, y, width, height}` or null.
 */
export function addOwnLayers(leaflet, map, box, { layers = [], image = null }) {
  const made = layers.map((data, i) => layerRow(leaflet, map, data, i % LOOKS));
  const scan = image && imageRow(leaflet, map, image);
  if (made.length || scan) addSwitches(box, [...made, scan].filter(Boolean).map(({ row }) => row));
  return {
    shapes: () => made.filter(({ layer }) => map.hasLayer(layer)).map(({ data, look }) => ({ data, name: data.name, ...lookOf(look) })),
    scan: () => (scan && map.hasLayer(scan.layer) ? { uri: image.uri, name: image.name, opacity: scan.layer.options.opacity, ...boxOnMap(map, image.bounds) } : null),
  };
}

function addSwitches(box, rows) {
  box.append(element("details", { class: "own-layers", open: hasRoom() }, element("summary", {}, WORDS.layers), element("ul", {}, rows)));
}

/** Fills the page's intro from its nodes of simple markup. */
export function fillIntro(box, nodes) {
  if (!nodes?.length) return;
  box.replaceChildren(element("details", { open: hasRoom() }, element("summary", {}, WORDS.intro), element("div", { class: "intro-text", dir: "auto" }, nodes.map(noteNode))));
  box.hidden = false;
}

function layerRow(leaflet, map, data, look) {
  const pane = ownPane(map, "own-layers", 360);
  const renderer = leaflet.svg({ pane, padding: 0.4 });
  const style = { renderer, pane, className: `own-shape own-${look}` };
  const reachable = data.features.length <= REACHABLE;
  const layer = leaflet.geoJSON(data, {
    style: (feature) => ({ ...style, fill: /Polygon/.test(feature.geometry.type) }),
    pointToLayer: (_, at) => leaflet.circleMarker(at, { ...style, radius: 5, className: `${style.className} own-point` }),
    onEachFeature: (feature, part) => {
      part.bindPopup(() => popupOf(data.name, feature.properties), { maxWidth: 320, autoPanPadding: [20, 20] });
      if (reachable) part.on("add", () => makeReachable(part, data.name, feature.properties));
    },
  });
  layer.addTo(map);
  const box = element("input", { type: "checkbox", checked: true, onchange: () => (box.checked ? layer.addTo(map) : layer.remove()) });
  const swatch = element("span", { class: `own-swatch own-${look}`, "aria-hidden": "true" });
  return { data, look, layer, row: element("li", {}, element("label", { class: "check" }, box, swatch, element("bdi", {}, data.name))) };
}

function imageRow(leaflet, map, image) {
  const [west, south, east, north] = image.bounds;
  const pane = ownPane(map, "scan", 200);
  const layer = leaflet.imageOverlay(image.uri, [[south, west], [north, east]], { pane, alt: image.name, opacity: 0.7, className: "scan" }).addTo(map);
  const slider = element("input", {
    type: "range", min: 0, max: 100, value: 70, step: 5, "aria-label": WORDS.opacityOf(image.name),
    oninput: () => layer.setOpacity(Number(slider.value) / 100),
  });
  const box = element("input", { type: "checkbox", checked: true, onchange: () => (box.checked ? layer.addTo(map) : layer.remove()) });
  return { layer, row: element("li", { class: "scan-row" }, element("label", { class: "check" }, box, element("bdi", {}, image.name)), slider) };
}

/** A look's colour and dashes, as the style sheet has them. */
function lookOf(look) {
  const style = getComputedStyle(document.documentElement);
  return { colour: style.getPropertyValue(`--own-${look}`).trim(), dashes: OWN_DASHES[look] };
}

function boxOnMap(map, [west, south, east, north]) {
  const [from, to] = [map.latLngToContainerPoint([north, west]), map.latLngToContainerPoint([south, east])];
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
}

function popupOf(name, properties) {
  const rows = Object.entries(properties).map(([field, value]) =>
    element("tr", {}, element("th", { scope: "row", dir: "auto" }, field), element("td", { dir: "auto" }, value)));
  return element("div", { class: "overlay-note", role: "group", "aria-label": name }, element("p", { class: "own-name", dir: "auto" }, name),
    rows.length ? element("table", {}, element("tbody", {}, rows)) : null);
}

/** Lets a shape be reached and opened by keyboard. */
function makeReachable(part, name, properties) {
  const node = part.getElement?.();
  if (!node) return;
  const first = Object.values(properties)[0];
  node.setAttribute("tabindex", "0");
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", first ? `${name}: ${first}` : name);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    part.openPopup();
  });
}

function ownPane(map, name, z) {
  if (!map.getPane(name)) map.createPane(name).style.zIndex = z;
  return name;
}
