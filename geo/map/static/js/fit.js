// Where the map opens: on the places the articles are about, not on all the world because one says "Europe".

const WEIGHTS = { town: 1, site: 1, footprint: 0.8, outline: 0.6, name: 0 };
const COUNTRY = 0.12;
const STRAY_SHARE = 0.06;
const STRAY_GAIN = 0.6;
const KM_A_DEGREE = 111.2;
const THEATRE_GAP = 10; // degrees: boxes nearer than this to one another are one theatre

/** How much a place pulls the opening view: mentions as a scene, times how exactly it is known. */
export function weightOf(place) {
  const scenes = place.mentions.filter((m) => m.kind !== "demonym");
  const mentions = scenes.reduce((sum, m) => sum + (m.dateline ? 0.25 : m.usage === "associative" ? 0.4 : 1), 0);
  const precise = place.shape === "outline" && isCountry(place) ? COUNTRY : (WEIGHTS[place.shape] ?? 1);
  const focus = place.focus ? 1.5 : 1;
  return precise * focus * Math.min(mentions, 6);
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
    boxes = boxes.filter((b) => !stray.includes(b));
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

/** The boxes, one or a theatre of them, that alone widen the view much and are little talked of; null without any. */
function strayOf(boxes) {
  if (boxes.length < 4) return null;
  const total = weigh(boxes);
  const whole = sizeOf(unionOf(boxes.map((b) => b.box)));
  let best = null;
  for (const group of [...boxes.map((box) => [box]), ...theatresOf(boxes)]) {
    if (group.length === boxes.length || weigh(group) > STRAY_SHARE * total) continue;
    const size = sizeOf(unionOf(boxes.filter((b) => !group.includes(b)).map((b) => b.box)));
    if (size < STRAY_GAIN * whole && (!best || size < best.size)) best = { group, size };
  }
  return best && best.group;
}

function weigh(boxes) {
  return boxes.reduce((sum, b) => sum + b.weight, 0);
}

/** Groups of boxes whose middles are near; on large maps only single boxes are weighed. */
function theatresOf(boxes) {
  if (boxes.length > 300) return [];
  const left = new Set(boxes);
  const groups = [];
  for (const seed of boxes) {
    if (!left.delete(seed)) continue;
    const group = [seed];
    for (const member of group) {
      for (const other of left) {
        if (!areNear(member.box, other.box)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function areNear([[s, w], [n, e]], [[s2, w2], [n2, e2]]) {
  return Math.abs(s + n - s2 - n2) / 2 < THEATRE_GAP && Math.abs(w + e - w2 - e2) / 2 < THEATRE_GAP;
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
