// The basemap's lines as canvas paths on Web Mercator's plane, the world 256 wide: made once, drawn at any zoom.
import { SEAM } from "./basemap_decode.js";
import { edgesAround, joinedRings } from "./basemap_geometry.js";

export const WORLD = 256;
const CELL = WORLD / 16;
const EDGE_LATITUDE = 85.0511287798;

/** Longitude to the plane. */
export function planeX(lng) {
  return (lng / 360 + 0.5) * WORLD;
}

/** Latitude to the plane; the poles are at its edges. */
export function planeY(lat) {
  const sine = Math.sin((Math.max(-EDGE_LATITUDE, Math.min(EDGE_LATITUDE, lat)) * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD;
}

/**
 * Paths for one level of detail: `{land, coast, country, region, disputed}`, each a list of `{path, box}`.
 * `tolerance` (on the plane) thins the lines; 0 keeps all.
 */
export function buildPaths(topology, tolerance) {
  const plane = topology.arcs.map((arc) => arc && { ...arc, line: thinned(projected(arc.line), tolerance) });
  const lines = { coast: [], country: [], region: [], disputed: topology.claims.map((line) => thinned(projected(line), tolerance)) };
  for (const arc of plane) {
    const kind = arc && kindOfArc(arc, topology.units);
    if (kind) lines[kind].push(arc.line);
  }
  const rings = joinedRings(edgesAround(plane, (unit) => unit > SEAM)).filter((ring) => ring.length > 6 && (tolerance === 0 || spans(ring, tolerance)));
  return {
    land: gathered(rings, true),
    coast: gathered(lines.coast.filter((line) => tolerance === 0 || line.length > 4 || spans(line, tolerance)), false),
    country: gathered(lines.country, false),
    region: gathered(lines.region, false),
    disputed: gathered(lines.disputed, false),
  };
}

/** What an arc is drawn as: "coast", "country", "region", "disputed", or null for nothing. */
export function kindOfArc(arc, units) {
  if (arc.right === SEAM) return null;
  if (arc.right < SEAM) return "coast";
  if (arc.dashed) return "disputed";
  const [one, other] = [units[arc.left], units[arc.right]];
  if (one.country !== other.country) return "country";
  return one.region === other.region ? null : "region";
}

function projected(line) {
  const out = new Float64Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    out[i] = planeX(line[i]);
    out[i + 1] = planeY(line[i + 1]);
  }
  return out;
}

/** Douglas and Peucker's points, ends fixed. */
export function thinned(line, tolerance) {
  const last = line.length / 2 - 1;
  if (tolerance === 0 || last < 2) return line;
  const keep = new Uint8Array(last + 1);
  keep[0] = keep[last] = 1;
  const closed = line[0] === line[2 * last] && line[1] === line[2 * last + 1];
  const open = closed ? [[0, last >> 1], [last >> 1, last]] : [[0, last]];
  if (closed) keep[last >> 1] = 1;
  while (open.length) {
    const [a, b] = open.pop();
    const far = farthest(line, a, b);
    if (far.away <= tolerance) continue;
    keep[far.index] = 1;
    open.push([a, far.index], [far.index, b]);
  }
  const out = [];
  for (let i = 0; i <= last; i++) if (keep[i]) out.push(line[2 * i], line[2 * i + 1]);
  return Float64Array.from(out);
}

function farthest(line, a, b) {
  const [x, y] = [line[2 * a], line[2 * a + 1]];
  const [dx, dy] = [line[2 * b] - x, line[2 * b + 1] - y];
  const square = dx * dx + dy * dy;
  let [index, away] = [a, 0];
  for (let i = a + 1; i < b; i++) {
    const [px, py] = [line[2 * i] - x, line[2 * i + 1] - y];
    const t = square ? Math.max(0, Math.min(1, (px * dx + py * dy) / square)) : 0;
    const d = Math.hypot(px - t * dx, py - t * dy);
    if (d > away) [index, away] = [i, d];
  }
  return { index, away };
}

function boxOfLine(line) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    box[0] = Math.min(box[0], line[i]);
    box[1] = Math.min(box[1], line[i + 1]);
    box[2] = Math.max(box[2], line[i]);
    box[3] = Math.max(box[3], line[i + 1]);
  }
  return box;
}

function spans(line, tolerance) {
  const [x1, y1, x2, y2] = boxOfLine(line);
  return x2 - x1 + y2 - y1 > 2 * tolerance;
}

/** Lines gathered by the cell of the plane they lie in, so that what is off screen is skipped; large ones alone. */
function gathered(lines, closed) {
  const cells = new Map();
  for (const line of lines) {
    const box = boxOfLine(line);
    const wide = box[2] - box[0] > CELL || box[3] - box[1] > CELL;
    const name = wide ? line : Math.floor(box[0] / CELL) * 100 + Math.floor(box[1] / CELL);
    if (!cells.has(name)) cells.set(name, { path: new Path2D(), box: [Infinity, Infinity, -Infinity, -Infinity] });
    const cell = cells.get(name);
    trace(cell.path, line, closed);
    for (const i of [0, 1]) cell.box[i] = Math.min(cell.box[i], box[i]);
    for (const i of [2, 3]) cell.box[i] = Math.max(cell.box[i], box[i]);
  }
  return [...cells.values()];
}

function trace(path, line, closed) {
  path.moveTo(line[0], line[1]);
  for (let i = 2; i < line.length; i += 2) path.lineTo(line[i], line[i + 1]);
  if (closed) path.closePath();
}
