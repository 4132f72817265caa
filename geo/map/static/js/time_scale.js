// Days as numbers (from 1970 on, UTC), and how many articles fall on each stretch of them.

const DAY_MS = 86_400_000;
const MOST_BINS = 60;
const BIN_STEPS = [1, 2, 7, 14, 30, 91, 182, 365, 1826, 3652];

/** The first and last day of a date of the data (a year, a month or a day), as numbers; null for no date. */
export function spanOfDate(date) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date ?? "");
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), found[2] && Number(found[2]), found[3] && Number(found[3])];
  const first = dayNumber(year, month ?? 1, day ?? 1);
  if (day) return [first, first];
  return [first, (month ? dayNumber(year, month + 1, 1) : dayNumber(year + 1, 1, 1)) - 1];
}

/** A day's number as ISO 8601. */
export function isoOfDay(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The histogram of some articles: `{first, last, step, bins}`, `bins` the number of articles of each `step` days, or null
 * where they have not two different days. An article known to the month counts in its middle.
 */
export function timeScale(articles) {
  const middles = articles.map((article) => middleOf(article.date)).filter((day) => day !== null);
  if (!middles.length) return null;
  const spans = articles.map((article) => spanOfDate(article.date)).filter(Boolean);
  const first = spans.reduce((least, span) => Math.min(least, span[0]), Infinity);
  const last = spans.reduce((most, span) => Math.max(most, span[1]), -Infinity);
  if (first === last) return null;
  const step = BIN_STEPS.find((days) => (last - first + 1) / days <= MOST_BINS) ?? 3652;
  const bins = new Array(Math.ceil((last - first + 1) / step)).fill(0);
  for (const day of middles) bins[Math.floor((day - first) / step)] += 1;
  return { first, last, step, bins };
}

/** How many of some articles fall in each bin of a scale. */
export function binsOf(articles, { first, step, bins }) {
  const counts = bins.map(() => 0);
  for (const article of articles) {
    const day = middleOf(article.date);
    if (day !== null) counts[Math.floor((day - first) / step)] += 1;
  }
  return counts;
}

function middleOf(date) {
  const span = spanOfDate(date);
  return span && Math.floor((span[0] + span[1]) / 2);
}

function dayNumber(year, month, day) {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year + (month > 12 ? 1 : 0));
  return Math.floor(date.getTime() / DAY_MS);
}
