import assert from "node:assert/strict";
import test from "node:test";
import { buildModel, countOf, quotesOf, shownPlaces } from "../../geo/map/static/js/model.js";

const mention = (article, sentence, more = {}) => ({ article, sentence, start: 0, end: 3, kind: "name", dateline: false, usage: null, ...more });
const feature = (id, mentions, more = {}) => ({
  id,
  geometry: { coordinates: [30, 46] },
  properties: { id, name: id, country: "", country_code: "UA", feature_class: "P", feature_code: "PPL", precision: "point", radius_km: 0,
    outline: null, runner_up: null, mentions, ...more },
});
const DATA = {
  title: "t",
  articles: [
    { id: "a", title: "Old", date: "2024-01-01", sentences: [{ text: "Foo." }, { text: "Foo bar." }] },
    { id: "b", title: "New", date: "2024-05-01", sentences: [{ text: "Foo." }] },
    { id: "c", title: "Undated", date: null, sentences: [] },
  ],
  features: [
    feature("town", [mention(0, 0), mention(0, 0, { start: 4, end: 7 }), mention(0, 1), mention(1, 0)]),
    feature("people", [mention(1, 0, { kind: "demonym" })], { feature_class: "A", feature_code: "PCLI", precision: "area", outline: "UA" }),
    feature("bureau", [mention(1, 0, { dateline: true })]),
  ],
  unresolved: [mention(0, 1, { name: "Nowhere" })],
};
const model = buildModel(DATA, (key) => key === "UA");

test("demonyms count only when asked", () => {
  const people = model.byId.get("people");
  assert.equal(countOf(people, false), 0);
  assert.equal(countOf(people, true), 1);
  assert.deepEqual(shownPlaces(model, false).map((p) => p.id), ["town", "bureau"]);
  assert.deepEqual(shownPlaces(model, true).map((p) => p.id), ["town", "people", "bureau"]);
});

test("quotes come by article, newest first, one a sentence", () => {
  const groups = quotesOf(model, model.byId.get("town"), false);
  assert.deepEqual(groups.map((g) => [g.article.title, g.sentences.map((s) => s.marks.length)]), [["New", [1]], ["Old", [2, 1]]]);
});

test("a place named in datelines alone is where a story was filed", () => {
  assert.equal(model.byId.get("bureau").filedOnly, true);
  assert.equal(model.byId.get("town").filedOnly, false);
  assert.equal(model.byId.get("people").filedOnly, false);
});

test("an article knows its names in order, placed or not", () => {
  assert.deepEqual(model.articles[0].marks.map((m) => m.place?.id ?? m.name), ["town", "town", "town", "Nowhere"]);
  assert.equal(model.articles[1].placeCount, 2);
});
