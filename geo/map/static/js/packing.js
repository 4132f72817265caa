// The data of large pages, which comes packed (docs/page-contract.md), as every view wants it.
import { phrasesOf, recordsOf } from "./columns.js";
import { lazily } from "./lazy.js";

const PLACE_DEFAULTS = { names: [], country: "", precision: "point", radius_km: 0, outline: null, region: "", population: 0, note: "" };

/**
 * The page's data as the contract has it, whether it was packed or not. What a first map does not need, evidence and
 * sentences, is unpacked when it is first asked for.
 */
export function unpack(data) {
  if (!data.packed) return data;
  const whole = { ...data };
  delete whole.packed;
  delete whole.mentions;
  whole.unresolved = recordsOf(data.unresolved);
  lazily(whole, "evidence", () => recordsOf(data.evidence).map(({ why, others }) => ({ why: inGroups(why, 2), others: inGroups(others, 3) })));
  lazily(whole, "phrases", () => phrasesOf(data.phrases));
  lazily(whole, "candidates", () => recordsOf(data.candidates));
  const mentions = recordsOf(data.mentions);
  for (const mention of mentions) mention.certainty = Math.round(mention.score * mention.place_score * 1000) / 1000;
  whole.features = featuresOf(data.features, mentions, cluesOf(whole));
  whole.articles = recordsOf(data.articles).map(wholeArticle);
  return whole;
}

/** What a packed place's properties inherit: its clues, told by its evidence. */
function cluesOf(whole) {
  return {
    get why() {
      return (whole.evidence[this.evidence]?.why ?? []).map(([phrase, points]) => ({ phrase: whole.phrases[phrase], points }));
    },
    get runner_up() {
      const [first] = whole.evidence[this.evidence]?.others ?? [];
      return first ? { ...whole.candidates[first[0]], score: first[1], km: first[2] } : null;
    },
    toJSON() {
      return { ...this, why: this.why, runner_up: this.runner_up };
    },
  };
}

/** `certain`, `likely` or `doubtful` for a probability. */
export function certaintyWord(certainty) {
  if (certainty >= 0.9) return "certain";
  return certainty >= 0.6 ? "likely" : "doubtful";
}

function featuresOf({ count, columns }, mentions, clues) {
  const { lon, lat, mentions: named, ...others } = columns;
  const spots = recordsOf({ count, columns: { lon, lat, named, id: columns.id, certainty: columns.certainty } });
  const places = recordsOf({ count, columns: others }, (number) => {
    const { id, certainty } = spots[number];
    const world = id.startsWith("gn:");
    const source = world ? "GeoNames" : "";
    return Object.assign(Object.create(clues), PLACE_DEFAULTS, { geonameid: world ? id.slice(3) : null, source, certainty_word: certaintyWord(certainty) });
  });
  let at = 0;
  return places.map((properties, number) => {
    const spot = spots[number];
    at += spot.named;
    properties.mentions = mentions.slice(at - spot.named, at);
    return { type: "Feature", id: properties.id, geometry: { type: "Point", coordinates: [spot.lon, spot.lat] }, properties };
  });
}

function wholeArticle(article) {
  const { sentences: packed, text } = article;
  lazily(article, "sentences", () => {
    const sentences = recordsOf(packed);
    if (text === null) return sentences;
    const slice = slicer(text);
    for (const sentence of sentences) {
      sentence.text = slice(sentence.start, sentence.start + sentence.length);
      delete sentence.length;
    }
    return sentences;
  });
  return article;
}

function inGroups(flat, size) {
  return Array.from({ length: flat.length / size }, (_, i) => flat.slice(i * size, i * size + size));
}

/** Slices by code points; without astral characters these are JavaScript's own units. */
function slicer(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = [...text];
  return (start, end) => points.slice(start, end).join("");
}
