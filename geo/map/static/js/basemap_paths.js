// The basemap's lines as canvas paths on Web Mercator's plane, the world 256 wide: made once, drawn at any zoom.
import { SEAM } from "./basemap_decode.js";
import { crossings, edgesAround, joinedRings } from "./basemap_geometry.js";

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

/** The topology's lines on the plane, for `buildPaths`: `{arcs, claims, waters}`, an arc with its `kind`. */
export function projectedTopology(topology) {
  const arcs = topology.arcs.filter(Boolean).map((arc) => ({ ...arc, line: projected(arc.line), kind: kindOfArc(arc, topology.units) }));
  return { arcs, claims: topology.claims.map(projected), waters: topology.waters.map((lines) => lines.map(projected)) };
}

/**
 * Paths for one level of detail: `{land, coast, country, region, disputed, rivers, lakes, islands}`, each a list of
 * `{path, box, lines}`.
 * `tolerance` (on the plane) thins the lines; 0 keeps all.
 */
export function buildPaths({ arcs, claims, waters }, tolerance) {
  const drawn = ({ line, fine }) => (fine && tolerance === 0 ? rounded(rounded(line)) : thinned(line, tolerance));
  const plane = arcs.map((arc) => ({ ...arc, line: drawn(arc) }));
  const lines = { coast: [], country: [], region: [], disputed: claims.map((line) => thinned(line, tolerance)) };
  for (const { kind, line } of plane) if (kind) lines[kind].push(line);
  const rings = joinedRings(edgesAround(plane, (unit) => unit > SEAM)).filter((ring) => ring.length > 6 && (tolerance === 0 || spans(ring, tolerance)));
  const [rivers, lakes, islands] = waters.map((list) => list.map((line) => drawn({ line, fine: true })).filter((line) => tolerance === 0 || spans(line, tolerance)));
  return {
    rivers: gathered(rivers.map(alone), false),
    lakes: gathered(lakes.map(alone), true),
    islands: gathered(islands.map(alone), true),
    land: gathered(withHoles(rings), true),
    coast: gathered(lines.coast.filter((line) => tolerance === 0 || line.length > 4 || spans(line, tolerance)).map(alone), false),
    country: gathered(lines.country.map(alone), false),
    region: gathered(lines.region.map(alone), false),
    disputed: gathered(lines.disputed.map(alone), false),
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

/** Chaikin's corner cutting, ends fixed: detail is drawn as curves, for its points are a kilometre or two apart. */
export function rounded(line) {
  const last = line.length - 2;
  if (last < 4) return line;
  const out = new Float64Array(2 * last);
  out.set(line.subarray(0, 2));
  let at = 2;
  for (let i = 0; i < last; i += 2) {
    for (const share of i === 0 ? [0.75] : i === last - 2 ? [0.25] : [0.25, 0.75]) {
      out[at++] = line[i] + share * (line[i + 2] - line[i]);
      out[at++] = line[i + 1] + share * (line[i + 3] - line[i + 1]);
    }
  }
  out.set(line.subarray(last), at);
  return out;
}

/** Douglas and Peucker's points, ends fixed. Written for speed: it runs over the whole world before the first map. */
export function thinned(line, tolerance) {
  const last = line.length / 2 - 1;
  if (tolerance === 0 || last < 2) return line;
  const keep = new Uint8Array(last + 1);
  keep[0] = keep[last] = 1;
  const closed = line[0] === line[2 * last] && line[1] === line[2 * last + 1];
  const middle = last >> 1;
  const open = closed ? [0, middle, middle, last] : [0, last];
  if (closed) keep[middle] = 1;
  let kept = closed ? 3 : 2;
  while (open.length) {
    const b = open.pop();
    const a = open.pop();
    const far = farthest(line, a, b, tolerance);
    if (far < 0) continue;
    keep[far] = 1;
    kept++;
    open.push(a, far, far, b);
  }
  const out = new Float64Array(2 * kept);
  let at = 0;
  for (let i = 0; i <= last; i++) {
    if (!keep[i]) continue;
    out[at++] = line[2 * i];
    out[at++] = line[2 * i + 1];
  }
  return out;
}

/** The point farthest from the chord between points a and b, or -1 if none is farther than `tolerance`. */
function farthest(line, a, b, tolerance) {
  const x = line[2 * a];
  const y = line[2 * a + 1];
  const dx = line[2 * b] - x;
  const dy = line[2 * b + 1] - y;
  const square = dx * dx + dy * dy;
  let index = -1;
  let most = tolerance * tolerance;
  for (let i = a + 1; i < b; i++) {
    const px = line[2 * i] - x;
    const py = line[2 * i + 1] - y;
    let t = square > 0 ? (px * dx + py * dy) / square : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    const ex = px - t * dx;
    const ey = py - t * dy;
    const away = ex * ex + ey * ey;
    if (away > most) {
      most = away;
      index = i;
    }
  }
  return index;
}

function boxOfLine(line) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    const x = line[i];
    const y = line[i + 1];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return [west, north, east, south];
}

function spans(line, tolerance) {
  const [x1, y1, x2, y2] = boxOfLine(line);
  return x2 - x1 + y2 - y1 > 2 * tolerance;
}

function alone(line) {
  return [line];
}

/** Each outer ring with the holes in it: they must be filled in one path. */
function withHoles(rings) {
  // The plane's y runs down, so that outer rings, counter-clockwise on the globe, have a negative area here.
  const groups = rings.filter((ring) => signedArea(ring) <= 0).map((ring) => ({ ring, box: boxOfLine(ring), holes: [] }));
  for (const hole of rings.filter((ring) => signedArea(ring) > 0)) {
    const around = groups.filter(({ ring, box }) => inBox(hole, box) && crossings(ring, hole[0], hole[1]) % 2);
    const size = ({ box }) => (box[2] - box[0]) * (box[3] - box[1]);
    around.sort((a, b) => size(a) - size(b))[0]?.holes.push(hole);
  }
  return groups.map(({ ring, holes }) => [ring, ...holes]);
}

function signedArea(ring) {
  let area = 0;
  for (let i = 2; i < ring.length; i += 2) area += ring[i - 2] * ring[i + 1] - ring[i] * ring[i - 1];
  return area / 2;
}

function inBox([x, y], box) {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

/** Groups of lines gathered by the cell of the plane they lie in, so that what is off screen is skipped; large ones alone. */
function gathered(groups, closed) {
  const cells = new Map();
  for (const lines of groups) {
    const box = boxOfLine(lines[0]);
    const wide = box[2] - box[0] > CELL || box[3] - box[1] > CELL;
    const name = wide ? lines : Math.floor(box[0] / CELL) * 100 + Math.floor(box[1] / CELL);
    if (!cells.has(name)) cells.set(name, { path: new Path2D(), box: [Infinity, Infinity, -Infinity, -Infinity], lines: [] });
    const cell = cells.get(name);
    for (const line of lines) trace(cell.path, line, closed);
    cell.lines.push(...lines);
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
