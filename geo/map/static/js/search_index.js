// Search over places, articles and sentences, as one types: case, accents and letters like ł set aside.

const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", ð: "d", þ: "th" };
const MOST_PLACES = 8;
const MOST_ARTICLES = 5;
const MOST_SENTENCES = 8;
const READING_MS = 20; // of what an answer may wait for

/** A text as the search compares it. */
export function folded(text) {
  const plain = text.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(plain)) return plain;
  return plain.normalize("NFD").replace(/\p{M}/gu, "").replace(/[łøđßæœıðþ]/g, (letter) => LETTERS[letter]).replace(/[’ʼ\x60´]/g, "'");
}

/**
 * An index of a model: `find(query)` → `{places, articles, sentences, whole}`, the best of each, `sentences` as
 * `{article, sentence}`. Sentences are read a part at a time: `read(ms)` goes on for so long and says whether all are read, and
 * `whole` is false where some were not yet looked at.
 */
export function buildSearch(model) {
  let names = null;
  let titles = null;
  const lines = [];
  const owners = [];
  let next = 0;
  const read = (ms) => {
    const until = performance.now() + ms;
    while (next < model.articles.length && performance.now() < until) {
      const article = model.articles[next];
      article.sentences.forEach((sentence, number) => {
        if (!sentence.text) return;
        lines.push(folded(sentence.text));
        owners.push([article.index, number]);
      });
      next += 1;
    }
    return next === model.articles.length;
  };
  return {
    read(ms) {
      names ??= placeNames(model.places);
      titles ??= model.articles.map((article) => folded(`${article.title} ${article.publisher ?? ""}`));
      return read(ms);
    },
    find(query) {
      const words = folded(query).trim().split(/\s+/).filter(Boolean);
      if (!words.length) return { places: [], articles: [], sentences: [], whole: true };
      const whole = this.read(READING_MS);
      return {
        places: bestPlaces(model.places, names, words),
        articles: firstOf(titles, words, MOST_ARTICLES).map((i) => model.articles[i]),
        sentences: firstOf(lines, words, MOST_SENTENCES).map((i) => ({ article: model.articles[owners[i][0]], sentence: owners[i][1] })),
        whole,
      };
    },
  };
}

/** Every place's names, folded, in one text, a line a name; and of each line which place's it is. */
function placeNames(places) {
  const keys = [];
  const owners = [];
  places.forEach((place, number) => {
    for (const key of new Set([place.name, ...(place.names ?? [])].map(folded))) {
      keys.push(key.replace(/\n/g, " "));
      owners.push(number);
    }
  });
  return { keys, owners, about: new Map() };
}

function bestPlaces(places, { keys, owners, about }, words) {
  const [first] = words;
  const whole = words.join(" ");
  const ranks = new Map();
  keys.forEach((key, i) => {
    if (!key.includes(first)) return;
    const rank = nameRank(key, whole, words, () => aboutOf(places, owners[i], about));
    if (rank < (ranks.get(owners[i]) ?? Infinity)) ranks.set(owners[i], rank);
  });
  const ranked = [...ranks].map(([number, rank]) => ({ place: places[number], number, rank }));
  ranked.sort((a, b) => a.rank - b.rank || b.place.mentions.length - a.place.mentions.length || a.number - b.number);
  return ranked.slice(0, MOST_PLACES).map((entry) => entry.place);
}

/** How well a name answers: 0 it is the query, 1 it begins so, 2 a word of it does, 3 it has all words, or its place's facts do. */
function nameRank(key, whole, words, about) {
  if (key === whole) return 0;
  if (key.startsWith(whole)) return 1;
  if (key.includes(` ${whole}`)) return 2;
  if (words.every((word) => key.includes(word) || about().includes(word))) return 3;
  return Infinity;
}

function aboutOf(places, number, known) {
  const { region, country, kind } = places[number];
  if (!known.has(number)) known.set(number, folded([region, country, kind].filter(Boolean).join(" ")));
  return known.get(number);
}

function firstOf(texts, words, most) {
  const found = [];
  for (let i = 0; i < texts.length && found.length < most; i += 1) {
    if (words.every((word) => texts[i].includes(word))) found.push(i);
  }
  return found;
}
