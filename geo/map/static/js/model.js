// The page's data with what every view needs worked out once.
import { evidenceOf } from "./evidence.js";
import { lazily } from "./lazy.js";
import { glyphOf, isAreal, shapeOf } from "./symbols.js";
import { LANGUAGE } from "./words.js";

/**
 * The model of a page: `places` (most named first), `articles`, `unresolved`, `derived` (footprints as places), `byId`,
 * `candidates` (places not taken), `evidence(mention)`, what decided it; `opening`, the article to open first; `publishers`
 * and `countries` to filter by. `hasOutline(key)` says whether the basemap can draw a country or region. The data are the
 * model's from then on.
 */
export function buildModel(data, hasOutline) {
  const places = data.features.map((feature) => placeOf(feature, hasOutline));
  const unresolved = data.unresolved.map((name, index) => ({ ...name, index }));
  const marksOf = markIndex(data.articles.length, places, unresolved);
  const articles = data.articles.map((article, index) => articleOf(article, index, marksOf));
  const derived = (data.footprints ?? []).map(derivedPlace);
  const focused = new Map();
  for (const article of articles) for (const id of article.focus ?? []) focused.set(id, (focused.get(id) ?? 0) + 1);
  for (const place of places) place.focus = focused.get(place.id) ?? 0;
  const newest = newestFirst(articles)[0];
  const model = {
    title: data.title,
    places,
    articles,
    unresolved,
    derived,
    footprints: data.footprints ?? [],
    byId: new Map([...places, ...derived].map((p) => [p.id, p])),
    evidence: (mention) => {
      const { why, others } = evidenceOf(data, mention.evidence);
      return { why, others: others.map((other) => ({ ...other, country: other.country || countryName(other.country_code) })) };
    },
    opening: newest ? newest.index : null,
    publishers: [...new Set(articles.map((a) => a.publisher).filter(Boolean))].sort(),
    countries: countriesOf(places),
  };
  lazily(model, "candidates", () => data.candidates ?? []);
  return model;
}

/** A function that gives an article's marks, its names in order of text; all are gathered when it is first asked. */
function markIndex(count, places, unresolved) {
  let gathered = null;
  const gather = () => {
    gathered = Array.from({ length: count }, () => []);
    for (const place of places) for (const mention of place.mentions) gathered[mention.article].push([mention, place]);
    // A name that stands at an anchor is marked with its place already.
    for (const name of unresolved) if (!name.anchor) gathered[name.article].push([name, null]);
  };
  return (index) => {
    if (!gathered) gather();
    const marks = gathered[index].map(([mention, place]) => ({ ...mention, place }));
    return marks.sort((a, b) => a.sentence - b.sentence || a.start - b.start);
  };
}

function articleOf(article, index, marksOf) {
  const made = Object.create(article);
  made.index = index;
  lazily(made, "marks", () => marksOf(index));
  lazily(made, "placeCount", () => new Set(made.marks.filter((m) => m.place && !isDemonym(m)).map((m) => m.place.id)).size);
  return made;
}

function countriesOf(places) {
  const names = new Map();
  for (const { country_code: code, country, name, feature_code: kind } of places) {
    if (code && !names.has(code)) names.set(code, country || (kind.startsWith("PCL") ? name : "") || countryName(code));
  }
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name));
}

/** A footprint as a place of its own: the words that made it are its name. */
function derivedPlace(footprint, number) {
  const { article, sentence, start, end, words, kind, lat, lon, radius_km, anchors } = footprint;
  return {
    id: `derived:${number}`, name: words, kind: "", derived: kind, anchors, lat, lon, radius_km, shape: "derived", areal: false,
    glyph: "derived", approximate: false, filedOnly: false, country: "", country_code: "", region: "", feature_class: "", feature_code: "",
    precision: "approximate", outline: null, names: [], why: [], runner_up: null, note: "", source: "", focus: 0,
    mentions: [{ article, sentence, start, end, kind: "name", usage: "literal", dateline: false }],
  };
}

/** Whether a mention is of a people or language ("Russian") and not of the place itself. */
export function isDemonym(mention) {
  return mention.kind === "demonym";
}

/** The articles newest first; those without a date last, in the order given. */
export function newestFirst(articles) {
  return [...articles].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "") || a.index - b.index);
}

/** Sentences of some mentions of a place: `[{article, sentences: [{sentence, marks}]}]`, newest article first. */
export function quotesOf(model, mentions) {
  const byArticle = new Map();
  for (const mention of mentions) {
    if (!byArticle.has(mention.article)) byArticle.set(mention.article, new Map());
    const bySentence = byArticle.get(mention.article);
    if (!bySentence.has(mention.sentence)) bySentence.set(mention.sentence, []);
    bySentence.get(mention.sentence).push(mention);
  }
  return newestFirst([...byArticle.keys()].map((number) => model.articles[number])).map((article) => ({
    article,
    sentences: [...byArticle.get(article.index)].map(([number, marks]) => ({ sentence: article.sentences[number], number, marks })),
  }));
}

function placeOf(feature, hasOutline) {
  const properties = feature.properties;
  const [lon, lat] = feature.geometry.coordinates;
  const shape = shapeOf(properties, Boolean(properties.outline) && hasOutline(properties.outline));
  let [named, filed] = [0, 0];
  for (const mention of properties.mentions) {
    if (isDemonym(mention)) continue;
    named += 1;
    if (mention.dateline) filed += 1;
  }
  // The properties themselves become the place: to copy thousands takes long.
  const place = Object.assign(properties, {
    country: properties.feature_code.startsWith("PCL") ? "" : properties.country || countryName(properties.country_code),
    lat,
    lon,
    shape,
    areal: isAreal(shape),
    glyph: shape === "site" ? glyphOf(properties.feature_code) : shape,
    approximate: properties.precision === "approximate",
    named,
    filedOnly: named > 0 && filed === named,
  });
  const other = Object.hasOwn(place, "runner_up") && place.runner_up;
  if (other) place.runner_up = { ...other, country: other.country || countryName(other.country_code) };
  return place;
}

const countryNames = new Map();
let namesOfCountries = null;

/** A country's name in English by its ISO code, where the browser knows it. Each is asked for once: it takes long. */
function countryName(code) {
  if (!/^[A-Z]{2}$/.test(code ?? "")) return "";
  namesOfCountries ??= new Intl.DisplayNames([LANGUAGE], { type: "region", fallback: "code" });
  if (!countryNames.has(code)) countryNames.set(code, namesOfCountries.of(code));
  return countryNames.get(code);
}
