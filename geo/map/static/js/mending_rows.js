// Rows of corrections.csv as an editor makes them on the page: pure, without the DOM.

export const ROW_COLUMNS = ["action", "mention", "article", "start", "end", "country_code", "place", "latitude", "longitude", "note"];

/** A row: `scope` is "here", "article" or "everywhere"; `target` is null (reject), `{id}` or `{lat, lon}`. */
export function rowOf(article, mention, scope, target) {
  const located = target && target.id === undefined;
  return {
    action: target ? "place" : "ignore",
    mention: mention.text,
    article: scope === "everywhere" ? "" : article.id,
    start: scope === "here" ? String(mention.start) : "",
    end: scope === "here" ? String(mention.end) : "",
    country_code: "",
    place: target?.id ?? "",
    latitude: located ? degrees(target.lat) : "",
    longitude: located ? degrees(target.lon) : "",
    note: "",
  };
}

/** The rows with one more; an older row that speaks of the same mentions goes. */
export function withRow(rows, row) {
  const key = scopeKey(row);
  return [...rows.filter((other) => scopeKey(other) !== key), row];
}

/** A row as a line of CSV, without its line end. */
export function rowLine(row) {
  return ROW_COLUMNS.map((column) => quoted(row[column])).join(",");
}

/** A whole corrections.csv. */
export function rowsFile(rows) {
  return [ROW_COLUMNS.join(","), ...rows.map(rowLine)].map((line) => `${line}\n`).join("");
}

/** Mentions, the least certain first; of equals in order of article and text. */
export function doubtfulFirst(mentions) {
  return [...mentions].sort((a, b) => (a.certainty ?? 0) - (b.certainty ?? 0) || a.article - b.article || a.sentence - b.sentence || a.start - b.start);
}

/** "48.5, 37.2" as `{lat, lon}`, null where that is no point on Earth (0,0 means that nobody knew). */
export function pointOf(text) {
  const parts = /^\s*([-+]?\d+(?:\.\d+)?)\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*$/.exec(text);
  if (!parts) return null;
  const [lat, lon] = [Number(parts[1]), Number(parts[2])];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0) ? { lat, lon } : null;
}

function scopeKey(row) {
  return JSON.stringify([row.article, row.start, row.end, row.country_code, row.mention.toLowerCase()]);
}

function degrees(value) {
  return String(Number(value.toFixed(6)));
}

function quoted(cell) {
  return /[",\r\n]|^#/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
