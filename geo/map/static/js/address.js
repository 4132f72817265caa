// The view as the page's address holds it: `#place=<id>&from=2025-05-01&q=…`. What it does not know, it passes over.
import { DEFAULT_VIEW, KINDS, NONE } from "./selection.js";
import { isoOfDay, spanOfDate } from "./time_scale.js";

const CERTAINTIES = ["certain", "likely", "doubtful"];
const TABS = ["articles", "places", "unplaced"];

/** The parts of an address's fragment: `#place=gn%3A1&x=2` → `{place: "gn:1", x: "2"}`. */
export function readFragment(fragment) {
  const parts = {};
  for (const pair of fragment.replace(/^#/, "").split("&")) {
    const at = pair.indexOf("=");
    if (at > 0) parts[decoded(pair.slice(0, at))] = decoded(pair.slice(at + 1));
  }
  return parts;
}

/** The fragment that opens a place; ids stay readable. */
export function placeFragment(id) {
  return `#place=${encoded(id)}`;
}

/** The view that a fragment asks for; `model` says which places, articles and publishers there are. */
export function readView(fragment, model) {
  const parts = readFragment(fragment);
  const view = { ...DEFAULT_VIEW, article: model.opening };
  const numbers = new Map(model.articles.map((article) => [article.id, article.index]));
  if (model.byId.has(parts.place)) view.place = parts.place;
  if (parts.article === "") view.article = null;
  else if (numbers.has(parts.article)) view.article = numbers.get(parts.article);
  if (numbers.has(parts.only)) view.only = numbers.get(parts.only);
  if (TABS.includes(parts.tab)) view.tab = parts.tab;
  if (isMention(parts.at, model)) view.at = parts.at;
  view.why = parts.why === "1";
  view.q = (parts.q ?? "").slice(0, 200);
  view.from = spanOfDate(isDay(parts.from))?.[0] ?? null;
  view.to = spanOfDate(isDay(parts.to))?.[1] ?? null;
  view.kind = someOf(KINDS, parts.kind);
  view.certainty = someOf(CERTAINTIES, parts.certainty);
  if (model.countries.some((country) => country.code === parts.country)) view.country = parts.country;
  if (model.publishers.includes(parts.publisher)) view.publisher = parts.publisher;
  if (parts.usage === "literal" || parts.usage === "associative") view.usage = parts.usage;
  view.datelines = parts.datelines !== "0";
  view.demonyms = parts.demonyms === "1";
  return view;
}

/** The fragment of a view: only what differs from the page as it opens; empty for that. */
export function writeView(view, model) {
  const parts = [];
  const put = (key, value) => parts.push(`${key}=${encoded(value)}`);
  const idOf = (index) => (index === null ? "" : model.articles[index].id);
  if (view.place !== null) put("place", view.place);
  if (view.article !== model.opening) put("article", idOf(view.article));
  if (view.at !== null) put("at", view.at);
  if (view.why) put("why", "1");
  if (view.tab !== "articles") put("tab", view.tab);
  if (view.q) put("q", view.q);
  if (view.from !== null) put("from", isoOfDay(view.from));
  if (view.to !== null) put("to", isoOfDay(view.to));
  if (view.only !== null) put("only", idOf(view.only));
  for (const key of ["kind", "country", "publisher", "certainty", "usage"]) if (view[key]) put(key, view[key]);
  if (!view.datelines) put("datelines", "0");
  if (view.demonyms) put("demonyms", "1");
  return parts.length ? `#${parts.join("&")}` : "";
}

/** The items of a list of words that are known, in the order of the known ones, or `NONE`; all of them is "". */
export function someOf(known, words) {
  if (words === NONE) return NONE;
  const wanted = new Set((words ?? "").split(","));
  const found = known.filter((word) => wanted.has(word));
  return found.length === known.length ? "" : found.join(",");
}

function isMention(key, model) {
  const found = /^(\d+)\.(\d+)\.(\d*)$/.exec(key ?? "");
  return Boolean(found && model.articles[found[1]]?.sentences[found[2]]);
}

function isDay(text) {
  const found = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.exec(text ?? "");
  return found && found[0];
}

function encoded(text) {
  return encodeURIComponent(text).replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%40/g, "@");
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
