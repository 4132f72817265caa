import assert from "node:assert/strict";
import test from "node:test";
import { pathData, svgLayer, svgTag, xmlText } from "../../geo/map/static/js/svg_text.js";

test("text and attributes can never end their place", () => {
  assert.equal(xmlText(`</text><script>"'&`), "&#60;/text&#62;&#60;script&#62;&#34;&#39;&#38;");
  assert.equal(xmlText("a\u0000b\ud800c😀"), "a\ufffdb\ufffdc😀");
  assert.equal(svgTag("text", { x: 1.26, fill: `"><x`, id: null }, xmlText("<b>")), '<text x="1.3" fill="&#34;&#62;&#60;x">&#60;b&#62;</text>');
});

test("layers have safe ids of their own, and empty ones are left out", () => {
  const taken = new Set();
  assert.ok(svgLayer(taken, "layer </g><script>", {}, ["<path/>"]).startsWith('<g id="layer-g-script"><title>layer &#60;/g'));
  assert.ok(svgLayer(taken, "layer g script", {}, ["<path/>"]).startsWith('<g id="layer-g-script-x">'));
  assert.ok(svgLayer(taken, "Київ", {}, ["<path/>"]).startsWith('<g id="layer">'));
  assert.equal(svgLayer(taken, "none", {}, ["", null]), "");
});

test("lines far off the picture are shortened, and what is seen stays", () => {
  const same = (x, y) => [x, y];
  const box = [0, 0, 100, 100];
  assert.equal(pathData([[10, 10, 20, 20.04, 30, 10]], same, box, false), "M10 10L20 20L30 10");
  assert.equal(pathData([[10, 10, 200, 10, 300, 20, 400, 30, 500, 40, 50, 50]], same, box, true), "M10 10L200 10L500 40L50 50Z");
  assert.equal(pathData([[200, 10, 300, 20]], same, box, false), "");
});
