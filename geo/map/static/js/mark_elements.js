// The elements of marks: a button that is the label where there is one, with the symbol and a line to it; else the symbol.
import { element, onPress, pressButton, svgElement } from "./elements.js";
import { glyph } from "./glyphs.js";
import { LEAST_TARGET } from "./press_boxes.js";
import { leaderEnd } from "./placing.js";
import { dotRadius } from "./symbols.js";
import { linesOf } from "./text.js";
import { WORDS } from "./words.js";

export const LINE_HEIGHT = 15;
const LINE_LENGTH = 17;
const LONGEST_LABEL = 44;
const LEAST_AREA = 3.5; // pixels: below, an area's own shape is too small to be seen
const KM_A_PIXEL = 156.543; // at zoom 0, on the equator

/**
 * The button of a place's mark, about the spot of its anchor. Symbols of near places may cover one another, but labels
 * never do: so the button is the label's box, and the symbol its child. Without a label it is a square with its middle at
 * an offset of `press` from the spot.
 */
export function placeMark(point, label, press, { chosen }, zoom, onOpen) {
  const { place, weight } = point;
  const box = label ? labelBox(label) : pressBox(press);
  const button = pressButton(
    classesOf(place, chosen),
    { "data-key": place.id, "aria-label": markName(place, weight), "aria-pressed": String(place.id === chosen) },
    symbolAt(box, label?.leader && leaderLine(label), markGlyph(point, label, zoom)),
    label && element("span", { class: "mark-label", dir: "auto", "aria-hidden": "true" }, labelLines(place).join("\n")),
  );
  layAt(button, box);
  onPress(button, () => onOpen(place.id));
  return button;
}

/** The mark of several places, pressed where `press` says, if it does. */
export function clusterMark(cluster, press, onZoom) {
  const count = cluster.members.length;
  const box = clusterBox(cluster, press);
  const button = pressButton("mark mark-cluster", { "aria-label": WORDS.clusterName(count) },
    symbolAt(box, glyph("cluster", clusterSize(cluster), ""), element("span", { class: "cluster-count", "aria-hidden": "true" }, WORDS.clusterCount(count))));
  layAt(button, box);
  onPress(button, onZoom);
  return button;
}

/** A symbol on the spot that its button's box is about. */
function symbolAt(box, ...parts) {
  const symbol = element("span", { class: "mark-symbol" }, parts);
  Object.assign(symbol.style, { left: px(-box.x), top: px(-box.y) });
  return symbol;
}

/** Lays a button at its box, from a corner on. */
export function layAt(button, box, x = 0, y = 0) {
  Object.assign(button.style, { left: px(x + box.x), top: px(y + box.y), width: px(box.width), height: px(box.height) });
}

function px(value) {
  return `${value.toFixed(1)}px`;
}

/** The box of a cluster's button, about its spot: as large as it looks, unless it is pressed beside it. */
export function clusterBox(cluster, press = null) {
  return press ? pressBox(press) : labelBox({ dx: 0, dy: 0, width: 2 * clusterSize(cluster), height: 2 * clusterSize(cluster) });
}

/** The radius of a cluster's mark in pixels. */
export function clusterSize(cluster) {
  return Math.min(17, 8 + 1.4 * Math.log2(cluster.members.length));
}

/** A label's lines. */
export function labelLines(place) {
  return linesOf(place.name, LINE_LENGTH, LONGEST_LABEL);
}

/** How many pixels an area extends about its spot. */
export function reachOf(place, zoom) {
  return (place.radius_km * 2 ** zoom) / (KM_A_PIXEL * Math.cos((place.lat * Math.PI) / 180));
}

/** The radius of a spot's symbol in pixels, its rim included. */
export function radiusOf({ place, weight }) {
  return place.shape === "town" ? dotRadius(weight) + 1 : 8;
}

/** What a mark's button is called. */
export function markName(place, mentions) {
  return place.derived ? WORDS.derivedName(place.name) : WORDS.markName(place.name, mentions);
}

/** A spot's symbol, `{kind, radius}`; an area has none, but where it is too small to be seen or has no label, a soft patch. */
export function symbolOf({ place, weight }, label, zoom) {
  if (!place.areal) return { kind: place.glyph, radius: Math.max(dotRadius(weight), place.approximate ? 6 : 0) };
  const tiny = place.shape !== "name" && reachOf(place, zoom) < LEAST_AREA;
  return tiny || !label ? { kind: "patch", radius: 4 } : null;
}

/** The box of a mark's button without a label, its middle so far from the mark's spot. */
export function pressBox([dx, dy] = [0, 0]) {
  return labelBox({ dx, dy, width: 0, height: 0 });
}

/** The box of a mark's button that has a label, about the mark's spot. */
export function labelBox({ dx, dy, width, height }) {
  const [wide, high] = [Math.max(LEAST_TARGET, width), Math.max(LEAST_TARGET, height)];
  return { x: dx - wide / 2, y: dy - high / 2, width: wide, height: high };
}

function classesOf(place, chosen) {
  const classes = [
    "mark",
    `mark-${place.shape}`,
    place.filedOnly ? "is-filed" : "",
    place.approximate ? "is-approximate" : "",
    place.id === chosen ? "is-chosen" : "",
  ];
  return classes.filter(Boolean).join(" ");
}

function markGlyph(point, label, zoom) {
  const symbol = symbolOf(point, label, zoom);
  return symbol && glyph(symbol.kind, symbol.radius, "");
}

/** The line from a mark's spot to its label. */
export function leaderLine(label) {
  const end = leaderEnd(label);
  const line = svgElement("line", { x1: 0, y1: 0, x2: end.x.toFixed(1), y2: end.y.toFixed(1) });
  return svgElement("svg", { class: "leader", width: 1, height: 1, "aria-hidden": "true" }, line);
}
