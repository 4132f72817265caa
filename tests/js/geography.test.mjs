import assert from "node:assert/strict";
import test from "node:test";
import { openGeography, unmarkedLabels } from "../../geo/map/static/js/geography.js";

test("a place with a mark is not named a second time by the basemap", () => {
  const labels = {
    countries: [["Ukraine", 49, 32, 2], ["Poland", 52, 19, 3]],
    areas: [],
    seas: [["Black Sea", 43, 34, 3]],
    cities: [["Odessa", 46.48, 30.73, 4, 0], ["Kyiv", 50.45, 30.52, 3, 1]],
    towns: [["Chornomorsk", 46.3, 30.65, 8], ["Usatove", 46.53, 30.65, 9]],
    waters: [["Dnieper", 5, 24, [46.7, 32.8]], ["Dniester", 5, 24, [47, 29.3]]],
  };
  const places = [
    { name: "Ukraine", areal: true, lat: 49.1, lon: 31.5, country_code: "UA", feature_code: "PCLI" },
    { name: "Black Sea", areal: true, lat: 43.4, lon: 34.3, country_code: "", feature_code: "SEA" },
    { name: "Odesa", areal: false, lat: 46.4857, lon: 30.7438 },
    { name: "Dnieper", areal: true, lat: 48.5, lon: 35, country_code: "", feature_code: "STM" },
  ];
  const left = unmarkedLabels(labels, places);
  assert.deepEqual(left.countries.map(([name]) => name), ["Poland"]);
  assert.deepEqual(left.seas, []);
  assert.deepEqual(left.waters.map(([name]) => name), ["Dniester"]);
  assert.deepEqual(left.cities.map(([name]) => name), ["Kyiv"]);
  assert.deepEqual(left.towns.map(([name]) => name), ["Chornomorsk", "Usatove"], "its neighbours are named");
});

test("a map without a basemap knows no outline", async () => {
  const geography = await openGeography("");
  assert.equal(geography.hasOutline("UA"), false);
  assert.equal(geography.layer, undefined);
});
