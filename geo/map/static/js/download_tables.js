// What is to be seen as files for other programs: places as GeoJSON, mentions as CSV.
import { csvCell } from "./csv_cell.js";

const BOM = "\ufeff"; // without it spreadsheets do not read UTF-8
// What a spreadsheet takes for a formula at the start of a cell (OWASP, "CSV Injection"), as in geo/tables/files.py.
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const MENTION_COLUMNS = [
  "article", "title", "publisher", "date", "url", "mention", "sentence", "start", "kind", "usage", "dateline", "place", "name", "lat", "lon",
  "precision", "radius_km", "feature_code", "country_code", "region", "certainty", "score", "decided_by",
];

/** The places that are shown (`visible`), a feature a line, as GeoJSON (RFC 7946). */
export function placesGeojson(model, seen) {
  const lines = seen.places.map(({ place, mentions }) => JSON.stringify(placeFeature(model, place, mentions)));
  return `{"type": "FeatureCollection", "features": [\n${lines.join(",\n")}\n]}\n`;
}

/** Their mentions as CSV that spreadsheets open well (RFC 4180), no cell taken for a formula. */
export function mentionsCsv(model, seen) {
  const rows = seen.places.flatMap(({ place, mentions }) => mentions.map((mention) => mentionCells(model, place, mention)));
  return BOM + [MENTION_COLUMNS, ...rows].map((cells) => `${cells.map(safeCell).join(",")}\r\n`).join("");
}

/** A cell: a text that a spreadsheet would run gets an apostrophe in front, numbers stay as they are. */
export function safeCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  return csvCell(FORMULA_START.test(value) ? `'${value}` : value);
}

/** A file's name out of a map's title: letters, digits and hyphens alone, `extension` at its end. */
export function fileName(title, extension) {
  const words = title.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = [...words.join("-")].slice(0, 60).join("").replace(/-+$/, "");
  // Windows keeps some names for its devices.
  const taken = /^(con|prn|aux|nul|com\d|lpt\d)?$/.test(name);
  return `${taken ? ["map", name].filter(Boolean).join("-") : name}.${extension}`;
}

function placeFeature(model, place, mentions) {
  const articles = [...new Set(mentions.map((mention) => model.articles[mention.article].id))];
  const { id, name, kind, feature_class, feature_code, country_code, country, region, precision, radius_km, population, geonameid, source } = place;
  return {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: [place.lon, place.lat] },
    properties: {
      id, name, kind, feature_class, feature_code, country_code, country, region, precision, radius_km, population, geonameid, source,
      certainty: place.certainty, mentions: mentions.length, articles,
      quotes: [...new Set(mentions.map((mention) => model.articles[mention.article].sentences[mention.sentence].text))],
    },
  };
}

function mentionCells(model, place, mention) {
  const article = model.articles[mention.article];
  const sentence = article.sentences[mention.sentence];
  const name = [...sentence.text].slice(mention.start, mention.end).join("");
  return [
    article.id, article.title, article.publisher, article.date, article.url, name, sentence.text, sentence.start + mention.start, mention.kind,
    mention.usage, mention.dateline, place.id, place.name, place.lat, place.lon, place.precision, place.radius_km, place.feature_code,
    place.country_code, place.region, mention.certainty, mention.score, mention.decided_by,
  ];
}
