// Where the map opens: on the places the articles are about, not on all the world because one says "Europe".

const WEIGHTS = { town: 1, site: 1, footprint: 0.8, outline: 0.6, name: 0 };
const COUNTRY = 0.12;
const STRAY_SHARE = 0.06;
const STRAY_GAIN = 0.6;
const KM_A_DEGREE = 111.2;

/** How much a place pulls the opening view: mentions as a scene, times how exactly it is known. */
export function weightOf(place) {
  const scenes = place.mentions.filter((m) => m.kind !== "demonym");
  const mentions = scenes.reduce((sum, m) => sum + (m.dateline ? 0.25 : m.usage === "associative" ? 0.4 : 1), 0);
  const precise = place.shape === "outline" && isCountry(place) ? COUNTRY : (WEIGHTS[place.shape] ?? 1);
  return precise * Math.min(mentions, 6);
}

/**
 * The box `[[south, west], [north, east]]` to open on, or null without places. Countries count only where nothing
 * finer is named; a place that alone widens the box much, and is little talked of, is left outside.
 */
export function openingBox(places, boxOf) {
  let chosen = places.filter((p) => weightOf(p) > 0 && !isCountry(p));
  if (!chosen.length) chosen = places.filter((p) => weightOf(p) > 0);
  if (!chosen.length) chosen = places.slice(0, 1);
  let boxes = chosen.map((place) => ({ box: boxOf(place), weight: weightOf(place) }));
  for (;;) {
    const stray = strayOf(boxes);
    if (!stray) break;
    boxes = boxes.filter((b) => b !== stray);
  }
  return boxes.length ? unionOf(boxes.map((b) => b.box)) : null;
}

/** The box of a circle of some kilometres about a spot. */
export function circleBox(lat, lon, km) {
  const high = km / KM_A_DEGREE;
  const wide = high / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
  return [[lat - high, lon - wide], [lat + high, lon + wide]];
}

function isCountry(place) {
  return place.feature_code.startsWith("PCL") || place.feature_code === "CONT" || place.feature_code === "OCN";
}

function strayOf(boxes) {
  if (boxes.length < 4) return null;
  const total = boxes.reduce((sum, b) => sum + b.weight, 0);
  const whole = sizeOf(unionOf(boxes.map((b) => b.box)));
  let best = null;
  for (const box of boxes) {
    if (box.weight > STRAY_SHARE * total) continue;
    const size = sizeOf(unionOf(boxes.filter((b) => b !== box).map((b) => b.box)));
    if (size < STRAY_GAIN * whole && (!best || size < best.size)) best = { box, size };
  }
  return best && best.box;
}

function unionOf(boxes) {
  return boxes.reduce(([[s, w], [n, e]], [[s2, w2], [n2, e2]]) => [
    [Math.min(s, s2), Math.min(w, w2)],
    [Math.max(n, n2), Math.max(e, e2)],
  ]);
}

function sizeOf([[south, west], [north, east]]) {
  return Math.max(0.5, east - west) * Math.max(0.5, north - south);
}
