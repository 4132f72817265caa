import assert from "node:assert/strict";
import test from "node:test";
import { nearestSpot } from "../../geo/map/static/js/mark_canvas.js";
import { clusterBox, clusterSize, labelBox, pressBox, symbolOf } from "../../geo/map/static/js/mark_elements.js";
import { areaLook, labelLook, symbolLook } from "../../geo/map/static/js/mark_looks.js";
import { LEAST_TARGET } from "../../geo/map/static/js/press_boxes.js";
import { wheelLevels } from "../../geo/map/static/js/wheel_zoom.js";

const COLOURS = { accent: "red", filed: "blue", paperHalo: "white", areaFill: "brown", areaInk: "maroon", ink: "black" };
const town = (more = {}) => ({ shape: "town", glyph: "town", feature_code: "PPL", radius_km: 0, lat: 48, areal: false, ...more });

test("what is approximate, derived or only filed from is hollow, and looks different from one another", () => {
  const looks = [town(), town({ approximate: true }), town({ derived: "between" }), town({ filedOnly: true })].map((p) => symbolLook(p, COLOURS));
  assert.deepEqual(looks.map((look) => look.fill === COLOURS.accent), [true, false, false, false]);
  assert.equal(new Set(looks.map((look) => JSON.stringify(look))).size, 4);
  assert.deepEqual(looks.map((look) => look.hollow), [false, true, true, true]);
});

test("labels of areas, of seas and of derived spots tell themselves apart", () => {
  assert.deepEqual(labelLook(town(), COLOURS), { ink: "black", slanted: false });
  assert.deepEqual(labelLook(town({ areal: true, shape: "name" }), COLOURS), { ink: "maroon", slanted: true });
  assert.deepEqual(labelLook(town({ derived: "border" }), COLOURS), { ink: "blue", slanted: true });
});

test("an area without a sharp edge has no line around it, unless it is chosen", () => {
  const soft = town({ shape: "footprint", radius_km: 60 });
  assert.equal(areaLook(soft, false, COLOURS).stroke, false);
  assert.equal(areaLook(soft, true, COLOURS).stroke, true);
  const country = town({ shape: "outline", feature_code: "PCLI" });
  assert.ok(areaLook(country, false, COLOURS).fillOpacity < areaLook(soft, false, COLOURS).fillOpacity);
  assert.equal(areaLook(town({ shape: "derived" }), false, COLOURS).color, "blue");
});

test("an area too small to be seen, or without a label, is a patch; a larger one is its shape", () => {
  const region = { place: town({ areal: true, shape: "outline", radius_km: 60 }), weight: 1 };
  assert.equal(symbolOf(region, { dx: 0 }, 1).kind, "patch");
  assert.equal(symbolOf(region, { dx: 0 }, 6), null);
  assert.equal(symbolOf(region, undefined, 6).kind, "patch");
});

test("a cluster's button is as large as it looks, and every button large enough to press", () => {
  const cluster = (n) => ({ members: Array.from({ length: n }) });
  for (const n of [8, 40, 4000]) {
    const { x, y, width, height } = clusterBox(cluster(n));
    assert.deepEqual([width, height], [2 * clusterSize(cluster(n)), 2 * clusterSize(cluster(n))]);
    assert.deepEqual([x, y], [-width / 2, -height / 2]);
    assert.ok(width >= LEAST_TARGET);
  }
  assert.deepEqual(pressBox([4, -8]), { x: 4 - 12, y: -8 - 12, width: 24, height: 24 });
  assert.equal(labelBox({ dx: 0, dy: 0, width: 60, height: 16 }).height, LEAST_TARGET);
});

test("a press goes to the nearest painted mark, to a label only where no mark is", () => {
  const big = { x: 100, y: 100, reach: 14 };
  const small = { x: 112, y: 100, reach: 5 };
  const named = { x: 200, y: 200, reach: 5, label: { dx: -80, dy: -100, width: 60, height: 24 } };
  const spots = [big, small, named];
  assert.equal(nearestSpot(spots, 104, 100), big);
  assert.equal(nearestSpot(spots, 110, 100), small);
  assert.equal(nearestSpot(spots, 145, 100), named);
  assert.equal(nearestSpot(spots, 118, 103), small, "the mark under a label is meant");
  assert.equal(nearestSpot(spots, 300, 300), null);
});

test("the wheel zooms by what it turns, but a jolt does not throw the map away", () => {
  assert.ok(Math.abs(wheelLevels(110, 110) - 0.68) < 0.01);
  assert.equal(wheelLevels(-110, 110), -wheelLevels(110, 110));
  assert.ok(wheelLevels(5000, 110) <= 4);
});
