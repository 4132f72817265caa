import assert from "node:assert/strict";
import test from "node:test";
import { readView, writeView } from "../../geo/map/static/js/address.js";
import { buildModel, quotesOf } from "../../geo/map/static/js/model.js";
import { buildSearch } from "../../geo/map/static/js/search_index.js";
import { DEFAULT_VIEW, visible } from "../../geo/map/static/js/selection.js";
import { isoOfDay, spanOfDate, timeScale } from "../../geo/map/static/js/time_scale.js";

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

const shown = (change) => visible(model, { ...DEFAULT_VIEW, ...change });
const ids = (entries) => entries.map((entry) => entry.place.id);

test("demonyms count only when asked", () => {
  assert.deepEqual(ids(shown({}).places), ["town", "bureau"]);
  assert.deepEqual(ids(shown({ demonyms: true }).places), ["town", "people", "bureau"]);
});

test("filters leave the mentions of what passes them, and count them", () => {
  assert.deepEqual(shown({ only: 1 }).places.map((e) => [e.place.id, e.count]), [["town", 1], ["bureau", 1]]);
  assert.deepEqual(ids(shown({ datelines: false }).places), ["town"]);
  assert.deepEqual(ids(shown({ kind: "country", demonyms: true }).places), ["people"]);
  assert.deepEqual(ids(shown({ country: "FR" }).places), []);
  assert.deepEqual(shown({ country: "FR" }).articles, []);
});

test("a range of days leaves out what lies beyond it and what has no date", () => {
  const from = spanOfDate("2024-02-01")[0];
  assert.deepEqual(shown({ from }).articles.map((a) => a.id), ["b"]);
  assert.deepEqual(shown({ to: from }).articles.map((a) => a.id), ["a"]);
  assert.deepEqual(shown({ to: from }).unresolved.map((u) => u.name), ["Nowhere"]);
});

test("a month and a year are all their days", () => {
  assert.deepEqual(spanOfDate("2024-02").map(isoOfDay), ["2024-02-01", "2024-02-29"]);
  assert.deepEqual(spanOfDate("2025-12").map(isoOfDay), ["2025-12-01", "2025-12-31"]);
  assert.deepEqual(spanOfDate("2025").map(isoOfDay), ["2025-01-01", "2025-12-31"]);
  assert.equal(spanOfDate(null), null);
  assert.equal(timeScale([{ date: "2025-01-01" }, { date: "2025-01-01" }]), null);
  assert.equal(timeScale(model.articles).bins.reduce((a, b) => a + b), 2);
});

test("a view survives its address; what the address does not know is passed over", () => {
  const view = { ...DEFAULT_VIEW, article: 0, place: "town", q: "Łódź & co", from: spanOfDate("2024-01-05")[0], kind: "town,site", only: 1,
    datelines: false, demonyms: true, at: "0.1.0", why: true, tab: "places" };
  assert.deepEqual(readView(writeView(view, model), model), view);
  const plain = { ...DEFAULT_VIEW, article: 1 };
  assert.equal(writeView(plain, model), "");
  assert.deepEqual(readView("#place=none&from=x&to=2024-13-99&kind=moon&certainty=&only=9&at=9.9.9&country=ZZ&usage=<b>&__proto__=1", model), plain);
});

test("search folds case and accents, and knows other names", () => {
  const data = { ...DATA, features: [feature("a", [mention(0, 0)], { name: "Galați", names: ["Galatz", "Łódź"] })] };
  const search = buildSearch(buildModel(data, () => false));
  for (const query of ["GALATI", "galatz", "lodz", "gal"]) assert.deepEqual(search.find(query).places.map((p) => p.id), ["a"], query);
  assert.deepEqual(search.find("foo bar").sentences.map((s) => [s.article.id, s.sentence]), [["a", 1]]);
  assert.deepEqual(search.find("undated").articles.map((a) => a.id), ["c"]);
  assert.deepEqual(search.find("  "), { places: [], articles: [], sentences: [], whole: true });
});

test("search answers before it has read everything, and says so", () => {
  const sentences = Array.from({ length: 400 }, (_, i) => ({ text: `Sentence ${i} \u00e9${"x".repeat(2000)}.` }));
  const articles = Array.from({ length: 200 }, (_, i) => ({ id: `${i}`, title: `T${i}`, date: null, sentences }));
  const search = buildSearch(buildModel({ ...DATA, articles }, () => false));
  const early = search.find("town");
  assert.deepEqual(early.places.map((p) => p.id), ["town"]);
  assert.equal(early.whole, false);
});

test("quotes come by article, newest first, one a sentence", () => {
  const groups = quotesOf(model, model.byId.get("town").mentions);
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
