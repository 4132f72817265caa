// Outlines out of the basemap's arcs.
import { SEAM } from "./basemap_decode.js";

/**
 * The outline of edges (`outlineEdges`) as closed rings of [latitude, longitude], outer rings
 * counter-clockwise and holes clockwise; [] where the basemap has none. No ring crosses the antimeridian, but what lies
 * beyond it is moved by 360°, so that an outline is as narrow as it can be (Chukotka's end is at 190° East).
 */
export function outlineOf(edges) {
  return joinedRings(edges).map(latLngs);
}

/** The same as a GeoJSON geometry that Leaflet's canvas fills by the even-odd rule; null where there is none. */
export function outlineGeometry(edges) {
  const rings = outlineOf(edges);
  if (!rings.length) return null;
  return { type: "Polygon", coordinates: rings.map((ring) => ring.map(([lat, lng]) => [lng, lat])) };
}

/** The edges of a country (ISO code) or region (place id), `{line, from, to, fine, seam}`; `seam` ones are cuts at the antimeridian, not to be drawn. */
export function outlineEdges(topology, key) {
  const units = topology.keys.get(key);
  return units ? gatheredAround(edgesAround(topology.arcs, (unit) => units.has(unit))) : [];
}

/** Edges on both sides of the antimeridian brought together: the world is cut at their widest gap instead. */
function gatheredAround(edges) {
  const spans = edges.map((edge) => ({ edge, west: lngs(edge.line).reduce(least), east: lngs(edge.line).reduce(most) }));
  spans.sort((a, b) => a.west - b.west);
  let [reach, gap, cut] = [-Infinity, 0, null];
  for (const { west, east } of spans) {
    if (west - reach > gap && reach > -Infinity) [gap, cut] = [west - reach, west];
    reach = Math.max(reach, east);
  }
  if (cut === null || gap <= 360 - (reach - spans[0].west)) return edges;
  const isWest = ({ west }) => west < cut;
  const size = (list) => list.reduce((sum, { edge }) => sum + edge.line.length, 0);
  const moveWest = size(spans.filter(isWest)) < size(spans.filter((span) => !isWest(span)));
  return spans.map((span) => (isWest(span) === moveWest ? { ...span.edge, line: moved(span.edge.line, moveWest ? 360 : -360) } : span.edge));
}

function lngs(line) {
  return line.filter((_, i) => i % 2 === 0);
}

function least(a, b) {
  return Math.min(a, b);
}

function most(a, b) {
  return Math.max(a, b);
}

function moved(line, degrees) {
  return line.map((value, i) => (i % 2 ? value : value + degrees));
}

/** The arcs with just one side inside, directed so that the inside is on their left. */
export function edgesAround(arcs, isInside) {
  const edges = [];
  for (const arc of arcs) {
    if (!arc || isInside(arc.left) === isInside(arc.right)) continue;
    const forward = isInside(arc.left);
    edges.push({
      line: forward ? arc.line : reversed(arc.line),
      from: forward ? arc.from : arc.to,
      to: forward ? arc.to : arc.from,
      fine: arc.fine,
      seam: arc.right === SEAM,
    });
  }
  return edges;
}

/** Closed rings (flat arrays of longitudes and latitudes) of edges joined end to start; what does not close is left out. */
export function joinedRings(edges) {
  const leaving = new Map();
  for (const edge of edges) {
    if (!leaving.has(edge.from)) leaving.set(edge.from, []);
    leaving.get(edge.from).push(edge);
  }
  const rings = [];
  const used = new Set();
  for (const first of edges) {
    if (used.has(first)) continue;
    const chain = [first];
    used.add(first);
    while (!meets(chain.at(-1), first)) {
      const following = nearestStart(leaving.get(chain.at(-1).to), chain.at(-1).line, used);
      if (!following) break;
      used.add(following);
      chain.push(following);
    }
    if (chain.at(-1).to === first.from) {
      const ring = joinedLine(chain);
      if (ring.length >= 8) rings.push(ring);
    }
  }
  return rings;
}

/** Whether one edge ends where another starts: detail to the point, else by the coarse grid's node. */
function meets(edge, next) {
  if (edge.to !== next.from) return false;
  return !edge.fine || !next.fine || (edge.line.at(-2) === next.line[0] && edge.line.at(-1) === next.line[1]);
}

/** Several borders may meet in one coarse node: go on along the one that starts nearest. */
function nearestStart(candidates, line, used) {
  let best = null;
  let least = Infinity;
  for (const edge of candidates ?? []) {
    if (used.has(edge)) continue;
    const away = Math.hypot(edge.line[0] - line.at(-2), edge.line[1] - line.at(-1));
    if (away < least) [best, least] = [edge, away];
  }
  return best;
}

function joinedLine(chain) {
  const points = new Float64Array(chain.reduce((sum, { line }) => sum + line.length, 2));
  let end = 0;
  for (const { line } of chain) {
    const repeats = end > 0 && points[end - 2] === line[0] && points[end - 1] === line[1];
    points.set(repeats ? line.subarray(2) : line, end);
    end += line.length - (repeats ? 2 : 0);
  }
  if (points[0] !== points[end - 2] || points[1] !== points[end - 1]) {
    points.set(points.subarray(0, 2), end);
    end += 2;
  }
  return points.subarray(0, end);
}

function reversed(line) {
  const turned = new Float64Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    turned[i] = line[line.length - 2 - i];
    turned[i + 1] = line[line.length - 1 - i];
  }
  return turned;
}

function latLngs(ring) {
  return Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i + 1], ring[2 * i]]);
}

/** How often a ray from the point eastwards crosses the line. */
export function crossings(line, x, y) {
  let count = 0;
  for (let i = 2; i < line.length; i += 2) {
    const [x1, y1, x2, y2] = [line[i - 2], line[i - 1], line[i], line[i + 1]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) count++;
  }
  return count;
}
