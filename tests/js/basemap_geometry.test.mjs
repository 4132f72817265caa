// Outlines: closed, the right way round, whole across levels of detail and the antimeridian.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeBasemap } from "../../geo/map/static/js/basemap_decode.js";
import { outlineEdges, outlineGeometry, outlineOf } from "../../geo/map/static/js/basemap_geometry.js";
import { TWO_COUNTRIES, writeBasemap } from "./basemap_blob.mjs";

const twiceArea = (ring) => ring.slice(1).reduce((sum, [lat, lng], i) => sum + ring[i][1] * lat - lng * ring[i][0], 0);
const area = (ring) => Math.round(twiceArea(ring) * 5e8) / 1e9;

test("a country's outline leaves out the borders of its own regions", async () => {
  const topology = await decodeBasemap(writeBasemap(TWO_COUNTRIES));
  const rings = outlineOf(outlineEdges(topology, "BB"));
  assert.equal(rings.length, 1);
  assert.deepEqual(rings[0].at(0), rings[0].at(-1));
  assert.equal(area(rings[0]), 1);
  assert.deepEqual(outlineOf(outlineEdges(topology, "gn:2")).map(area), [0.5]);
});

test("outer rings run counter-clockwise and lakes clockwise", async () => {
  const rings = outlineOf(outlineEdges(await decodeBasemap(writeBasemap(TWO_COUNTRIES)), "AA"));
  assert.deepEqual(rings.map(area).sort((a, b) => a - b), [-0.25, 1]);
});

test("an unknown key has no outline", async () => {
  const topology = await decodeBasemap(writeBasemap(TWO_COUNTRIES));
  assert.deepEqual(outlineOf(outlineEdges(topology, "ZZ")), []);
  assert.equal(outlineGeometry(outlineEdges(topology, "ZZ")), null);
  assert.deepEqual(outlineEdges(topology, "ZZ"), []);
});

test("an outline of coarse and fine arcs closes, and goes through the fine points", async () => {
  const detail = [{ number: 3, points: [[1004, 497], [1200, 250], [996, 4]] }];
  const [ring] = outlineOf(outlineEdges(await decodeBasemap(writeBasemap({ ...TWO_COUNTRIES, detail })), "gn:2"));
  assert.deepEqual(ring.at(0), ring.at(-1));
  assert.ok(ring.some(([lat, lng]) => lat === 0.25 && lng === 1.2));
});

test("fine arcs that meet in one coarse node are told apart by their points", async () => {
  // Four arcs of a region smaller than a step of the coarse grid.
  const corners = [[2001, 2001], [2006, 2001], [2006, 2006], [2001, 2006]];
  const detail = corners.map((corner, i) => ({ number: 7 + i, left: 4, right: 0, points: [corner, corners[(i + 1) % 4]] }));
  const rings = outlineOf(outlineEdges(await decodeBasemap(writeBasemap({ ...TWO_COUNTRIES, detail })), "ne:b-north"));
  assert.equal(rings.length, 2);
  assert.ok(Math.min(...rings.map(area)) === 0.000025);
});

test("what lies beyond the antimeridian is moved next to the rest, and its cut is marked", async () => {
  const topology = await decodeBasemap(
    writeBasemap({
      units: [["FJ", [1]]],
      arcs: [
        { left: 2, right: 0, points: [[9000, 10], [8700, 10], [8500, 10], [8500, 0], [9000, 0]] },
        { left: 2, right: 1, points: [[9000, 0], [9000, 10]] },
        { left: 2, right: 0, points: [[-9000, 0], [-8900, 0], [-8900, 10], [-9000, 10]] },
        { left: 2, right: 1, points: [[-9000, 10], [-9000, 0]] },
      ],
    }),
  );
  const lngs = outlineOf(outlineEdges(topology, "FJ")).flat().map(([, lng]) => lng);
  assert.deepEqual([Math.min(...lngs), Math.max(...lngs)], [170, 182]);
  assert.equal(outlineEdges(topology, "FJ").filter((edge) => edge.seam).length, 2);
});
