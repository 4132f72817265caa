import assert from "node:assert/strict";
import test from "node:test";
import { fileName, mentionsCsv, placesGeojson, safeCell } from "../../geo/map/static/js/download_tables.js";
import { buildModel } from "../../geo/map/static/js/model.js";
import { DEFAULT_VIEW, visible } from "../../geo/map/static/js/selection.js";

const mention = (article, more = {}) => ({
  article, sentence: 0, start: 2, end: 7, kind: "name", dateline: false, usage: "literal", certainty: 0.95, score: 0.97, decided_by: "", ...more,
});
const DATA = {
  title: "t",
  articles: [
    { id: "=cmd|' /C calc'!A0", title: "+1", publisher: "@sum", date: "2024-01-01", url: null, sentences: [{ text: "𝕺 Foo, \"so\".", start: 10 }] },
    { id: "b", title: "Plain", publisher: null, date: null, url: null, sentences: [{ text: "A Foo-ite.", start: 0 }] },
  ],
  features: [{
    id: "gn:1",
    geometry: { type: "Point", coordinates: [-30.5, 46] },
    properties: {
      id: "gn:1", name: "-Foo", names: [], kind: "town", feature_class: "P", feature_code: "PPL", country_code: "UA", country: "Ukraine", region: "", precision: "point",
      radius_km: 0, outline: null, population: 5, geonameid: "1", source: "GeoNames", note: "", certainty: 0.95, certainty_word: "certain", runner_up: null,
      mentions: [mention(0), mention(1, { kind: "demonym" })],
    },
  }],
  unresolved: [],
};
const model = buildModel(DATA, () => false);
const rowsOf = (view = {}) => mentionsCsv(model, visible(model, { ...DEFAULT_VIEW, ...view })).split("\r\n");

test("mentions are CSV for spreadsheets: byte-order mark, CRLF, a row a mention, names by code points", () => {
  const rows = rowsOf();
  assert.ok(rows[0].startsWith("\ufeffarticle,title,"));
  assert.equal(rows.length, 3);
  assert.ok(rows[1].includes(',"𝕺 Foo, ""so"".",12,name,literal,false,gn:1,'));
});

test("no text is taken for a formula, numbers stay numbers", () => {
  const row = rowsOf()[1];
  assert.ok(row.startsWith("'=cmd|' /C calc'!A0,'+1,'@sum,2024-01-01,,"));
  assert.ok(row.includes(",'-Foo,46,-30.5,"));
  for (const start of ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]) assert.match(safeCell(`${start}1`), /^"?'/);
  assert.equal(safeCell(-1.5), "-1.5");
});

test("files hold what the filters show", () => {
  assert.equal(rowsOf({ demonyms: true }).length, 4);
  assert.equal(rowsOf({ kind: "country" }).length, 2);
  const { features } = JSON.parse(placesGeojson(model, visible(model, DEFAULT_VIEW)));
  assert.deepEqual(features[0].geometry, { type: "Point", coordinates: [-30.5, 46] });
  assert.equal(features[0].properties.mentions, 1);
  assert.deepEqual(features[0].properties.quotes, ["𝕺 Foo, \"so\"."]);
});

test("a file's name is letters, digits and hyphens, whatever the title", () => {
  assert.equal(fileName("North Korean troops in Russia", "csv"), "north-korean-troops-in-russia.csv");
  assert.equal(fileName("../../etc/passwd\u0000", "svg"), "etc-passwd.svg");
  assert.equal(fileName("<img src=x>", "png"), "img-src-x.png");
  assert.equal(fileName("Київ \u202eevil", "csv"), "київ-evil.csv");
  assert.equal(fileName("…", "csv"), "map.csv");
  assert.equal(fileName("CON", "csv"), "map-con.csv");
  assert.equal(fileName("a".repeat(500), "csv").length, 64);
});
