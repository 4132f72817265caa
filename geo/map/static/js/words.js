// Every word of the interface, in one table.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

export const WORDS = {
  mentions: (n) => (n === 1 ? "1 mention" : `${n} mentions`),
  // Tools and assistive technology find a mark by this very pattern, so it does not bend for one.
  markName: (name, n) => `${name}, ${n} mentions`,
  clusterName: (n) => `${n} places, zoom in`,
  places: (n) => (n === 1 ? "1 place" : `${n} places`),
  articles: (n) => (n === 1 ? "1 article" : `${n} articles`),
  notPlaced: (n) => `${n} not placed`,
  quotesOf: (shown, all) => `${shown} of ${all} quotes`,
  showAll: (all) => `Show all ${all}`,
  close: "Close",
  whyHere: "Why here?",
  noClues: "The name has only this meaning in the gazetteer.",
  certainty: { certain: "Certain", likely: "Likely", doubtful: "Doubtful" },
  certaintyLine: (word, share) => `${word}, ${share}`,
  runnerUp: "Runner-up",
  noRunnerUp: "No other place of this name came into question.",
  kilometresAway: (km) => (km === 1 ? "1 km away" : `${km.toLocaleString("en")} km away`),
  share: (share) => (share > 0.995 && share < 1 ? "over 99 %" : `${Math.round(share * 100)} %`),
  usage: { associative: "as an actor, not as a scene" },
  dateline: "dateline: where the story was filed",
  demonymQuote: "demonym",
  filedOnly: "Where a story was filed, not where it happened.",
  approximate: "Approximate: the text does not say more exactly where.",
  area: (km) => `An area, about ${Math.round(2 * km).toLocaleString("en")} km across; the text does not say where in it.`,
  source: "Source of the position",
  demonyms: (n) => `Demonyms, such as “Russian” (${n})`,
  countDatelines: "Datelines, where stories were filed",
  mentionsWord: (n) => (n === 1 ? "mention" : "mentions"),
  sentences: (n) => (n === 1 ? "1 sentence" : `${n} sentences`),
  searchFor: "Place, headline or words",
  results: "Results",
  resultsFound: (n) => (n === 1 ? "1 result" : `${n} results`),
  noResults: (query) => `Nothing found for “${query}”. Try fewer letters.`,
  filters: "Filters",
  closeFilters: "Close filters",
  resetFilters: "Clear filters",
  filterKind: "Kind of place",
  filterCountry: "Country",
  filterPublisher: "Publisher",
  filterArticle: "Article",
  filterCertainty: "How sure the pin is",
  filterUsage: "Use of the name",
  filterCount: "Count too",
  any: "All",
  kinds: { town: "Towns", site: "Sites", region: "Regions", country: "Countries", area: "Other areas" },
  usages: { literal: "As a scene", associative: "As an actor (“Moscow said”)" },
  showing: (n, all) => `Showing ${n} of ${all} mentions.`,
  nothingLeft: "Nothing passes the filters. Clear them, or choose a longer time.",
  outsideFilters: "This place does not pass the filters; all its mentions are shown.",
  from: "From",
  to: "To",
  play: "Play",
  pause: "Pause",
  allDates: "All dates",
  undatedHidden: (n) => (n === 1 ? "1 article without a date is left out." : `${n} articles without a date are left out.`),
  sort: "Sort articles",
  orders: { newest: "Newest first", oldest: "Oldest first", publisher: "By publisher", most: "Most places" },
  otherArticles: (n) => (n === 1 ? "1 other article" : `${n} other articles`),
  onlyArticle: "Only this article",
  closeArticle: "Close",
  gapWords: "Left out here: sentences that name no place.",
  previousMention: "Previous mention",
  nextMention: "Next mention",
  nOfAll: (n, all) => `${n} of ${all}`,
  read: "In the article",
  readIn: (title) => `In the article “${title}”`,
  thisMention: "For this mention:",
  decidedBy: "Decided by your row",
  anchored: "In no gazetteer; placed by the words",
  furtherBack: "Also",
  showOthers: (n) => (n === 1 ? "Show it on the map" : `Show all ${n} on the map`),
  kilometres: (km) => `${km.toLocaleString("en")} km`,
  copyRow: "Copy row",
  rowIntro: "A row for gazetteer/corrections.csv that confirms this pin; change the place to move it:",
  copied: "Copied.",
  copyYourself: "Select the row and copy it.",
  derived: { distance: "derived from a distance", between: "derived: between places", offshore: "derived: off a coast", border: "derived: at a border" },
  derivedName: (words) => `Derived: ${words}`,
  derivedNote: (km) => `Derived from these words, not a place of the gazetteer; within about ${Math.max(1, Math.round(km)).toLocaleString("en")} km.`,
  reckonedFrom: "Reckoned from",
  noArticles: "No articles were given.",
  noPlaces: "No place was found in these articles.",
  noUnplaced: "Every name found was placed.",
  unplacedName: "not placed",
  unplacedIntro: "Names that no gazetteer row explains. Add a row to gazetteer/places.csv to put one on the map.",
  gap: "[…]",
  map: "Map, moved with the arrow keys",
  legend: "Legend",
  expand: "Show more of the text",
  collapse: "Show more of the map",
  attribution: "GeoNames (CC BY 4.0) · Natural Earth · Leaflet",
  legendItems: {
    town: "Town, by mentions",
    airport: "Airport",
    base: "Military base",
    port: "Port",
    site: "Other site",
    outline: "Country or region named",
    footprint: "Other area",
    approximate: "Approximate",
    derived: "Derived from words",
    filed: "Only filed from here",
    cluster: "Several places",
  },
};

/** A date of the data (a year, a month or a day, ISO 8601) in words: `2 July 2025`. */
export function dateInWords(date) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date ?? "");
  if (!found) return "";
  const month = MONTHS[Number(found[2]) - 1];
  return [found[3] && month ? String(Number(found[3])) : "", month ?? "", found[1]].filter(Boolean).join(" ");
}

/** The span of some dates in words, empty without any: `2 July 2025`, `12 May – 2 July 2025`. */
export function datesInWords(dates) {
  const known = dates.filter(Boolean).sort();
  if (!known.length) return "";
  const [first, last] = [dateInWords(known[0]), dateInWords(known[known.length - 1])];
  if (first === last) return first;
  const year = last.slice(-5);
  return `${first.endsWith(year) && first.length > 5 ? first.slice(0, -5) : first} – ${last}`;
}
