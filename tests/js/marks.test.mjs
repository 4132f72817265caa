import assert from "node:assert/strict";
import test from "node:test";
import { placeFragment, readFragment } from "../../geo/map/static/js/address.js";
import { clusterPoints } from "../../geo/map/static/js/cluster.js";
import { circleBox, openingBox } from "../../geo/map/static/js/fit.js";
import { leaderEnd, placeMarkLabels } from "../../geo/map/static/js/placing.js";
import { createState } from "../../geo/map/static/js/state.js";
import { dotRadius, glyphOf, shapeOf } from "../../geo/map/static/js/symbols.js";
import { dateInWords, datesInWords } from "../../geo/map/static/js/words.js";

test("a mark claims no more than its place's precision", () => {
  assert.equal(shapeOf({ precision: "area", radius_km: 400 }, true), "outline");
  assert.equal(shapeOf({ precision: "area", radius_km: 60 }, false), "footprint");
  assert.equal(shapeOf({ precision: "area", radius_km: 2000 }, false), "name");
  assert.equal(shapeOf({ precision: "point", feature_class: "P" }, false), "town");
  assert.equal(shapeOf({ precision: "site", feature_class: "S" }, false), "site");
  assert.equal(glyphOf("AIRP"), "airport");
  assert.equal(glyphOf("MILB"), "base");
  assert.equal(glyphOf("HSP"), "site");
});

test("dots grow with mentions, but not for ever", () => {
  assert.ok(dotRadius(1) < dotRadius(5) && dotRadius(5) < dotRadius(20));
  assert.equal(dotRadius(10_000), dotRadius(100_000));
});

const place = (lat, lon, mentions, more = {}) => ({
  lat, lon, shape: "town", feature_code: "PPL", radius_km: 0,
  mentions: Array.from({ length: mentions }, () => ({ kind: "name", usage: null, dateline: false })), ...more,
});
const boxOf = (p) => circleBox(p.lat, p.lon, 10);
const near = (found, wanted) => found.flat().forEach((v, i) => assert.ok(Math.abs(v - wanted.flat()[i]) < 1, `${found} is not ${wanted}`));

test("the map opens on towns and regions, not on the countries and continents around them", () => {
  const europe = place(50, 15, 9, { shape: "name", feature_code: "CONT" });
  const country = place(49, 32, 20, { shape: "outline", feature_code: "PCLI", radius_km: 440 });
  near(openingBox([europe, country, place(48, 37, 1), place(51, 36, 1)], boxOf), [[48, 36], [51, 37]]);
});

test("two theatres of a story are both in view; one stray town is not", () => {
  const front = [place(48, 37, 6), place(51, 36, 5)];
  const coast = [place(43, 132, 4), place(42.8, 133, 4)];
  near(openingBox([...front, ...coast], boxOf), [[42.8, 36], [51, 133]]);
  near(openingBox([...front, place(49, 36.5, 4), place(50, 38, 4), place(-34, 151, 1)], boxOf), [[48, 36], [51, 38]]);
});

test("where only countries are named the map opens on them", () => {
  const country = place(49, 32, 3, { shape: "outline", feature_code: "PCLI" });
  near(openingBox([country], boxOf), [[49, 32], [49, 32]]);
  assert.equal(openingBox([], boxOf), null);
});

test("crowds cluster, a few neighbours don't, and nobody is lost", () => {
  const crowd = Array.from({ length: 12 }, (_, i) => ({ x: 100 + i, y: 100, weight: i }));
  const few = [{ x: 400, y: 100, weight: 1 }, { x: 405, y: 100, weight: 2 }];
  const groups = clusterPoints([...crowd, ...few], 26, 8, () => 12);
  assert.deepEqual(groups.map((g) => g.members.length).sort((a, b) => b - a), [12, 1, 1]);
});

test("no crowd's square lies on another's or on a single mark, and nobody is lost", () => {
  const points = Array.from({ length: 3000 }, (_, i) => ({ x: (i * 7919) % 700, y: (i * i * 31) % 500, weight: i % 50 }));
  const sizeOf = (group) => Math.min(17, 8 + 1.4 * Math.log2(group.members.length));
  const groups = clusterPoints(points, 30, 8, sizeOf);
  assert.equal(new Set(groups.flatMap((g) => g.members)).size, points.length);
  const crowds = groups.filter((g) => g.members.length > 1);
  assert.ok(crowds.length > 20);
  for (const crowd of crowds) {
    for (const other of groups) {
      const reach = sizeOf(crowd) + (other.members.length > 1 ? sizeOf(other) : 0);
      assert.ok(other === crowd || Math.max(Math.abs(other.x - crowd.x), Math.abs(other.y - crowd.y)) >= reach);
    }
  }
});

const overlap = (a, b) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2;

test("labels lie clear of one another, of dots and of the map's controls", () => {
  const items = Array.from({ length: 20 }, (_, i) => ({
    id: `${i}`, x: 100 + (i % 5) * 40, y: 200 + Math.floor(i / 5) * 30, radius: 5, reach: 0, width: 50, height: 16, areal: false, must: i < 10,
  }));
  const reserved = [[250, 150, 320, 400]];
  const placed = placeMarkLabels(items, { x: 600, y: 600 }, reserved);
  assert.ok(placed.size >= 8);
  const boxes = [...placed].map(([id, spot]) => ({ x: items[id].x + spot.dx, y: items[id].y + spot.dy, w: 50, h: 16 }));
  const dots = items.map((item) => ({ x: item.x, y: item.y, w: 10, h: 10 }));
  const control = { x: 285, y: 275, w: 70, h: 250 };
  boxes.forEach((box, i) => {
    assert.ok(!boxes.some((other, j) => i < j && overlap(box, other)));
    assert.ok(!dots.some((dot) => overlap(box, dot)) && !overlap(box, control));
  });
});

test("an area's label keeps inside it, and one that left has a line back", () => {
  const wide = { id: "wide", x: 300, y: 300, reach: 100, width: 60, height: 16, areal: true };
  const small = { id: "small", x: 300, y: 312, reach: 3, width: 60, height: 16, areal: true };
  const placed = placeMarkLabels([wide, small], { x: 600, y: 600 });
  assert.deepEqual([placed.get("wide").dx, placed.get("wide").leader], [0, false]);
  assert.equal(placed.get("small").leader, true);
});

test("a label's line is short and crosses no other, nor comes out of a cluster; a label without room for that is left out", () => {
  const items = Array.from({ length: 60 }, (_, i) => ({
    id: `${i}`, x: 200 + (i % 10) * 9, y: 200 + Math.floor(i / 10) * 9, radius: 5, reach: 2, width: 50, height: 24, areal: i % 2 > 0, must: true,
  }));
  const cluster = [205, 205, 235, 235];
  const placed = placeMarkLabels(items, { x: 600, y: 600 }, [cluster]);
  const lines = [...placed].filter(([, spot]) => spot.leader).map(([id, spot]) => {
    const end = leaderEnd(spot);
    assert.ok(Math.hypot(end.x, end.y) <= 26);
    return [items[id].x, items[id].y, items[id].x + end.x, items[id].y + end.y];
  });
  assert.ok(lines.length > 1 && placed.size < items.length / 2);
  const side = ([ax, ay, bx, by], x, y) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const cross = (a, b) => side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0;
  lines.forEach((line, i) => {
    assert.ok(!lines.some((other, j) => i < j && cross(line, other)));
    assert.ok(!(line[0] > 205 && line[0] < 235 && line[1] > 205 && line[1] < 235));
  });
});

test("a label of a mark beyond the map's edge is not cut by it while there is another place for it", () => {
  const item = { id: "a", x: -20, y: 300, radius: 5, reach: 0, width: 60, height: 16, areal: false, must: true };
  const spot = placeMarkLabels([item], { x: 600, y: 600 }).get("a");
  assert.ok(item.x + spot.dx + item.width / 2 < 0, "it lies beyond, too");
});

test("a leader ends at its label's edge", () => {
  const rounded = ({ x, y }) => [Math.round(x) + 0, Math.round(y) + 0];
  assert.deepEqual(rounded(leaderEnd({ dx: 60, dy: 0, width: 40, height: 16 })), [40, 0]);
  assert.deepEqual(rounded(leaderEnd({ dx: 0, dy: -30, width: 40, height: 16 })), [0, -22]);
});

test("ids survive the address", () => {
  for (const id of ["gn:1", "csv:slug@46.1,31", "csv:\"><x", "csv:a&b=c#d %", "csv:Київ"]) {
    assert.equal(readFragment(placeFragment(id)).place, id);
  }
  assert.equal(readFragment("#place=gn:698740").place, "gn:698740");
  assert.equal(readFragment("#place=%E0%A4%A").place, "%E0%A4%A");
  assert.deepEqual(readFragment(""), {});
});

test("listeners hear of changes alone", () => {
  const state = createState({ a: 1 });
  const heard = [];
  state.subscribe((now, before) => heard.push([before.a, now.a]));
  state.set({ a: 1 });
  state.set({ a: 2 });
  assert.deepEqual(heard, [[1, 2]]);
});

test("dates are told in words, as exactly as they are known", () => {
  assert.equal(dateInWords("2025-07-02"), "2 July 2025");
  assert.equal(dateInWords("2025-07"), "July 2025");
  assert.equal(dateInWords("2025"), "2025");
  assert.equal(dateInWords(null), "");
  assert.equal(dateInWords("soon"), "");
  assert.equal(datesInWords(["2025-07-02", null, "2024-06"]), "June 2024 – 2 July 2025");
  assert.equal(datesInWords(["2025-07-02", "2025-05-12"]), "12 May – 2 July 2025");
  assert.equal(datesInWords(["2025", "2025-07-02"]), "2025 – 2 July 2025");
});

test("the map of thousands of places opens on most of them at once, strays left out", () => {
  const crowd = Array.from({ length: 8000 }, (_, i) => place(40 + (i % 90) / 10, 20 + (i % 131) / 10, 1 + (i % 3)));
  const strays = [place(-50, -70, 1), place(70, 170, 1), place(10, -150, 2)];
  const begun = performance.now();
  near(openingBox([...crowd, ...strays], boxOf), [[40, 20], [49, 33]]);
  assert.ok(performance.now() - begun < 500);
});
