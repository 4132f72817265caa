import assert from "node:assert/strict";
import test from "node:test";
import { cutAtMarks, linesOf, safeHref, toUnits, unbroken } from "../../geo/map/static/js/text.js";

test("code points become UTF-16 units", () => {
  assert.deepEqual(toUnits("plain", [0, 2, 5]), [0, 2, 5]);
  assert.deepEqual(toUnits("𝕺desa", [0, 1, 5]), [0, 2, 6]);
  assert.deepEqual(toUnits("a👩‍👩‍👧b", [1, 6, 7]), [1, 9, 10]);
});

test("a lone surrogate counts as one", () => {
  assert.deepEqual(toUnits("\ud83d𝕺x", [1, 2, 3]), [1, 3, 4]);
});

test("a text is cut at its marks, whatever stands before them", () => {
  const pieces = cutAtMarks("𝕺 saw Odesa and Lublin.", [{ start: 6, end: 11 }, { start: 16, end: 22 }]);
  assert.deepEqual(pieces.map((p) => [p.text, Boolean(p.mark)]),
    [["𝕺 saw ", false], ["Odesa", true], [" and ", false], ["Lublin", true], [".", false]]);
});

test("marks that overlap the one before are left out, and the text is never lost", () => {
  const pieces = cutAtMarks("Odesa Oblast", [{ start: 0, end: 12 }, { start: 0, end: 5 }]);
  assert.deepEqual(pieces.map((p) => p.text), ["Odesa Oblast"]);
});

test("only web addresses are links", () => {
  assert.equal(safeHref("https://news.example/a?b=1"), "https://news.example/a?b=1");
  for (const bad of ["javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "//x.example", "file:///etc", null, 7]) {
    assert.equal(safeHref(bad), null);
  }
});

test("long names break in two at the space nearest the middle", () => {
  assert.deepEqual(linesOf("Odesa", 17, 44), ["Odesa"]);
  assert.deepEqual(linesOf("Pyongyang International Airport", 17, 44), ["Pyongyang", "International Airport"]);
  assert.deepEqual(linesOf("Llanfairpwllgwyngyll", 17, 44), ["Llanfairpwllgwyngyll"]);
  assert.ok(linesOf("word ".repeat(30), 17, 44).join(" ").length <= 44);
});

test("no line ends between a number and what it counts", () => {
  assert.equal(unbroken("12 not placed"), "12\u00a0not\u00a0placed");
});
