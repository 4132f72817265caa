// The basemap as the page uses it: outlines of countries and regions, and the layer under the marks.
import { decodeBasemap } from "./basemap_decode.js";
import { outlineEdges, outlineGeometry } from "./basemap_geometry.js";
import { createBasemapLayer } from "./basemap_layer.js";

const SAME_SPOT = 0.12; // degrees
const SAME_COUNTRY = 2.5;

/**
 * Reads the embedded basemap; an empty one (a map with tiles) knows no outline and draws nothing.
 * `hasOutline(key)`, `outline(key)` → `{area, edge}` (GeoJSON geometries) or null, `layer(leaflet, options)`.
 */
export async function openGeography(base64) {
  // Browsers from before 2023 can't unpack it: they get the marks, with circles for areas, on an empty sea.
  const readable = base64.trim() && typeof DecompressionStream === "function";
  if (!readable) return { hasOutline: () => false, outline: () => null };
  const topology = await decodeBasemap(base64);
  return {
    hasOutline: (key) => topology.keys.has(key),
    outline: (key) => {
      const area = outlineGeometry(topology, key);
      return area && { area, edge: edgeOf(topology, key) };
    },
    layer: (leaflet, { places, ...options }) =>
      createBasemapLayer(leaflet, { ...topology, labels: unmarkedLabels(topology.labels, places) }, options),
  };
}

/** The basemap's labels without those of places that have a mark: one name, one label. */
export function unmarkedLabels(labels, places) {
  const spots = places.filter((place) => !place.areal);
  const areas = places.filter((place) => place.areal);
  const isSpot = ([, lat, lon]) => spots.some((p) => near(p, lat, lon, SAME_SPOT));
  const isArea = ([name, lat, lon]) => areas.some((p) => name === p.name || (p.country_code && p.feature_code.startsWith("PCL") && near(p, lat, lon, SAME_COUNTRY)));
  const unmarked = (list, marked) => list.filter((label) => !marked(label));
  return {
    countries: unmarked(labels.countries, isArea),
    areas: unmarked(labels.areas, isArea),
    seas: unmarked(labels.seas, isArea),
    cities: unmarked(labels.cities, isSpot),
    towns: unmarked(labels.towns, isSpot),
  };
}

function near(place, lat, lon, degrees) {
  return Math.abs(place.lat - lat) < degrees && Math.abs(place.lon - lon) * Math.cos((lat * Math.PI) / 180) < degrees;
}

/** The outline's lines without the cut at the antimeridian. */
function edgeOf(topology, key) {
  const edges = outlineEdges(topology, key).filter((edge) => !edge.seam);
  return { type: "MultiLineString", coordinates: edges.map((edge) => pairs(edge.line)) };
}

function pairs(flat) {
  const points = [];
  for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
  return points;
}
