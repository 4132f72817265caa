import assert from "node:assert/strict";
import test from "node:test";
import { doubtfulFirst, pointOf, rowLine, rowOf, rowsFile, withRow } from "../../geo/map/static/js/mending_rows.js";

const ARTICLE = { id: "a, 1.txt" };
const MENTION = { text: 'the "Mill"', start: 7, end: 17 };

test("a row says where it applies and what it means", () => {
  assert.equal(rowLine(rowOf(ARTICLE, MENTION, "here", { id: "gn:1" })), 'place,"the ""Mill""","a, 1.txt",7,17,,gn:1,,,');
  assert.equal(rowLine(rowOf(ARTICLE, MENTION, "article", { lat: 48.50000001, lon: -37 })), 'place,"the ""Mill""","a, 1.txt",,,,,48.5,-37,');
  assert.equal(rowLine(rowOf(ARTICLE, MENTION, "everywhere", null)), 'ignore,"the ""Mill""",,,,,,,,');
});

test("a later row replaces one that speaks of the same mentions, so that a file never contradicts itself", () => {
  const first = rowOf(ARTICLE, MENTION, "everywhere", { id: "gn:1" });
  const here = rowOf(ARTICLE, MENTION, "here", { id: "gn:2" });
  const last = rowOf(ARTICLE, { ...MENTION, text: 'THE "mill"' }, "everywhere", null);
  assert.deepEqual(withRow(withRow(withRow([], first), here), last), [here, last]);
  assert.equal(rowsFile([last]).split("\n").length, 3);
});

test("the least certain mention comes first, what is not placed before all", () => {
  const mentions = [{ certainty: 0.9, article: 0 }, { certainty: 0.2, article: 1 }, { article: 2 }];
  assert.deepEqual(doubtfulFirst(mentions).map((m) => m.article), [2, 1, 0]);
});

test("coordinates as people type them, and nothing that is not on Earth", () => {
  assert.deepEqual(pointOf(" 48.5, -37.25 "), { lat: 48.5, lon: -37.25 });
  assert.deepEqual(pointOf("48.5 37"), { lat: 48.5, lon: 37 });
  for (const text of ["", "48.5", "91,0", "0,181", "0,0", "north,east", "1,2,3"]) assert.equal(pointOf(text), null);
});
