// Reads the embedded basemap (docs/basemap.md): arcs shared by the areas on either side, and labels.

export const SEAM = 1;
const FIRST_UNIT = 2;
const COARSE_GRID = 50;
const FINE_GRID = 1000;
const FIRST_DIGIT = 40;
const LAST_DIGIT = FIRST_DIGIT + 84;

/**
 * The topology in `text`: `{units, keys, arcs, claims, waters, labels}`.
 *
 * `units[n]` is `{country, region}` of unit n; `keys` maps a country code or region id to its units;
 * an arc is `{left, right, line, from, to, fine, dashed}`: units (or 0, the sea, or SEAM) beside it, longitudes and latitudes in
 * turn, the names of its end nodes, whether it is detail, and whether the border it draws is disputed; `waters` are
 * `[rivers, lakes, islands]`, lists of lines, those of lakes and of the islands in them closed.
 */
export async function decodeBasemap(text) {
  const sections = readSections(bytesOfText(text.trim()));
  const opened = await Promise.all(sections.map(async (s) => [s.name, s.packed ? await inflate(s.data) : s.data]));
  const data = Object.fromEntries(opened);
  const stance = JSON.parse(textOf(data.U));
  const units = unitsOf(stance.units);
  const arcs = readArcs(data.A);
  readDetail(data.D, arcs);
  let number = 0;
  for (const step of stance.dashed) {
    number += step;
    if (arcs[number]) arcs[number].dashed = true;
  }
  const labels = JSON.parse(textOf(data.L));
  const near = JSON.parse(textOf(data.T));
  labels.towns = near.towns;
  labels.waters = near.waters;
  labels.areas.push(...near.regions.map((region) => [...region, 1]));
  return { units, keys: keysOf(units), arcs, claims: readClaims(data.C), waters: readWaters(data.W), labels };
}

/** Base 85, five characters for four bytes: the digits are the characters from "(" on, "!" for "<". */
function bytesOfText(text) {
  const bytes = new Uint8Array(Math.ceil(text.length / 5) * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0, at = 0; i < text.length; i += 5, at += 4) {
    let value = 0;
    for (let j = i; j < i + 5; j++) {
      const code = j < text.length ? text.charCodeAt(j) : LAST_DIGIT;
      value = value * 85 + (code === 33 ? 60 : code) - FIRST_DIGIT;
    }
    view.setUint32(at, value);
  }
  return bytes.subarray(0, Math.floor((text.length * 4) / 5));
}

function readSections(bytes) {
  const view = new DataView(bytes.buffer);
  if (textOf(bytes.subarray(0, 4)) !== "DLB1") throw new Error("the basemap of this page is damaged");
  const sections = [];
  for (let at = 4; at < bytes.length; ) {
    const length = view.getUint32(at + 2, true);
    const data = bytes.subarray(at + 6, at + 6 + length);
    sections.push({ name: String.fromCharCode(bytes[at]), packed: bytes[at + 1] === 1, data });
    at += 6 + length;
  }
  return sections;
}

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function textOf(bytes) {
  return new TextDecoder().decode(bytes);
}

function unitsOf(runs) {
  const units = [null, null];
  for (const [country, regions] of runs) {
    for (const region of regions) {
      units.push({ country, region: typeof region === "number" ? `gn:${region}` : `ne:${region}` });
    }
  }
  return units;
}

function keysOf(units) {
  const keys = new Map();
  units.forEach((unit, number) => {
    for (const key of unit ? [unit.country, unit.region] : []) {
      if (!key) continue;
      if (!keys.has(key)) keys.set(key, new Set());
      keys.get(key).add(number);
    }
  });
  return keys;
}

/** Reads signed whole numbers: zigzag, seven bits a byte, least first. */
function numberReader(bytes) {
  let at = 0;
  return () => {
    let value = 0;
    let scale = 1;
    let byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
}

function readArcs(bytes) {
  const next = numberReader(bytes);
  const count = next();
  const column = () => Array.from({ length: count }, next);
  const lefts = column();
  const rights = column();
  const counts = column();
  const at = { x: 0, y: 0 };
  let left = 0;
  return counts.map((points, i) => {
    left += lefts[i];
    return makeArc(left, rightOf(left, rights[i]), readLine(next, points, at), COARSE_GRID, false);
  });
}

function rightOf(left, coded) {
  return coded < FIRST_UNIT ? coded : left - (coded - FIRST_UNIT);
}

/** A line as grid steps [x, y, x, y …], its first point counted from `at`, which ends at its last one. */
function readLine(next, points, at) {
  const steps = new Int32Array(points * 2);
  for (let i = 0; i < points * 2; i += 2) {
    at.x += next();
    at.y += next();
    steps[i] = at.x;
    steps[i + 1] = at.y;
  }
  return steps;
}

function makeArc(left, right, steps, grid, fine) {
  return { left, right, line: degrees(steps, grid), from: node(steps, 0, grid), to: node(steps, steps.length - 2, grid), fine, dashed: false };
}

function degrees(steps, grid) {
  return Float64Array.from(steps, (step) => step / grid);
}

/** The name of the coarse grid's node nearest to a point, the same for coarse and fine arcs. */
function node(steps, i, grid) {
  const ratio = grid / COARSE_GRID;
  const nearest = (value) => Math.floor((value + ratio / 2) / ratio);
  return nearest(steps[i]) * 100000 + nearest(steps[i + 1]);
}

/** Puts the fine arcs in the place of the coarse ones; those that the coarse world lacks are added under their number. */
function readDetail(bytes, arcs) {
  const next = numberReader(bytes);
  const coarse = arcs.length;
  let number = 0;
  for (let rest = next(); rest > 0; rest--) {
    number += next();
    let { left, right } = arcs[number] ?? {};
    if (number >= coarse) {
      left = next();
      right = rightOf(left, next());
    }
    const points = next();
    const arc = makeArc(left, right, readLine(next, points, { x: 0, y: 0 }), FINE_GRID, true);
    arcs[number] = arc;
  }
}

function readClaims(bytes) {
  const next = numberReader(bytes);
  return Array.from({ length: next() }, () => degrees(readLine(next, next(), { x: 0, y: 0 }), FINE_GRID));
}

function readWaters(bytes) {
  const next = numberReader(bytes);
  const at = { x: 0, y: 0 };
  return [0, 1, 2].map(() => Array.from({ length: next() }, () => degrees(readLine(next, next(), at), COARSE_GRID)));
}
