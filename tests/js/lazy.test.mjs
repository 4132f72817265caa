import assert from "node:assert/strict";
import test from "node:test";
import { lazily } from "../../geo/map/static/js/lazy.js";

test("a lazy member is worked out once, when it is asked for, and is then a member like others", () => {
  let asked = 0;
  const record = { a: 1 };
  lazily(record, "b", () => (asked += 1));
  assert.equal(asked, 0);
  assert.deepEqual([record.b, record.b, asked], [1, 1, 1]);
  record.b = 5;
  assert.deepEqual({ ...record }, { a: 1, b: 5 });
});
