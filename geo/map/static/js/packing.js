// The data of large pages, which comes packed (docs/page-contract.md), as every view wants it.
import { phrasesOf, recordsOf } from "./columns.js";

const PLACE_DEFAULTS = { country: "", precision: "point", radius_km: 0, outline: null, region: "", population: 0, note: "" };

/** The page's data as the contract has it, whether it was packed or not. */
export function unpack(data) {
  if (!data.packed) return data;
  const whole = { ...data };
  delete whole.packed;
  delete whole.mentions;
  whole.unresolved = recordsOf(data.unresolved);
  whole.evidence = recordsOf(data.evidence).map(({ why, others }) => ({ why: inGroups(why, 2), others: inGroups(others, 3) }));
  whole.phrases = phrasesOf(data.phrases);
  whole.candidates = recordsOf(data.candidates);
  const mentions = recordsOf(data.mentions);
  for (const mention of mentions) mention.certainty = Math.round(mention.score * mention.place_score * 1000) / 1000;
  let at = 0;
  whole.features = recordsOf(data.features).map((place) => {
    at += place.mentions;
    return featureOf(place, mentions.slice(at - place.mentions, at), whole);
  });
  whole.articles = recordsOf(data.articles).map(wholeArticle);
  return whole;
}

/** `certain`, `likely` or `doubtful` for a probability. */
export function certaintyWord(certainty) {
  if (certainty >= 0.9) return "certain";
  return certainty >= 0.6 ? "likely" : "doubtful";
}

function featureOf({ lon, lat, ...place }, mentions, whole) {
  const { why, others } = whole.evidence[place.evidence] ?? { why: [], others: [] };
  const world = place.id.startsWith("gn:");
  const [first] = others;
  return {
    type: "Feature",
    id: place.id,
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: {
      ...PLACE_DEFAULTS,
      names: [],
      geonameid: world ? place.id.slice(3) : null,
      source: world ? "GeoNames" : "",
      certainty_word: certaintyWord(place.certainty),
      ...place,
      why: why.map(([phrase, points]) => ({ phrase: whole.phrases[phrase], points })),
      runner_up: first ? { ...whole.candidates[first[0]], score: first[1], km: first[2] } : null,
      mentions,
    },
  };
}

function wholeArticle(article) {
  const sentences = recordsOf(article.sentences);
  if (article.text !== null) {
    const slice = slicer(article.text);
    for (const sentence of sentences) {
      sentence.text = slice(sentence.start, sentence.start + sentence.length);
      delete sentence.length;
    }
  }
  return { ...article, sentences };
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
