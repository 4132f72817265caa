// The legend: only the marks that are on this map, and the switch for demonyms.
import { element, refill } from "./elements.js";
import { glyph } from "./glyphs.js";
import { WORDS } from "./words.js";

const ORDER = ["town", "airport", "base", "port", "site", "outline", "footprint", "approximate", "filed"];

/** Fills the legend; `onDemonyms(on)` is called by its check box, which is there if any demonym is. */
export function fillLegend(box, model, demonyms, onDemonyms) {
  const present = new Set(model.places.flatMap(legendKeys));
  const items = ORDER.filter((key) => present.has(key)).map((key) =>
    element("li", {}, legendGlyph(key), element("span", {}, WORDS.legendItems[key])),
  );
  const count = model.places.reduce((sum, place) => sum + place.mentions.length - place.named, 0);
  const checkbox = element("input", { type: "checkbox", checked: demonyms });
  checkbox.addEventListener("change", () => onDemonyms(checkbox.checked));
  refill(
    box,
    element("details", { open: matchMedia("(min-width: 46rem)").matches },
      element("summary", {}, WORDS.legend),
      element("ul", {}, items),
      count > 0 && element("label", { class: "demonyms" }, checkbox, element("span", {}, WORDS.demonyms(count)))),
  );
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
