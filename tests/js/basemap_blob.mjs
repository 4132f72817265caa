// Writes small basemaps in the form of docs/basemap.md, for the tests.
import { deflateSync } from "node:zlib";

/** Base 85, as docs/basemap.md says. */
export function text(bytes) {
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let out = "";
  for (let at = 0; at < padded.length; at += 4) {
    const digits = [];
    for (let rest = padded.readUInt32BE(at); digits.length < 5; rest = Math.floor(rest / 85)) digits.unshift(rest % 85);
    out += String.fromCharCode(...digits.map((digit) => digit + 40)).replaceAll("<", "!");
  }
  return out.slice(0, out.length - (padded.length - bytes.length));
}

export function numbers(values) {
  const bytes = [];
  for (const value of values) {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  }
  return Buffer.from(bytes);
}

function steps(points, start = [0, 0]) {
  return points.flatMap(([x, y], i) => [x - (points[i - 1] ?? start)[0], y - (points[i - 1] ?? start)[1]]);
}

function coded(left, right) {
  return right < 2 ? right : 2 + left - right;
}

function arcSection(arcs) {
  let at = [0, 0];
  const lines = arcs.flatMap(({ points }) => {
    const line = steps(points, at);
    at = points.at(-1);
    return line;
  });
  const lefts = arcs.map(({ left }, i) => left - (arcs[i - 1]?.left ?? 0));
  return numbers([arcs.length, ...lefts, ...arcs.map((a) => coded(a.left, a.right)), ...arcs.map((a) => a.points.length), ...lines]);
}

function detailSection(detail, coarse) {
  const values = [detail.length];
  detail.forEach(({ number, left, right, points }, i) => {
    values.push(number - (detail[i - 1]?.number ?? 0));
    if (number >= coarse) values.push(left, coded(left, right));
    values.push(points.length, ...steps(points));
  });
  return numbers(values);
}

const NO_LABELS = { countries: [], areas: [], seas: [], cities: [] };

/** `arcs` in steps of 1/50 degree, `detail` and `claims` of 1/1000; `courses` are rivers, lakes and islands, of 1/50; `units` are runs of [country, [region …]]. */
export function writeBasemap({ units, arcs, dashed = [], claims = [], detail = [], labels = NO_LABELS, towns = [], regions = [], waters = [], courses = [[], [], []] }) {
  const json = (value) => Buffer.from(JSON.stringify(value));
  const claimed = numbers([claims.length, ...claims.flatMap((points) => [points.length, ...steps(points)])]);
  let at = [0, 0];
  const drawn = courses.flatMap((lines) => [
    lines.length,
    ...lines.flatMap((points) => {
      const line = steps(points, at);
      at = points.at(-1);
      return [points.length, ...line];
    }),
  ]);
  const sections = [
    ["U", 1, json({ units, dashed: dashed.map((n, i) => n - (dashed[i - 1] ?? 0)) })],
    ["A", 1, arcSection(arcs)],
    ["C", 1, claimed],
    ["W", 1, numbers(drawn)],
    ["L", 1, json(labels)],
    ["D", 0, detailSection(detail, arcs.length)],
    ["T", 0, json({ towns, regions, waters })],
  ];
  const parts = sections.flatMap(([name, packed, data]) => {
    const body = packed ? deflateSync(data) : data;
    const head = Buffer.alloc(6);
    head.write(name, 0, "latin1");
    head.writeUInt8(packed, 1);
    head.writeUInt32LE(body.length, 2);
    return [head, body];
  });
  return text(Buffer.concat([Buffer.from("DLB1"), ...parts]));
}

/**
 * Two square countries side by side, each one degree wide: AA (region gn:1) west of BB, which has the regions gn:2
 * (south) and ne:b-north; a lake of half a degree lies in AA. Units are 2, 3, 4; borders run along longitude 1.
 */
export const TWO_COUNTRIES = {
  units: [
    ["AA", [1]],
    ["BB", [2, "b-north"]],
  ],
  arcs: [
    { left: 2, right: 0, points: [[50, 50], [0, 50], [0, 0], [50, 0]] },
    { left: 2, right: 0, points: [[10, 10], [10, 35], [35, 35], [35, 10], [10, 10]] },
    { left: 3, right: 0, points: [[50, 0], [100, 0], [100, 25]] },
    { left: 3, right: 2, points: [[50, 25], [50, 0]] },
    { left: 4, right: 0, points: [[100, 25], [100, 50], [50, 50]] },
    { left: 4, right: 2, points: [[50, 50], [50, 25]] },
    { left: 4, right: 3, points: [[50, 25], [100, 25]] },
  ],
};
