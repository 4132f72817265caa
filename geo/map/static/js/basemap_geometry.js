// Outlines out of the basemap's arcs.

/**
 * The outline of a country (ISO code) or region (place id) as closed rings of [latitude, longitude], outer rings
 * counter-clockwise and holes clockwise; [] where the basemap has none. Rings end at the antimeridian.
 */
export function outlineOf(topology, key) {
  const units = topology.keys.get(key);
  if (!units) return [];
  return joinedRings(edgesAround(topology.arcs, (unit) => units.has(unit))).map(latLngs);
}

/** The same as a GeoJSON geometry that Leaflet's canvas fills by the even-odd rule; null where there is none. */
export function outlineGeometry(topology, key) {
  const rings = outlineOf(topology, key);
  if (!rings.length) return null;
  return { type: "Polygon", coordinates: rings.map((ring) => ring.map(([lat, lng]) => [lng, lat])) };
}

/** The code of the country whose land holds a point, or null; away from the marks it errs by a few kilometres. */
export function countryAt(topology, lat, lng) {
  for (const [key, units] of topology.keys) {
    if (key.includes(":")) continue;
    const edges = edgesAround(topology.arcs, (unit) => units.has(unit));
    if (edges.reduce((count, edge) => count + crossings(edge.line, lng, lat), 0) % 2) return key;
  }
  return null;
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
  const points = [];
  for (const { line } of chain) {
    const repeats = points.length && points.at(-2) === line[0] && points.at(-1) === line[1];
    for (let i = repeats ? 2 : 0; i < line.length; i++) points.push(line[i]);
  }
  if (points[0] !== points.at(-2) || points[1] !== points.at(-1)) points.push(points[0], points[1]);
  return points;
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
