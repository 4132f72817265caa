import assert from "node:assert/strict";
import test from "node:test";
import { LEAST_TARGET, pressOffsets } from "../../geo/map/static/js/press_boxes.js";

const boxOf = ([x, y], [dx, dy]) => [x + dx - 12, y + dy - 12, x + dx + 12, y + dy + 12];
const areApart = (a, b) => a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];

test("a mark by itself is pressed where it is, in 24 pixels", () => {
  assert.equal(LEAST_TARGET, 24);
  assert.deepEqual(pressOffsets([[50, 50], [90, 50]], []), [[0, 0], [0, 0]]);
});

test("marks and labels side by side keep squares of their own, each with its dot on it", () => {
  const spots = [[50, 50], [50, 70], [72, 50]];
  const label = [30, 20, 90, 44];
  const boxes = pressOffsets(spots, [label]).map((offset, i) => boxOf(spots[i], offset));
  boxes.forEach((box, i) => {
    assert.ok(areApart(box, label));
    assert.ok(box[0] <= spots[i][0] && box[2] >= spots[i][0] && box[1] <= spots[i][1] && box[3] >= spots[i][1]);
    boxes.slice(0, i).forEach((other) => assert.ok(areApart(box, other), `${box} ${other}`));
  });
});

test("on one spot there is no room for two, and a crowd is not measured out", () => {
  assert.equal(pressOffsets([[5, 5], [5, 5]], []).length, 2);
  assert.ok(pressOffsets(Array.from({ length: 400 }, () => [1, 1]), []).every(([x, y]) => x === 0 && y === 0));
});
