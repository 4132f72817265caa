// What of the page's data is to be seen: the one selector that marks, lists, time and downloads all draw from.
import { certaintyWord } from "./packing.js";
import { spanOfDate } from "./time_scale.js";

/** A list of which nothing is chosen, so that nothing is shown. */
export const NONE = "none";

/** What a reader may choose; unset filters let everything through. `kind` and `certainty` are lists, "a,b", or `NONE`. */
export const DEFAULT_VIEW = {
  place: null,
  at: null,
  article: null,
  tab: "articles",
  why: false,
  q: "",
  from: null,
  to: null,
  kind: "",
  country: "",
  publisher: "",
  only: null,
  certainty: "",
  usage: "",
  datelines: true,
  demonyms: false,
};

/** The fields of a view that filter. */
export const FILTER_FIELDS = ["from", "to", "kind", "country", "publisher", "only", "certainty", "usage", "datelines", "demonyms"];

export const KINDS = ["town", "site", "region", "country", "area"];

/** The kind of a place that the filter knows it by. */
export function kindOf(place) {
  if (place.feature_code.startsWith("PCL") || place.feature_code === "TERR") return "country";
  if (place.feature_class === "A") return "region";
  if (place.shape === "site") return "site";
  return place.shape === "town" && place.feature_class === "P" ? "town" : "area";
}

/**
 * What a view shows: `places` as `{place, mentions, count}`, most named first; `derived`, the same of footprints;
 * `articles`, `unresolved`, `mentions` (a number) and `perArticle`, the number of places each article names.
 */
export function visible(model, view) {
  const open = model.articles.map((article) => articlePasses(article, view));
  const passes = mentionTest(view);
  const kinds = view.kind ? new Set(view.kind.split(",")) : null;
  const perArticle = model.articles.map(() => 0);
  const entries = [];
  let total = 0;
  for (const place of model.places) {
    if (kinds && !kinds.has(kindOf(place))) continue;
    if (view.country && place.country_code !== view.country) continue;
    const mentions = place.mentions.filter((mention) => open[mention.article] && passes(mention));
    if (!mentions.length) continue;
    entries.push({ place, mentions, count: mentions.length });
    total += mentions.length;
    for (const number of new Set(mentions.map((mention) => mention.article))) perArticle[number] += 1;
  }
  entries.sort((a, b) => b.count - a.count);
  const derived = view.kind || view.country || view.certainty || view.usage ? [] : model.derived
    .filter((place) => open[place.mentions[0].article])
    .map((place) => ({ place, mentions: place.mentions, count: place.mentions.length }));
  const narrowed = Boolean(view.kind || view.country || view.certainty || view.usage);
  const passed = (index) => open[index] && (!narrowed || perArticle[index] > 0);
  return {
    places: entries,
    derived,
    articles: model.articles.filter((a) => passed(a.index)),
    unresolved: model.unresolved.filter((name) => passed(name.article)),
    mentions: total,
    perArticle,
  };
}

/** A function like `visible` of one model that works its answer out only where a filter has changed. */
export function rememberVisible(model) {
  let key = null;
  let answer = null;
  return (view) => {
    const wanted = JSON.stringify(FILTER_FIELDS.map((field) => view[field]));
    if (wanted !== key) [key, answer] = [wanted, visible(model, view)];
    return answer;
  };
}

/** How many filters are set, time apart. */
export function filtersSet(view) {
  return FILTER_FIELDS.filter((field) => field !== "from" && field !== "to" && view[field] !== DEFAULT_VIEW[field]).length;
}

/** A mention by its key in the address, `article.sentence.start`. */
export function mentionKey(mention) {
  return `${mention.article}.${mention.sentence}.${mention.start}`;
}

function articlePasses(article, view) {
  if (view.only !== null && article.index !== view.only) return false;
  if (view.publisher && article.publisher !== view.publisher) return false;
  if (view.from === null && view.to === null) return true;
  const span = spanOfDate(article.date);
  if (!span) return false;
  return (view.from === null || span[1] >= view.from) && (view.to === null || span[0] <= view.to);
}

function mentionTest({ demonyms, datelines, usage, certainty }) {
  const words = certainty ? new Set(certainty.split(",")) : null;
  return (mention) =>
    (demonyms || mention.kind !== "demonym") &&
    (datelines || !mention.dateline) &&
    (!usage || (mention.usage === "associative" ? "associative" : "literal") === usage) &&
    (!words || words.has(certaintyWord(mention.certainty)));
}
