// The page's data with what every view needs worked out once.
import { evidenceOf } from "./evidence.js";
import { glyphOf, isAreal, shapeOf } from "./symbols.js";

/**
 * The model of a page: `places` (most named first), `articles`, `unresolved`, `footprints`, `byId`, and
 * `evidence(mention)`, what decided it.
 * `hasOutline(key)` says whether the basemap can draw a country or region.
 */
export function buildModel(data, hasOutline) {
  const places = data.features.map((feature) => placeOf(feature, hasOutline));
  const articles = data.articles.map((article, index) => ({ ...article, index, marks: [] }));
  for (const place of places) {
    for (const mention of place.mentions) articles[mention.article].marks.push({ ...mention, place });
  }
  const unresolved = data.unresolved.map((name, index) => ({ ...name, index }));
  for (const name of unresolved) articles[name.article].marks.push({ ...name, place: null });
  for (const article of articles) {
    article.marks.sort((a, b) => a.sentence - b.sentence || a.start - b.start);
    article.placeCount = new Set(article.marks.filter((m) => m.place && !isDemonym(m)).map((m) => m.place.id)).size;
  }
  return {
    title: data.title,
    places,
    articles,
    unresolved,
    footprints: data.footprints ?? [],
    byId: new Map(places.map((p) => [p.id, p])),
    evidence: (mention) => evidenceOf(data, mention.evidence),
  };
}

/** How many mentions of a place count, with or without demonyms. */
export function countOf(place, demonyms) {
  return demonyms ? place.mentions.length : place.named;
}

/** The places that have a mention that counts, most named first. */
export function shownPlaces(model, demonyms) {
  return model.places
    .filter((place) => countOf(place, demonyms) > 0)
    .sort((a, b) => countOf(b, demonyms) - countOf(a, demonyms));
}

/** Whether a mention is of a people or language ("Russian") and not of the place itself. */
export function isDemonym(mention) {
  return mention.kind === "demonym";
}

/** The articles newest first; those without a date last, in the order given. */
export function newestFirst(articles) {
  return [...articles].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "") || a.index - b.index);
}

/** A place's sentences: `[{article, sentences: [{sentence, marks}]}]`, newest article first. */
export function quotesOf(model, place, demonyms) {
  const mentions = place.mentions.filter((mention) => demonyms || !isDemonym(mention));
  const named = newestFirst(model.articles.filter((a) => mentions.some((m) => m.article === a.index)));
  return named.map((article) => {
    const bySentence = new Map();
    for (const mention of mentions.filter((m) => m.article === article.index)) {
      if (!bySentence.has(mention.sentence)) bySentence.set(mention.sentence, []);
      bySentence.get(mention.sentence).push(mention);
    }
    const sentences = [...bySentence].map(([number, marks]) => ({ sentence: article.sentences[number], marks }));
    return { article, sentences };
  });
}

function placeOf(feature, hasOutline) {
  const properties = feature.properties;
  const [lon, lat] = feature.geometry.coordinates;
  const other = properties.runner_up;
  const names = properties.mentions.filter((mention) => !isDemonym(mention));
  const shape = shapeOf(properties, Boolean(properties.outline) && hasOutline(properties.outline));
  return {
    ...properties,
    country: properties.feature_code.startsWith("PCL") ? "" : properties.country || countryName(properties.country_code),
    runner_up: other && { ...other, country: other.country || countryName(other.country_code) },
    lat,
    lon,
    shape,
    areal: isAreal(shape),
    glyph: shape === "site" ? glyphOf(properties.feature_code) : shape,
    approximate: properties.precision === "approximate",
    named: names.length,
    filedOnly: names.length > 0 && names.every((mention) => mention.dateline),
  };
}

/** A country's name in English by its ISO code, where the browser knows it. */
function countryName(code) {
  if (!/^[A-Z]{2}$/.test(code ?? "")) return "";
  return new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }).of(code);
}
