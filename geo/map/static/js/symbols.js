// Which mark stands for a place: a mark never claims more precision than the place has.

const AIRPORTS = new Set(["AIRP", "AIRF", "AIRH", "AIRQ"]);
const BASES = new Set(["AIRB", "MILB", "INSM", "NVB"]);
const PORTS = new Set(["PRT", "HBR", "PIER", "DCK", "DCKY", "ANCH", "MAR"]);
const WIDEST_FOOTPRINT_KM = 700;

/** The glyph of a site: airport, base, port or any other. */
export function glyphOf(featureCode) {
  if (AIRPORTS.has(featureCode)) return "airport";
  if (BASES.has(featureCode)) return "base";
  if (PORTS.has(featureCode)) return "port";
  return "site";
}

/**
 * The shape of a place's mark: "outline", "footprint", "name" (a label alone, for seas and continents too wide for
 * a circle to mean anything), "site" or "town".
 */
export function shapeOf(properties, hasOutline) {
  if (properties.precision === "area") {
    if (hasOutline) return "outline";
    return properties.radius_km > WIDEST_FOOTPRINT_KM ? "name" : "footprint";
  }
  const site = properties.precision === "site" || properties.feature_class === "S";
  return site ? "site" : "town";
}

/** The radius of a town's dot in pixels: its area grows with the mentions. */
export function dotRadius(mentions) {
  return Math.min(14, 4 + 1.6 * Math.sqrt(Math.max(0, mentions - 1)));
}

/** Whether a mark stands for an area, with its name on it, and not for a spot. */
export function isAreal(shape) {
  return shape === "outline" || shape === "footprint" || shape === "name";
}
