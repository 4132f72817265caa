// Names on the basemap: which, how, and never one over another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { basemapLabels, placeLabels, wrapped } from "../../geo/map/static/js/basemap_labels.js";
import { kindOfArc, planeX, planeY, rounded, thinned } from "../../geo/map/static/js/basemap_paths.js";

const LABELS = {
  countries: [["United Kingdom", 53, -2, 3, 240000]],
  areas: [["Crimea", 45.3, 34.3, 5]],
  seas: [["Sea of Japan / East Sea", 39.6, 134.2, 3]],
  cities: [["London", 51.5, -0.1, 3, 1], ["Croydon", 51.4, -0.1, 3, 0], ["Perth", -31.95, 115.86, 5, 0]],
  towns: [["Perth", -31.95, 115.86, 6, 0], ["Reigate", 51.24, -0.2, 8, 0]],
  waters: [["River Tyne", 6, 9, [55, -2]], ["Volga", 5, 24, [50, 45.5, 50.15, 45.6, 50.3, 45.7, 53, 48]]],
};
const measure = (text) => 6 * text.length;
const viewOf = (lat, lng, zoom, width = 800, height = 600) => {
  const scale = 2 ** zoom;
  return { zoom, left: planeX(lng) * scale - width / 2, top: planeY(lat) * scale - height / 2, width, height, ratio: 1 };
};
const boxOf = ({ label, style, x, y, align }) => {
  const wide = Math.max(...label.lines.map((line) => measure(line)));
  const left = { left: x, right: x - wide, center: x - wide / 2 }[align];
  const tall = label.lines.length * style.size;
  return [left, y - tall / 2, left + wide, y + tall / 2];
};

test("both names of a disputed sea are set, in lines of their own", () => {
  const sea = basemapLabels(LABELS).find((label) => label.kind === "sea");
  assert.deepEqual(sea.lines, ["Sea of Japan", "/ East Sea"]);
});

test("a town that is also a city of the world is labelled once", () => {
  assert.equal(basemapLabels(LABELS).filter((label) => label.lines[0] === "Perth").length, 1);
});

test("long names break at spaces", () => {
  assert.deepEqual(wrapped("UNITED ARAB EMIRATES", 13), ["UNITED ARAB", "EMIRATES"]);
  assert.deepEqual(wrapped("Liechtenstein", 5), ["Liechtenstein"]);
});

test("no name lies over another, and a name moves out of a mark's way", () => {
  const labels = basemapLabels(LABELS);
  const placed = placeLabels(labels, viewOf(51.5, -0.1, 6), measure);
  const boxes = placed.map(boxOf);
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => assert.ok(a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1])));
  const london = placed.find(({ label }) => label.lines[0] === "London");
  assert.equal(london.align, "left");
  const [left, top, right, bottom] = boxOf(london);
  const moved = placeLabels(labels, viewOf(51.5, -0.1, 6), measure, [[left + 10, top, right, bottom]]);
  assert.notEqual(moved.find(({ label }) => label.lines[0] === "London")?.align, "left");
});

test("a label waits for its zoom, and is repeated on every copy of the world", () => {
  const labels = basemapLabels(LABELS);
  const names = (view) => placeLabels(labels, view, measure).map(({ label }) => label.lines.join(" "));
  assert.ok(!names(viewOf(51.3, -0.1, 6)).includes("Reigate"));
  assert.ok(names(viewOf(51.3, -0.1, 9)).includes("Reigate"));
  assert.equal(names(viewOf(20, 0, 3, 4500, 1500)).filter((name) => name === "UNITED KINGDOM").length, 3);
});

test("a river's name stands where there is room on its course, and not twice close by", () => {
  const labels = basemapLabels(LABELS);
  const named = (view, taken) => placeLabels(labels, view, measure, taken).filter(({ label }) => label.lines[0] === "Volga");
  const view = viewOf(50.2, 45.6, 9);
  const [first, ...more] = named(view);
  assert.equal(more.length, 0, "the view holds three of its spots");
  assert.match(first.style.font, /^italic/);
  assert.equal(first.dot, null);
  const around = [first.x - 60, first.y - 60, first.x + 60, first.y + 60];
  assert.notDeepEqual(named(view, [around]).map(({ x, y }) => [x, y]), [[first.x, first.y]]);
  assert.equal(named(viewOf(51.5, 47, 7, 900, 900)).length, 2, "far apart it is named again");
});

test("a water known by one point alone is named only while that says where it is", () => {
  const labels = basemapLabels(LABELS);
  const isNamed = (zoom) => placeLabels(labels, viewOf(55, -2, zoom), measure).some(({ label }) => label.lines.join(" ") === "River Tyne");
  assert.deepEqual([5, 6, 9, 10].map(isNamed), [false, true, true, false]);
});

test("lines are thinned within the tolerance, with their ends kept", () => {
  const line = Float64Array.from([0, 0, 1, 0.01, 2, 0, 3, 2, 4, 0]);
  assert.deepEqual(Array.from(thinned(line, 0.1)), [0, 0, 2, 0, 3, 2, 4, 0]);
  assert.equal(thinned(line, 0), line);
});

test("detail is rounded between its ends", () => {
  const corner = Array.from(rounded(Float64Array.from([0, 0, 4, 0, 4, 4])));
  assert.deepEqual(corner, [0, 0, 3, 0, 4, 1, 4, 4]);
});

test("borders are told apart: coast, country, region, disputed, none", () => {
  const units = [null, null, { country: "A", region: "a" }, { country: "A", region: "b" }, { country: "B", region: "c" }, { country: "A", region: "a" }];
  const kind = (left, right, dashed = false) => kindOfArc({ left, right, dashed }, units);
  assert.deepEqual([kind(2, 0), kind(2, 1), kind(4, 2), kind(3, 2), kind(5, 2), kind(4, 2, true)], ["coast", null, "country", "region", null, "disputed"]);
});
