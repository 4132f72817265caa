// What a page's embedded basemap holds, once read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeBasemap } from "../../geo/map/static/js/basemap_decode.js";
import { TWO_COUNTRIES, text, writeBasemap } from "./basemap_blob.mjs";

test("arcs carry the units on either side and their points in degrees", async () => {
  const { arcs, units } = await decodeBasemap(writeBasemap(TWO_COUNTRIES));
  assert.equal(arcs.length, 7);
  assert.deepEqual([arcs[3].left, arcs[3].right], [3, 2]);
  assert.deepEqual(Array.from(arcs[3].line), [1, 0.5, 1, 0]);
  assert.equal(arcs[0].right, 0);
  assert.deepEqual(units[4], { country: "BB", region: "ne:b-north" });
});

test("a key finds all units of a country, and one of a region", async () => {
  const { keys } = await decodeBasemap(writeBasemap(TWO_COUNTRIES));
  assert.deepEqual([...keys.get("BB")], [3, 4]);
  assert.deepEqual([...keys.get("gn:1")], [2]);
  assert.equal(keys.has("CC"), false);
});

test("detail takes the place of a coarse arc and keeps its sides and end nodes", async () => {
  const fine = [[1000, 500], [1013, 251], [1000, 3]];
  const { arcs } = await decodeBasemap(writeBasemap({ ...TWO_COUNTRIES, detail: [{ number: 3, points: fine }] }));
  const plain = (await decodeBasemap(writeBasemap(TWO_COUNTRIES))).arcs[3];
  assert.deepEqual(Array.from(arcs[3].line), [1, 0.5, 1.013, 0.251, 1, 0.003]);
  assert.deepEqual([arcs[3].left, arcs[3].right, arcs[3].fine], [3, 2, true]);
  assert.deepEqual([arcs[3].from, arcs[3].to], [plain.from, plain.to]);
});

test("detail may add arcs that the coarse world lacks, under their own number", async () => {
  const island = [[5000, 5000], [5010, 5000], [5010, 5010], [5000, 5000]];
  const detail = [{ number: 9, left: 3, right: 0, points: island }];
  const { arcs } = await decodeBasemap(writeBasemap({ ...TWO_COUNTRIES, detail }));
  assert.equal(arcs[9].left, 3);
  assert.equal(arcs[8], undefined);
  assert.deepEqual(Array.from(arcs[9].line.slice(0, 4)), [5, 5, 5.01, 5]);
});

test("disputed borders, claim lines, labels and towns come through", async () => {
  const labels = { countries: [["Aland", 0.5, 0.5, 3, 100]], areas: [], seas: [], cities: [] };
  const towns = [["Żółty Dół", 0.4, 0.4, 8, 0]];
  const claims = [[[100, -200], [150, -300]]];
  const regions = [["Southern B", 0.2, 1.5, 7]];
  const basemap = await decodeBasemap(writeBasemap({ ...TWO_COUNTRIES, dashed: [3, 5], claims, labels, towns, regions }));
  assert.deepEqual(basemap.arcs.map((arc) => arc.dashed), [false, false, false, true, false, true, false]);
  assert.deepEqual(Array.from(basemap.claims[0]), [0.1, -0.2, 0.15, -0.3]);
  assert.deepEqual(basemap.labels.towns, towns);
  assert.equal(basemap.labels.countries[0][0], "Aland");
  assert.deepEqual(basemap.labels.areas, [["Southern B", 0.2, 1.5, 7, 1]]);
});

test("what is no basemap is refused in words", async () => {
  await assert.rejects(decodeBasemap(text(Buffer.from("something else"))), /damaged/);
});

test("rivers, lakes and islands come in degrees, with the waters' names", async () => {
  const courses = [[[[0, 0], [50, 25]]], [[[100, 100], [150, 100], [100, 150], [100, 100]]], []];
  const waters = [["Volga", 5, 24, [50, 45.5]]];
  const topology = await decodeBasemap(writeBasemap({ ...TWO_COUNTRIES, courses, waters }));
  assert.deepEqual(topology.waters.map((lines) => lines.map((line) => Array.from(line))), [[[0, 0, 1, 0.5]], [[2, 2, 3, 2, 2, 3, 2, 2]], []]);
  assert.deepEqual(topology.labels.waters, waters);
});
