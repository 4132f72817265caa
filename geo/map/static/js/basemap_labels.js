// The basemap's names: countries in spaced capitals, waters in blue italics, cities with a dot; none over another.
import { WORLD, planeX, planeY } from "./basemap_paths.js";

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const SERIF = "Georgia, 'Noto Serif', 'Times New Roman', serif";
const GAP = 3;
const CAPITALS_FIRST = 4.5;
const APART = 240; // pixels between two names of one river

/**
 * All labels of a topology, the most important first:
 * `{kind, lines, x, y, zoom, more}` with x and y on the plane and `zoom` the least one it is drawn at. A river has one
 * for each spot on its course.
 */
export function basemapLabels(labels) {
  const known = new Set(labels.cities.map(([name, lat, lng]) => `${name} ${Math.round(lat * 5)} ${Math.round(lng * 5)}`));
  const towns = labels.towns.filter(([name, lat, lng]) => !known.has(`${name} ${Math.round(lat * 5)} ${Math.round(lng * 5)}`));
  const make = (kind, wrap) => ([name, lat, lng, zoom, more = 0]) => ({ kind, lines: wrap(name), x: planeX(lng), y: planeY(lat), zoom, more });
  const city = make("city", (name) => [name]);
  return [
    ...labels.countries.map(make("country", (name) => wrapped(name.toUpperCase(), 13))),
    ...labels.areas.filter((a) => !a[4]).map(make("area", (name) => name.split(" / ").flatMap((part) => wrapped(part, 16)))),
    ...labels.cities.filter((c) => c[4]).map(city),
    ...labels.seas.map(make("sea", (name) => name.split(" / ").flatMap((part, i) => wrapped(i ? `/ ${part}` : part, 14)))),
    ...labels.cities.filter((c) => !c[4]).map(city),
    ...labels.areas.filter((a) => a[4]).map(make("region", (name) => wrapped(name.toUpperCase(), 14))),
    ...labels.waters.flatMap(waterLabels),
    ...towns.map(city),
  ];
}

function waterLabels([name, zoom, more, spots]) {
  const lines = wrapped(name, 14);
  return Array.from({ length: spots.length / 2 }, (_, i) => ({ kind: "water", lines, x: planeX(spots[2 * i + 1]), y: planeY(spots[2 * i]), zoom, more }));
}

/** A name in lines of about `width` letters, broken at spaces. */
export function wrapped(name, width) {
  const lines = [];
  for (const word of name.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length && (longer.length <= width || lines.at(-1) === "/")) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** How a label is set at a zoom: `{font, size, spacing, colour, halo, alpha}` (colours name those of the theme). */
export function labelStyle(label, zoom) {
  if (label.kind === "country") {
    const size = Math.min(15, 9.5 + Math.max(0, zoom - label.zoom) * 1.2 + (label.more > 2e6 ? 1 : 0));
    return { font: `500 ${size}px ${SANS}`, size, spacing: size * 0.16, colour: "country", halo: "halo" };
  }
  if (label.kind === "area") return { font: `italic 10.5px ${SANS}`, size: 10.5, spacing: 0.4, colour: "area", halo: "halo" };
  if (label.kind === "region") return { font: `400 9.5px ${SANS}`, size: 9.5, spacing: 1.1, colour: "regionText", halo: "halo" };
  if (label.kind === "sea") {
    const size = Math.min(16, 11.5 + Math.max(0, zoom - label.zoom) * 0.9);
    return { font: `italic ${size}px ${SERIF}`, size, spacing: 0.7, colour: "seaText", halo: "seaHalo" };
  }
  if (label.kind === "water") return { font: `italic 11px ${SERIF}`, size: 11, spacing: 0.4, colour: "seaText", halo: "halo" };
  const size = Math.min(13, 10.5 + Math.max(0, zoom - label.zoom) * 0.5 + (label.more ? 0.5 : 0));
  return { font: `${label.more ? 500 : 400} ${size}px ${SANS}`, size, spacing: 0, colour: "city", halo: "halo" };
}

/**
 * Where the labels go on a view (as in `basemap_painting.js`): a list of `{label, style, x, y, align, dot}`.
 * `measure(text, style)` gives a width in pixels; `taken` are boxes [left, top, right, bottom] to keep clear.
 */
export function placeLabels(labels, view, measure, taken = []) {
  const { zoom, left, top, width, height } = view;
  const scale = 2 ** zoom;
  const size = WORLD * scale;
  const boxes = [...taken];
  const placed = [];
  for (const label of zoom < CAPITALS_FIRST ? labels : capitalsFirst(labels)) {
    if (zoom < label.zoom - 0.25 || tooNear(label, zoom)) continue;
    const style = labelStyle(label, zoom);
    const y = label.y * scale - top;
    if (y < -40 || y > height + 40) continue;
    for (let copy = Math.floor(left / size); copy * size < left + width; copy++) {
      const x = label.x * scale + copy * size - left;
      if (x < -60 || x > width + 60 || isRepeated(label, x, y, placed)) continue;
      const spot = label.kind === "city" ? besideDot(label, style, x, y, measure, boxes) : centred(label, style, x, y, measure, boxes);
      if (spot) placed.push(spot);
    }
  }
  return placed;
}

/** Closer in, a country has room to move its name out of its capital's way. */
function capitalsFirst(labels) {
  const isCapital = (label) => label.kind === "city" && label.more;
  return [...labels.filter(isCapital), ...labels.filter((label) => !isCapital(label))];
}

/** Whether a river has its name close by already. */
function isRepeated(label, x, y, placed) {
  return label.kind === "water" && placed.some((p) => p.label.lines === label.lines && Math.hypot(p.x - x, p.y - y) < APART);
}

/** Names of what fills the screen tell nothing, nor does the one point of a water that does. */
function tooNear(label, zoom) {
  if (label.kind === "water") return zoom > label.more + 0.25;
  return (label.kind === "country" && zoom > Math.max(label.zoom + 4, 7)) || (label.kind === "sea" && zoom > label.zoom + 5);
}

function centred(label, style, x, y, measure, boxes) {
  const wide = Math.max(...label.lines.map((line) => measure(line, style)));
  const tall = label.lines.length * style.size * 1.2;
  const aside = wide / 2 + 8;
  const up = [1, -1, 2, -2].map((step) => [0, step * style.size * 1.1]);
  const moves = { country: up, region: up, water: [...up, [aside, 0], [-aside, 0]] }[label.kind] ?? [];
  for (const [dx, dy] of [[0, 0], ...moves]) {
    const [left, top] = [x + dx - wide / 2, y + dy - tall / 2];
    const box = [left - GAP, top - GAP, left + wide + GAP, top + tall + GAP];
    if (!isFree(box, boxes)) continue;
    boxes.push(box);
    return { label, style, x: x + dx, y: y + dy, align: "center", dot: null };
  }
  return null;
}

function besideDot(label, style, x, y, measure, boxes) {
  const dot = [x - 4, y - 4, x + 4, y + 4];
  if (!isFree(dot, boxes)) return null;
  const wide = measure(label.lines[0], style);
  const half = style.size * 0.6;
  const spots = [
    { align: "left", x: x + 6, y, box: [x + 4, y - half, x + 7 + wide, y + half] },
    { align: "right", x: x - 6, y, box: [x - 7 - wide, y - half, x - 4, y + half] },
    { align: "center", x, y: y - half - 5, box: [x - wide / 2, y - 2 * half - 5, x + wide / 2, y - 5] },
    { align: "center", x, y: y + half + 5, box: [x - wide / 2, y + 5, x + wide / 2, y + 2 * half + 5] },
  ];
  const spot = spots.find(({ box }) => isFree(box, boxes));
  if (!spot) return null;
  boxes.push(dot, spot.box);
  return { label, style, x: spot.x, y: spot.y, align: spot.align, dot: { x, y } };
}

function isFree(box, boxes) {
  return !boxes.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]);
}

/** Draws placed labels. */
export function paintLabels(context, placed, view, colours) {
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { label, style, x, y, align, dot } of placed) {
    setLabelFont(context, style);
    context.textAlign = align;
    context.lineWidth = label.kind === "sea" ? 2 : 3;
    context.strokeStyle = colours[style.halo];
    const first = y - ((label.lines.length - 1) * style.size * 1.2) / 2;
    const each = (draw) => label.lines.forEach((line, i) => draw(line, x, first + i * style.size * 1.2));
    each((...at) => context.strokeText(...at));
    if (dot) paintDot(context, dot, label.more, colours);
    context.fillStyle = colours[style.colour];
    each((...at) => context.fillText(...at));
  }
}

function paintDot(context, { x, y }, capital, colours) {
  context.beginPath();
  context.arc(x, y, capital ? 2.6 : 1.9, 0, 2 * Math.PI);
  context.fillStyle = capital ? colours.land : colours.dot;
  context.fill();
  context.strokeStyle = capital ? colours.city : colours.land;
  context.lineWidth = capital ? 1.3 : 0.6;
  context.stroke();
}

/** Sets font and, where the browser knows it, the space between letters. */
export function setLabelFont(context, style) {
  context.font = style.font;
  if ("letterSpacing" in context) context.letterSpacing = `${style.spacing}px`;
}
