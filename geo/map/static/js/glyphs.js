// The symbols of marks, drawn as SVG about (0, 0) and coloured by the style sheet.
import { svgElement } from "./elements.js";

export const GLYPH_PATHS = {
  airport: "M0-7.2C.9-7.2 1.3-6 1.3-4.6V-2L7 1.6V3.2L1.3 1.4V4.6L3 5.9V7.2L0 6.4-3 7.2V5.9L-1.3 4.6V1.4L-7 3.2V1.6L-1.3-2V-4.6C-1.3-6-.9-7.2 0-7.2Z",
  base: "M0-6.6 1.9-2.2 6.6-1.8 3 1.3 4.1 6 0 3.5-4.1 6-3 1.3-6.6-1.8-1.9-2.2Z",
  port: "M0-7A2 2 0 0 1 .8-3.2V-1.8H3.4V-.2H.8V5C2.6 4.7 4 3.4 4.4 1.8L3 2.6 3.6-.2 6.6 1.6 5.8 2C5.2 4.8 2.9 6.8 0 6.8-2.9 6.8-5.2 4.8-5.8 2L-6.6 1.6-3.6-.2-3 2.6-4.4 1.8C-4 3.4-2.6 4.7-.8 5V-.2H-3.4V-1.8H-.8V-3.2A2 2 0 0 1 0-7Z",
  derived: "M0-6.5 6.5 0 0 6.5-6.5 0Z",
  site: "M-4.5-4.5H4.5V4.5H-4.5Z",
};

/** The glyph of a place's mark in an `svg` of its own; `radius` is a dot's, in pixels. */
export function glyph(kind, radius, classes) {
  const half = kind in GLYPH_PATHS ? 9 : radius + 2;
  const shape = kind in GLYPH_PATHS ? svgElement("path", { d: GLYPH_PATHS[kind] }) : svgElement("circle", { r: radius });
  return svgElement(
    "svg",
    {
      class: `glyph glyph-${kind} ${classes}`.trim(),
      width: 2 * half,
      height: 2 * half,
      viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
      "aria-hidden": "true",
    },
    shape,
  );
}

/** The glyph of a place in a list or on its card: areas as a patch, spots as on the map. */
export function placeGlyph(place) {
  const classes = `${place.filedOnly ? "is-filed" : ""} ${place.approximate ? "is-approximate" : ""}`;
  if (place.areal) return glyph("patch", 6, classes);
  return glyph(place.glyph, 5.5, classes);
}
