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

/**
 * A reader of signed whole numbers (zigzag, seven bits a byte, least first). All are read at once, in one loop, for there are
 * hundreds of thousands, and no map is drawn before.
 */
function numberReader(bytes) {
  const values = new Int32Array(bytes.length);
  let count = 0;
  for (let i = 0; i < bytes.length; ) {
    let byte = bytes[i++];
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[i++];
      value |= (byte & 127) << shift;
    }
    values[count++] = (value >>> 1) ^ -(value & 1);
  }
  return { values, at: 0 };
}

function nextNumber(reader) {
  return reader.values[reader.at++];
}

function nextNumbers(reader, count) {
  reader.at += count;
  return reader.values.subarray(reader.at - count, reader.at);
}

function readArcs(bytes) {
  const reader = numberReader(bytes);
  const count = nextNumber(reader);
  const [lefts, rights, counts] = [nextNumbers(reader, count), nextNumbers(reader, count), nextNumbers(reader, count)];
  const at = { x: 0, y: 0 };
  const arcs = [];
  let left = 0;
  for (let i = 0; i < count; i++) {
    left += lefts[i];
    arcs.push(makeArc(left, rightOf(left, rights[i]), readLine(reader, counts[i], at), COARSE_GRID, false));
  }
  return arcs;
}

function rightOf(left, coded) {
  return coded < FIRST_UNIT ? coded : left - (coded - FIRST_UNIT);
}

/** A line as grid steps [x, y, x, y …], its first point counted from `at`, which ends at its last one. */
function readLine(reader, points, at) {
  const { values } = reader;
  const steps = new Int32Array(points * 2);
  let [i, x, y] = [reader.at, at.x, at.y];
  for (let to = 0; to < steps.length; to += 2) {
    x += values[i++];
    y += values[i++];
    steps[to] = x;
    steps[to + 1] = y;
  }
  reader.at = i;
  at.x = x;
  at.y = y;
  return steps;
}

function makeArc(left, right, steps, grid, fine) {
  return { left, right, line: degrees(steps, grid), from: node(steps, 0, grid), to: node(steps, steps.length - 2, grid), fine, dashed: false };
}

function degrees(steps, grid) {
  const line = new Float64Array(steps.length);
  for (let i = 0; i < steps.length; i++) line[i] = steps[i] / grid;
  return line;
}

/** The name of the coarse grid's node nearest to a point, the same for coarse and fine arcs. */
function node(steps, i, grid) {
  const ratio = grid / COARSE_GRID;
  const nearest = (value) => Math.floor((value + ratio / 2) / ratio);
  return nearest(steps[i]) * 100000 + nearest(steps[i + 1]);
}

/** Puts the fine arcs in the place of the coarse ones; those that the coarse world lacks are added under their number. */
function readDetail(bytes, arcs) {
  const reader = numberReader(bytes);
  const coarse = arcs.length;
  let number = 0;
  for (let rest = nextNumber(reader); rest > 0; rest--) {
    number += nextNumber(reader);
    let { left, right } = arcs[number] ?? {};
    if (number >= coarse) {
      left = nextNumber(reader);
      right = rightOf(left, nextNumber(reader));
    }
    const points = nextNumber(reader);
    arcs[number] = makeArc(left, right, readLine(reader, points, { x: 0, y: 0 }), FINE_GRID, true);
  }
}

function readClaims(bytes) {
  const reader = numberReader(bytes);
  return Array.from({ length: nextNumber(reader) }, () => degrees(readLine(reader, nextNumber(reader), { x: 0, y: 0 }), FINE_GRID));
}

function readWaters(bytes) {
  const reader = numberReader(bytes);
  const at = { x: 0, y: 0 };
  return [0, 1, 2].map(() => Array.from({ length: nextNumber(reader) }, () => degrees(readLine(reader, nextNumber(reader), at), COARSE_GRID)));
}
