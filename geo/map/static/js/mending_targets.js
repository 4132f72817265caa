// Places that a name may be moved to: its runner-ups, places of the page by name, points. Pure.
import { folded } from "./search_index.js";

const MOST = 8;

/** Where to look: the page's places, the candidates that were not taken, and the basemap's towns, each once. */
export function knownTargets(model, towns) {
  const found = new Map([...model.places, ...model.candidates].reverse().map((place) => [place.id, place]));
  const known = [...found.values()].reverse();
  const spots = new Set(known.map(spotOf));
  const others = towns.map(([name, lat, lon]) => ({ name, lat, lon, isTown: true })).filter((town) => !spots.has(spotOf(town)) && spots.add(spotOf(town)));
  return [...known, ...others];
}

/** What to offer: for a query the best names, else a subject's runner-ups and places called like it; never where it is. */
export function targetsFor(known, subject, query) {
  const wanted = folded(query.trim() || subject.mention?.text || "");
  const elsewhere = (place) => !place.id || place.id !== subject.place?.id;
  const ranked = known.filter(elsewhere).map((place) => ({ place, rank: wanted ? rankOf(place, wanted, Boolean(query.trim())) : Infinity }))
    .filter(({ rank }) => rank < Infinity).sort((a, b) => a.rank - b.rank).map(({ place }) => place);
  const others = query.trim() ? [] : subject.others.filter(elsewhere);
  const seen = new Set();
  return [...others, ...ranked].filter((place) => !seen.has(place.id ?? place) && seen.add(place.id ?? place)).slice(0, MOST);
}

/** Where a name stands in an article, first where it isn't marked yet: `{text, start, end}` in code points of the article; null if nowhere. */
export function findInArticle(article, name) {
  const wanted = name.trim();
  if (!wanted) return null;
  const found = [];
  article.sentences.forEach((sentence, number) => {
    for (let at = sentence.text?.indexOf(wanted) ?? -1; at >= 0; at = sentence.text.indexOf(wanted, at + 1)) {
      const start = [...sentence.text.slice(0, at)].length;
      const end = start + [...wanted].length;
      const isMarked = article.marks.some((mark) => mark.sentence === number && mark.start < end && start < mark.end);
      found.push({ isMarked, text: wanted, start: sentence.start + start, end: sentence.start + end });
    }
  });
  return found.find((one) => !one.isMarked) ?? found[0] ?? null;
}

/** A name and about where: what the basemap names is mostly among the places, a little off. */
function spotOf({ name, lat, lon }) {
  return `${folded(name)} ${Math.round(lat * 2)} ${Math.round(lon * 2)}`;
}

function rankOf(place, wanted, isSearch) {
  const keys = [place.name, ...(place.names ?? [])].map(folded);
  if (keys.includes(wanted)) return 0;
  if (!isSearch) return Infinity;
  if (keys.some((key) => key.startsWith(wanted))) return 1;
  const words = wanted.split(/\s+/);
  const about = folded([place.name, ...(place.names ?? []), place.region, place.country, place.kind].filter(Boolean).join(" "));
  return words.every((word) => about.includes(word)) ? 2 : Infinity;
}
