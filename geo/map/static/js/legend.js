// The legend: only the marks that are on this map.
import { element, refill } from "./elements.js";
import { glyph } from "./glyphs.js";
import { hasRoom } from "./panels.js";
import { WORDS } from "./words.js";

const ORDER = ["town", "airport", "base", "port", "site", "outline", "footprint", "approximate", "derived", "filed", "cluster"];
const MANY = 24; // spots: of fewer hardly any will ever share a mark

/** Fills the legend. */
export function fillLegend(box, model) {
  const present = new Set([...model.places, ...model.derived].flatMap(legendKeys));
  if (model.places.filter((place) => !place.areal).length >= MANY) present.add("cluster");
  const items = ORDER.filter((key) => present.has(key)).map((key) =>
    element("li", {}, legendGlyph(key), element("span", {}, WORDS.legendItems[key])),
  );
  refill(box, element("details", { open: hasRoom() }, element("summary", {}, WORDS.legend), element("ul", {}, items)));
}

function legendKeys(place) {
  const keys = [];
  if (!place.areal) keys.push(place.glyph);
  else if (place.shape !== "name") keys.push(place.shape);
  if (place.filedOnly) keys.push("filed");
  if (place.approximate) keys.push("approximate");
  return keys;
}

function legendGlyph(key) {
  if (key === "filed") return glyph("town", 5, "is-filed");
  if (key === "approximate") return glyph("town", 5, "is-approximate");
  return glyph(key, 5.5, "");
}
