// The basemap's colours can be read, by day and by night.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BASEMAP_THEMES } from "../../geo/map/static/js/basemap_theme.js";

const luminance = (hex) => {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

for (const [name, colours] of Object.entries(BASEMAP_THEMES)) {
  test(`names on the ${name} map contrast with what they lie on by 4.5 to 1`, () => {
    for (const text of ["country", "area", "regionText", "city"]) assert.ok(contrast(colours[text], colours.land) >= 4.5, `${text} ${contrast(colours[text], colours.land)}`);
    for (const under of ["sea", "land", "riverBand"]) assert.ok(contrast(colours.seaText, colours[under]) >= 4.5, `${under} ${contrast(colours.seaText, colours[under])}`);
  });
  test(`land and sea, and borders and land, can be told apart on the ${name} map`, () => {
    assert.ok(contrast(colours.land, colours.sea) > 1.1);
    assert.ok(contrast(colours.border, colours.land) > 2, String(contrast(colours.border, colours.land)));
    assert.ok(contrast(colours.coast, colours.land) > 1.8, String(contrast(colours.coast, colours.land)));
  });
}

test("both themes name the same colours", () => {
  assert.deepEqual(Object.keys(BASEMAP_THEMES.dark), Object.keys(BASEMAP_THEMES.light));
});
