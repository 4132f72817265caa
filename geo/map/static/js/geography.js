// The basemap as the page uses it: outlines of countries and regions, and the layer under the marks.
import { decodeBasemap } from "./basemap_decode.js";
import { outlineEdges, outlineGeometry } from "./basemap_geometry.js";
import { createBasemapLayer } from "./basemap_layer.js";
import { rounded } from "./basemap_paths.js";

const SAME_SPOT = 0.04; // degrees: the same town, however it is spelt
const SAME_COUNTRY = 2.5;

/**
 * Reads the embedded basemap; an empty one (a map with tiles) knows no outline and draws nothing.
 * `hasOutline(key)`, `outline(key)` → `{area, edge}` (GeoJSON geometries) or null, `layer(leaflet, options)`; for drawing
 * it elsewhere `topology` and `labels(places)`, those of unmarked places; `towns()`, all that it names.
 */
export async function openGeography(basemap) {
  // Browsers from before 2023 can't unpack it: they get the marks, with circles for areas, on an empty sea.
  const readable = basemap.trim() && typeof DecompressionStream === "function";
  if (!readable) return { hasOutline: () => false, outline: () => null };
  const topology = await decodeBasemap(basemap);
  return {
    hasOutline: (key) => topology.keys.has(key),
    outline: (key) => {
      // As the basemap draws them: its detail as curves.
      const edges = outlineEdges(topology, key).map((edge) => (edge.fine ? { ...edge, line: rounded(rounded(edge.line)) } : edge));
      const area = outlineGeometry(edges);
      return area && { area, edge: edgeOf(edges) };
    },
    topology,
    towns: () => [...topology.labels.cities, ...topology.labels.towns],
    labels: (places) => unmarkedLabels(topology.labels, places),
    layer: (leaflet, { places, ...options }) =>
      createBasemapLayer(leaflet, { ...topology, labels: unmarkedLabels(topology.labels, places) }, options),
  };
}

/** The basemap's labels without those of places that have a mark: one name, one label. */
export function unmarkedLabels(labels, places) {
  const spots = cellsOf(places.filter((place) => !place.areal), SAME_SPOT);
  const areas = places.filter((place) => place.areal);
  const named = new Set(areas.map((place) => place.name));
  const countries = areas.filter((place) => place.country_code && place.feature_code.startsWith("PCL"));
  const isSpot = ([, lat, lon]) => spots(lat, lon);
  const isArea = ([name, lat, lon]) => named.has(name) || countries.some((place) => near(place, lat, lon, SAME_COUNTRY));
  const unmarked = (list, marked) => list.filter((label) => !marked(label));
  return {
    countries: unmarked(labels.countries, isArea),
    areas: unmarked(labels.areas, isArea),
    seas: unmarked(labels.seas, isArea),
    cities: unmarked(labels.cities, isSpot),
    towns: unmarked(labels.towns, isSpot),
    waters: unmarked(labels.waters, ([name]) => places.some((place) => place.name === name)),
  };
}

/** A test for whether some place is near a spot, quick for thousands of both: places are kept by bands of latitude. */
function cellsOf(places, degrees) {
  const bands = new Map();
  for (const place of places) {
    const band = Math.floor(place.lat / degrees);
    if (!bands.has(band)) bands.set(band, []);
    bands.get(band).push(place);
  }
  return (lat, lon) => {
    const band = Math.floor(lat / degrees);
    return [band - 1, band, band + 1].some((b) => bands.get(b)?.some((place) => near(place, lat, lon, degrees)));
  };
}

function near(place, lat, lon, degrees) {
  return Math.abs(place.lat - lat) < degrees && Math.abs(place.lon - lon) * Math.cos((lat * Math.PI) / 180) < degrees;
}

/** The outline's lines without the cut at the antimeridian. */
function edgeOf(edges) {
  return { type: "MultiLineString", coordinates: edges.filter((edge) => !edge.seam).map((edge) => pairs(edge.line)) };
}

function pairs(flat) {
  const points = [];
  for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
  return points;
}
