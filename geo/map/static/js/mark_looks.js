// How the marks look where no style sheet reaches: on canvas and in SVG. The style sheet says the same of elements.

/**
 * A spot's symbol, `{fill, stroke, width, dash, hollow}`; hollow, with its rim on it and not under it, for what is approximate,
 * derived, or only filed from.
 */
export function symbolLook(place, { accent, filed, paperHalo }) {
  const hollow = (stroke, width, dash) => ({ fill: paperHalo, stroke, width, dash, hollow: true });
  if (place.derived) return hollow(filed, 2, [3, 2]);
  if (place.approximate) return hollow(place.filedOnly ? filed : accent, 2, [2.6, 2.1]);
  if (place.filedOnly) return hollow(filed, 2.5, []);
  return { fill: accent, stroke: paperHalo, width: 1.5, dash: [], hollow: false };
}

/** A label's colour, and whether it is slanted. */
export function labelLook(place, { areaInk, filed, ink }) {
  return { ink: place.areal ? areaInk : place.filedOnly || place.derived ? filed : ink, slanted: place.shape === "name" || Boolean(place.derived) };
}

/** An area's fill and edge, as Leaflet's options have them. */
export function areaLook(place, chosen, { areaFill, filed }) {
  const country = place.feature_code.startsWith("PCL");
  const soft = place.shape !== "outline";
  const derived = place.shape === "derived";
  const color = derived ? filed : areaFill;
  return {
    stroke: !soft || chosen || place.approximate || derived,
    color,
    weight: chosen ? 2 : country ? 0.8 : 1.2,
    opacity: chosen ? 1 : 0.75,
    dashArray: derived ? "7 4" : place.approximate ? "3 4" : null,
    fillColor: color,
    fillOpacity: (country ? 0.07 : soft ? 0.14 : 0.2) + (chosen ? 0.1 : 0),
  };
}
