// The elements of marks: a button that is the label where there is one, with the symbol and a line to it; else the symbol.
import { element, onPress, svgElement } from "./elements.js";
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
  const box = labelBox(label ?? { dx: press[0], dy: press[1], width: 0, height: 0 });
  const symbol = element("span", { class: "mark-symbol" }, label?.leader && leader(label), markGlyph(point, label, zoom));
  const button = element(
    "button",
    {
      type: "button",
      class: classesOf(place, chosen),
      "data-key": place.id,
      "aria-label": place.derived ? WORDS.derivedName(place.name) : WORDS.markName(place.name, weight),
      "aria-pressed": String(place.id === chosen),
    },
    symbol,
    label && element("span", { class: "mark-label", dir: "auto", "aria-hidden": "true" }, labelLines(place).join("\n")),
  );
  const px = (value) => `${value.toFixed(1)}px`;
  Object.assign(button.style, { left: px(box.x), top: px(box.y), width: px(box.width), height: px(box.height) });
  Object.assign(symbol.style, { left: px(-box.x), top: px(-box.y) });
  onPress(button, () => onOpen(place.id));
  return button;
}

/** The mark of several places. */
export function clusterMark(cluster, onZoom) {
  const count = cluster.members.length;
  const button = element(
    "button",
    { type: "button", class: "mark mark-cluster", "aria-label": WORDS.clusterName(count) },
    element("span", { class: "mark-symbol" }, glyph("cluster", clusterSize(cluster), "")),
    element("span", { class: "cluster-count", "aria-hidden": "true" }, String(count)),
  );
  onPress(button, onZoom);
  return button;
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

/** The box of a label's button about its spot. */
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

/** A spot's glyph; an area has none, but where it is too small to be seen or has no label, a soft patch. */
function markGlyph({ place, weight }, label, zoom) {
  if (!place.areal) return glyph(place.glyph, Math.max(dotRadius(weight), place.approximate ? 6 : 0), "");
  const tiny = place.shape !== "name" && reachOf(place, zoom) < LEAST_AREA;
  return (tiny || !label) && glyph("patch", 4, "");
}

function leader(label) {
  const end = leaderEnd(label);
  const line = svgElement("line", { x1: 0, y1: 0, x2: end.x.toFixed(1), y2: end.y.toFixed(1) });
  return svgElement("svg", { class: "leader", width: 1, height: 1, "aria-hidden": "true" }, line);
}
