// The style sheet's colours can be read on what they lie on: lists and cards, and labels on the map.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BASEMAP_THEMES } from "../../geo/map/static/js/basemap_theme.js";

const css = readFileSync(new URL("../../geo/map/static/css/tokens.css", import.meta.url), "utf8");
const tokensOf = (block) => Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((found) => [found[1], found[2]]));
const [light, dark] = css.split(':root[data-theme="dark"]').map(tokensOf);
const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const luminance = (colour) => {
  const [r, g, b] = colour.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const over = (top, alpha, under) => top.map((v, i) => v * alpha + under[i] * (1 - alpha));

// Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency", severity 1.
const BLINDNESS = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const linear = (colour) => colour.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
const seen = (colour, matrix) => matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, part, i) => sum + part * linear(colour)[i], 0))));
const lab = ([r, g, b]) => {
  const [x, y, z] = [(0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883]
    .map((v) => (v > 0.008856 ? Math.cbrt(v) : 7.787 * v + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

for (const [name, tokens] of [["light", light], ["dark", dark]]) {
  const colour = (token) => rgb(tokens[token]);
  const map = BASEMAP_THEMES[name];
  test(`text on ${name} sheets and buttons contrasts by 4.5 to 1`, () => {
    for (const ground of ["sheet", "paper"]) {
      for (const text of ["ink", "muted", "accent", "filed", "area-ink"]) assert.ok(contrast(colour(text), colour(ground)) >= 4.5, `${text} on ${ground}`);
    }
    assert.ok(contrast(colour("ink"), colour("accent-soft")) >= 4.5);
    assert.ok(contrast(colour("accent-ink"), colour("accent")) >= 4.5);
    assert.ok(contrast(colour("strong-line"), colour("sheet")) >= 3, "the rims of buttons and fields");
  });
  test(`labels of marks on the ${name} map contrast by 4.5 to 1 with their halo, land, sea and tinted areas`, () => {
    const land = rgb(map.land);
    const grounds = { halo: colour("halo"), land, sea: rgb(map.sea), country: over(colour("area"), 0.07, land), region: over(colour("area"), 0.2, land) };
    for (const text of ["ink", "area-ink", "filed"]) {
      for (const [ground, under] of Object.entries(grounds)) assert.ok(contrast(colour(text), under) >= 4.5, `${text} on ${ground}: ${contrast(colour(text), under)}`);
    }
    assert.ok(contrast(colour("muted"), colour("halo")) >= 4.5, "ghosts' labels");
  });
  test(`what happened and where it was filed are told apart by colour-blind readers, too, on the ${name} page`, () => {
    for (const [kind, matrix] of Object.entries(BLINDNESS)) {
      const [one, other] = ["accent", "filed"].map((token) => lab(seen(colour(token), matrix)));
      const difference = Math.hypot(...one.map((v, i) => v - other[i]));
      assert.ok(difference > 20, `${kind}: ${difference}`);
    }
  });
  test(`dots and symbols on the ${name} map contrast by 3 to 1`, () => {
    for (const mark of ["accent", "filed"]) for (const ground of [map.land, map.sea]) assert.ok(contrast(colour(mark), rgb(ground)) >= 3, `${mark} on ${ground}`);
  });
}
