// The map itself: view, controls, opening box, and going to a place.
import { circleBox, openingBox } from "./fit.js";
import { zoomByWheel } from "./wheel_zoom.js";
import { WORDS } from "./words.js";

const MAX_ZOOM = 10;
const OPENING_ZOOM = 7;
const TOWN_ZOOM = 6;
const LEGEND_RIM = 12; // pixels
const LEAST_SPREAD_KM = 25;

/** Makes the Leaflet map, with its scale and attribution but no view yet. */
export function createMap(leaflet, container, tiles) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = leaflet.map(container, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.25,
    wheelPxPerZoomLevel: 110,
    minZoom: 1,
    maxZoom: tiles ? 18 : MAX_ZOOM,
    maxBounds: [[-85, -540], [85, 540]],
    worldCopyJump: true,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  zoomByWheel(leaflet, map);
  leaflet.control.zoom({ position: "topright" }).addTo(map);
  leaflet.control.attribution({ prefix: false, position: "bottomright" }).addAttribution(WORDS.attribution).addTo(map);
  leaflet.control.scale({ imperial: false, maxWidth: 110, position: "bottomright" }).addTo(map);
  if (tiles) leaflet.tileLayer(tiles, { maxZoom: 18, className: "tiles" }).addTo(map);
  return map;
}

/** Opens the map on the places that matter, or on `all` that are no mere countries, beside the legend if it would cover one of them. */
export function openOn(map, places, outlineBox, legend, all = false) {
  const box = openingBox(places, (place) => boxOf(place, outlineBox), all);
  if (!box) return map.setView([25, 15], 2, { animate: false });
  const fit = (more) => map.fitBounds(box, { ...paddings(map), ...more, maxZoom: OPENING_ZOOM, animate: false });
  fit({});
  const [frame, { right, top }] = [map.getContainer(), legend].map((node) => node.getBoundingClientRect());
  const isCovered = (place) => {
    const { x, y } = map.latLngToContainerPoint([place.lat, place.lon]);
    return !place.areal && x > 0 && x < right - frame.left && y > top - frame.top && y < frame.height;
  };
  const wide = right - frame.left + 2 * LEGEND_RIM;
  if (places.some(isCovered) && wide < frame.width / 2) fit({ paddingTopLeft: [wide, paddings(map).paddingTopLeft[1]] });
  return map;
}

/** Brings a place into view: an area whole, a spot near enough to tell it from its neighbours, at a zoom of `least` at least. */
export function goTo(map, place, outlineBox, least = 0) {
  const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (place.areal) {
    return map.fitBounds(boxOf(place, outlineBox), { ...paddings(map), maxZoom: OPENING_ZOOM, animate });
  }
  return map.setView([place.lat, place.lon], Math.max(map.getZoom(), TOWN_ZOOM, least), { animate });
}

function boxOf(place, outlineBox) {
  const drawn = place.shape === "outline" ? outlineBox(place.outline) : null;
  return drawn ?? circleBox(place.lat, place.lon, Math.max(LEAST_SPREAD_KM, place.radius_km ?? 0));
}

/** Room for labels at the edges. */
function paddings(map) {
  const { x, y } = map.getSize();
  return { paddingTopLeft: [Math.min(90, x / 8), Math.min(50, y / 8)], paddingBottomRight: [Math.min(110, x / 7), Math.min(60, y / 5)] };
}
