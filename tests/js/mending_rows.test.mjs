import assert from "node:assert/strict";
import test from "node:test";
import { guardedCell } from "../../geo/map/static/js/csv_cell.js";
import { canBeMended, doubtfulFirst, placeRowOf, rowFor, rowLine, rowOf, rowsFile, targetOf, withRow } from "../../geo/map/static/js/mending_rows.js";
import { findInArticle, knownTargets, targetsFor } from "../../geo/map/static/js/mending_targets.js";
import { pointOf } from "../../geo/map/static/js/typed_point.js";

const ARTICLE = { id: "a, 1.txt" };
const MENTION = { text: 'the "Mill"', start: 7, end: 17 };

test("a row says where it applies and what it means", () => {
  assert.equal(rowLine(rowOf(ARTICLE, MENTION, "here", { id: "gn:1" })), 'place,"the ""Mill""","a, 1.txt",7,17,,gn:1,,,');
  assert.equal(rowLine(rowOf(ARTICLE, MENTION, "article", { lat: 48.50000001, lon: -37 })), 'place,"the ""Mill""","a, 1.txt",,,,,48.5,-37,');
  assert.equal(rowLine(rowOf(ARTICLE, MENTION, "everywhere", null)), 'ignore,"the ""Mill""",,,,,,,,');
  assert.equal(rowOf(ARTICLE, { ...MENTION, text: "Old\n  Mill " }, "here", null).mention, "Old Mill");
});

test("a later row replaces one that speaks of the same mentions, so that a file never contradicts itself", () => {
  const first = rowOf(ARTICLE, MENTION, "everywhere", { id: "gn:1" });
  const here = rowOf(ARTICLE, MENTION, "here", { id: "gn:2" });
  const last = rowOf(ARTICLE, { ...MENTION, text: 'THE "mill"' }, "everywhere", null);
  assert.deepEqual(withRow(withRow(withRow([], first), here), last), [here, last]);
  assert.equal(rowsFile([last]).split("\n").length, 3);
});

test("the most specific row decides a mention", () => {
  const rows = [rowOf(ARTICLE, MENTION, "everywhere", null), rowOf(ARTICLE, MENTION, "article", { id: "gn:1" })];
  assert.equal(rowFor(rows, ARTICLE, MENTION), rows[1]);
  assert.equal(rowFor(rows, { id: "b" }, MENTION), rows[0]);
  assert.equal(rowFor(rows, ARTICLE, { ...MENTION, text: "Mill" }), null);
});

test("a new place is a row of its own behind the corrections, once for each spot", () => {
  const row = rowOf(ARTICLE, { text: "Mill", start: 1, end: 5 }, "here", { lat: 48.5, lon: 37 });
  const near = { ...row, start: "9", end: "13", newPlace: placeRowOf("mill", { lat: 48.51, lon: 37 }, "") };
  const lines = rowsFile([{ ...row, newPlace: placeRowOf("Mill", { lat: 48.5, lon: 37 }, "village") }, near]).split("\n");
  assert.equal(lines[0], "action,mention,article,start,end,country_code,place,latitude,longitude,note,name,feature_code");
  assert.equal(lines[3], ",,,,,,,48.5,37,,Mill,village");
  assert.equal(lines.length, 5);
});

test("what a text or a row pinned is told by its point, what the gazetteer knows by its id", () => {
  const at = { lat: 1, lon: 2 };
  assert.deepEqual(targetOf({ id: "gn:1", ...at }), { id: "gn:1" });
  assert.deepEqual(targetOf({ id: "text:mill@1,2", ...at }), at);
  assert.deepEqual(targetOf({ id: "geo:1,2", ...at }), at);
  assert.deepEqual(targetOf({ id: "csv:mill@1,2", source: "corrections.csv:2", mentions: [{ decided_by: "corrections.csv:3" }], ...at }), at);
  assert.deepEqual(targetOf({ id: "csv:mill", source: "places.csv:2", mentions: [{ decided_by: "corrections.csv:3" }], ...at }), { id: "csv:mill" });
});

test("no cell is taken for a formula, and numbers stay numbers", () => {
  assert.equal(guardedCell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
  assert.equal(guardedCell("'=x"), "''=x");
  assert.equal(guardedCell("@a,b"), "\"'@a,b\"");
  for (const plain of ["-37.5", "'t Zand", "a=b", "O'Brien"]) assert.equal(guardedCell(plain), plain);
});

test("what no row can hold is not offered", () => {
  for (const text of ["Mill", "Ж", "7"]) assert.ok(canBeMended(text));
  for (const text of ["…", "'", "a".repeat(201), "a\0b"]) assert.ok(!canBeMended(text));
});

test("the least certain mention comes first", () => {
  const mentions = [{ certainty: 0.9, article: 0 }, { certainty: 0.2, article: 1 }, { certainty: 0.2, article: 0, sentence: 1 }, { certainty: 0.2, article: 0, sentence: 0 }];
  assert.deepEqual(doubtfulFirst(mentions).map((m) => [m.article, m.sentence]), [[0, 0], [0, 1], [1, undefined], [0, undefined]]);
});

test("coordinates as people type them, and nothing that is not on Earth", () => {
  const near = (text, lat, lon) => {
    const point = pointOf(text);
    assert.ok(!point.fault && Math.abs(point.lat - lat) < 1e-6 && Math.abs(point.lon - lon) < 1e-6, `${text}: ${JSON.stringify(point)}`);
  };
  near(" 48.5, -37.25 ", 48.5, -37.25);
  near("48.5 37", 48.5, 37);
  near("48,5; 37,25", 48.5, 37.25);
  near("−33.9, 18.4", -33.9, 18.4);
  near("48.28 N, 37.18 E", 48.28, 37.18);
  near("37.18E 48.28N", 48.28, 37.18);
  near("S 33.9 W 18.4", -33.9, -18.4);
  near("lat: 48.5, lng: 37", 48.5, 37);
  near("48°16′48″N 37°10′48″E", 48.28, 37.18);
  near("48° 16' 48\" N, 37° 10' 48\" E", 48.28, 37.18);
  near("N48°16.8' E37°10.8'", 48.28, 37.18);
  near("-48°16'48\" 37°10'48\"", -48.28, 37.18);
  assert.deepEqual(["95, 20", "20, 195", "0, 0", "abc"].map((text) => pointOf(text).fault), ["latitude", "longitude", "zero", "form"]);
  for (const text of ["", "48.5", "91,0", "0,181", "0,0", "north,east", "1,2,3", "48N 37N", "48°61'N 37°E", "48.5°30'N 37E", "-48N, 37E", "N48N, 37E", "1 2 3 4"]) {
    assert.ok(pointOf(text).fault && !("lat" in pointOf(text)), text);
  }
});

test("a missed name is found where no mark stands yet, in code points", () => {
  const article = { marks: [{ sentence: 0, start: 2, end: 6 }], sentences: [{ start: 10, text: "🚢 Mill" }, { start: 40, text: null }, { start: 20, text: "Mill." }] };
  assert.deepEqual(findInArticle(article, " Mill "), { isMarked: false, text: "Mill", start: 20, end: 24 });
  assert.deepEqual(findInArticle({ ...article, marks: [] }, "Mill"), { isMarked: false, text: "Mill", start: 12, end: 16 });
  assert.equal(findInArticle(article, "Moll"), null);
});

test("each place is known once: on the page, as a candidate, or by the basemap's name for it", () => {
  const model = { places: [{ id: "1", name: "Odesa", lat: 46.48, lon: 30.74 }], candidates: [{ id: "1", name: "x", lat: 0, lon: 0 }, { id: "2", name: "Lviv", lat: 49.8, lon: 24 }] };
  const known = knownTargets(model, [["Odesa", 46.47, 30.73], ["Izmail", 45.35, 28.85], ["Izmail", 45.36, 28.84]]);
  assert.deepEqual(known.map((place) => place.name), ["Odesa", "Lviv", "Izmail"]);
  assert.ok(known[2].isTown && known[2].id === undefined);
  assert.deepEqual(targetsFor(known, { mention: { text: "x" }, place: null, others: [] }, "izm").map((place) => place.name), ["Izmail"]);
});

test("runner-ups are offered first, then places called alike, and a query finds by name, region and other names", () => {
  const known = [{ id: "1", name: "Odesa", names: ["Odessa"] }, { id: "2", name: "Odessa", region: "Texas" }, { id: "3", name: "Omsk" }];
  const ids = (subject, query = "") => targetsFor(known, subject, query).map((place) => place.id);
  assert.deepEqual(ids({ mention: { text: "Odessa" }, place: { id: "1" }, others: [{ id: "9" }] }), ["9", "2"]);
  assert.deepEqual(ids({ mention: { text: "x" }, place: null, others: [] }, "odessa tex"), ["2"]);
  assert.deepEqual(ids({ mention: null, place: null, others: [] }), []);
  assert.deepEqual(ids({ mention: { text: "x" }, place: null, others: [{ id: "9" }] }, "óms"), ["3"]);
});
