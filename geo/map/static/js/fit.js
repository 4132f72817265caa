// Where the map opens: on the places the articles are about, not on all the world because one says "Europe".

const WEIGHTS = { town: 1, site: 1, footprint: 0.8, outline: 0.6, name: 0 };
const COUNTRY = 0.12;
const STRAY_SHARE = 0.06;
const STRAY_GAIN = 0.6;
const KM_A_DEGREE = 111.2;
const THEATRE_GAP = 10; // degrees: boxes nearer than this to one another are one theatre

/** How much a place pulls the opening view: mentions as a scene, times how exactly it is known. */
export function weightOf(place) {
  let mentions = 0;
  for (const m of place.mentions) if (m.kind !== "demonym") mentions += m.dateline ? 0.25 : m.usage === "associative" ? 0.4 : 1;
  const precise = place.shape === "outline" && isCountry(place) ? COUNTRY : (WEIGHTS[place.shape] ?? 1);
  const focus = place.focus ? 1.5 : 1;
  return precise * focus * Math.min(mentions, 6);
}

/**
 * The box `[[south, west], [north, east]]` to open on, or null without places. Countries count only where nothing
 * finer is named; a place that alone widens the box much, and is little talked of, is left outside, unless `all` are asked for.
 */
export function openingBox(places, boxOf, all = false) {
  const weighed = places.map((place) => ({ place, weight: weightOf(place) }));
  let chosen = weighed.filter(({ place, weight }) => weight > 0 && !isCountry(place));
  if (!chosen.length) chosen = weighed.filter(({ weight }) => weight > 0);
  if (!chosen.length) chosen = weighed.slice(0, 1);
  let boxes = chosen.map(({ place, weight }) => ({ box: boxOf(place), weight }));
  while (!all) {
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
  const edges = edgesOf(boxes);
  const whole = sizeOf(edges.whole);
  let best = null;
  const weighed = (group, rest) => {
    if (group.length === boxes.length || weigh(group) > STRAY_SHARE * total) return;
    const size = sizeOf(rest());
    if (size < STRAY_GAIN * whole && (!best || size < best.size)) best = { group, size };
  };
  // Without a box that touches no edge the view is as wide as before.
  for (const box of boxes) if (edges.touches(box)) weighed([box], () => edges.without(box));
  for (const group of theatresOf(boxes)) weighed(group, () => unionOf(boxes.filter((b) => !group.includes(b)).map((b) => b.box)));
  return best && best.group;
}

/** The union of boxes, and what it is without one of them, from the two outermost of each side. */
function edgesOf(boxes) {
  const sides = [(b) => b.box[0][0], (b) => b.box[0][1], (b) => -b.box[1][0], (b) => -b.box[1][1]].map((edge) => {
    let [first, second] = [null, null];
    for (const box of boxes) {
      if (!first || edge(box) < edge(first)) [first, second] = [box, first];
      else if (!second || edge(box) < edge(second)) second = box;
    }
    return { edge, first, second };
  });
  const union = (box) => {
    const [south, west, north, east] = sides.map(({ edge, first, second }) => edge(first === box ? second : first));
    return [[south, west], [-north, -east]];
  };
  return { whole: union(null), without: union, touches: (box) => sides.some(({ first }) => first === box) };
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
