// Rows of corrections.csv as an editor makes them on the page (docs/gazetteer.md): pure, without the DOM.
import { guardedCell } from "./csv_cell.js";

export const ROW_COLUMNS = ["action", "mention", "article", "start", "end", "country_code", "place", "latitude", "longitude", "note"];
const PLACE_COLUMNS = ["name", "feature_code"];
const LONGEST_MENTION = 200;
const SAME_PLACE = 0.045; // degrees, 5 km: nearer rows of one name are one place to the gazetteer
// What Python's str.split() takes for white space.
const BLANKS = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** A row: `scope` is "here", "article" or "everywhere"; `target` is null (reject), `{id}` or `{lat, lon}`. */
export function rowOf(article, mention, scope, target) {
  const located = target && target.id === undefined;
  return {
    action: target ? "place" : "ignore",
    mention: mention.text.replace(BLANKS, " ").trim(),
    article: scope === "everywhere" ? "" : article.id,
    start: scope === "here" ? String(mention.start) : "",
    end: scope === "here" ? String(mention.end) : "",
    country_code: "",
    place: target?.id ?? "",
    latitude: located ? inDegrees(target.lat) : "",
    longitude: located ? inDegrees(target.lon) : "",
    note: "",
  };
}

/** A row of places.csv for a place that the gazetteer lacks; `geo gazetteer add --from` tells it by its empty action. */
export function placeRowOf(text, { lat, lon }, kind) {
  return { name: text.replace(BLANKS, " ").trim(), latitude: inDegrees(lat), longitude: inDegrees(lon), feature_code: kind };
}

/** What a row can say of a place: its id where the gazetteer knows it, else its point (what a text or a row pinned). */
export function targetOf(place) {
  const fileOf = (row) => (row ?? "").replace(/:\d+$/, "");
  const pinned = (place.mentions ?? []).some((mention) => mention.decided_by && fileOf(mention.decided_by) === fileOf(place.source));
  return /^(geo|text):/.test(place.id) || (place.id.startsWith("csv:") && pinned) ? { lat: place.lat, lon: place.lon } : { id: place.id };
}

/** Whether a name can stand in a row: it has a letter or digit, and is not too long. */
export function canBeMended(text) {
  return [...text].length <= LONGEST_MENTION && /[^\P{L}ʼʻʹʺʿʾˈ]|\p{N}/u.test(text) && !text.includes("\0");
}

/** The rows with one more; an older row that speaks of the same mentions goes. */
export function withRow(rows, row) {
  const key = scopeKey(row);
  return [...rows.filter((other) => scopeKey(other) !== key), row];
}

/** The row that decides a mention: of those that speak of it the most specific. */
export function rowFor(rows, article, mention) {
  const keys = ["here", "article", "everywhere"].map((scope) => scopeKey(rowOf(article, mention, scope, null)));
  return keys.map((key) => rows.find((row) => scopeKey(row) === key)).find(Boolean) ?? null;
}

/** A row as a line of CSV, without its line end. */
export function rowLine(row, columns = ROW_COLUMNS) {
  return columns.map((column) => guardedCell(row[column] ?? "")).join(",");
}

/** A whole corrections.csv; rows may have a `newPlace`, a row of places.csv, which then follow in columns of their own. */
export function rowsFile(rows) {
  const places = [];
  for (const { newPlace } of rows) if (newPlace && !places.some((other) => isSamePlace(other, newPlace))) places.push(newPlace);
  const columns = places.length ? [...ROW_COLUMNS, ...PLACE_COLUMNS] : ROW_COLUMNS;
  return [columns.join(","), ...[...rows, ...places].map((row) => rowLine(row, columns))].map((line) => `${line}\n`).join("");
}

/** Mentions, the least certain first; of equals in order of article and text. */
export function doubtfulFirst(mentions) {
  return [...mentions].sort((a, b) => (a.certainty ?? 0) - (b.certainty ?? 0) || a.article - b.article || a.sentence - b.sentence || a.start - b.start);
}

function isSamePlace(one, other) {
  return one.name.toLowerCase() === other.name.toLowerCase() && Math.abs(one.latitude - other.latitude) < SAME_PLACE &&
    Math.abs(one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180) < SAME_PLACE;
}

function scopeKey(row) {
  return JSON.stringify([row.article, row.start, row.end, row.country_code, row.mention.toLowerCase()]);
}

function inDegrees(value) {
  return String(Number(value.toFixed(6)));
}
