// Search over places, articles and sentences, as one types: case, accents and letters like ł set aside.

const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", ð: "d", þ: "th" };
const MOST_PLACES = 8;
const MOST_ARTICLES = 5;
const MOST_SENTENCES = 8;

/** A text as the search compares it. */
export function folded(text) {
  const plain = text.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(plain)) return plain;
  return plain.normalize("NFD").replace(/\p{M}/gu, "").replace(/[łøđßæœıðþ]/g, (letter) => LETTERS[letter]).replace(/[’ʼ\x60´]/g, "'");
}

/** An index of a model: `find(query)` → `{places, articles, sentences}`, the best of each, `sentences` as `{article, sentence}`. */
export function buildSearch(model) {
  const places = model.places.map((place) => ({
    place,
    keys: [...new Set([place.name, ...(place.names ?? [])].map(folded))],
    about: folded([place.region, place.country, place.kind].filter(Boolean).join(" ")),
  }));
  const titles = model.articles.map((article) => folded(`${article.title} ${article.publisher ?? ""}`));
  const lines = [];
  const owners = [];
  model.articles.forEach((article) =>
    article.sentences.forEach((sentence, number) => {
      if (!sentence.text) return;
      lines.push(folded(sentence.text));
      owners.push([article.index, number]);
    }),
  );
  return {
    find(query) {
      const words = folded(query).trim().split(/\s+/).filter(Boolean);
      if (!words.length) return { places: [], articles: [], sentences: [] };
      return {
        places: bestPlaces(places, words),
        articles: firstOf(titles, words, MOST_ARTICLES).map((i) => model.articles[i]),
        sentences: firstOf(lines, words, MOST_SENTENCES).map((i) => ({ article: model.articles[owners[i][0]], sentence: owners[i][1] })),
      };
    },
  };
}

function bestPlaces(places, words) {
  const whole = words.join(" ");
  const ranked = [];
  for (const entry of places) {
    let rank = Infinity;
    for (const key of entry.keys) {
      if (key === whole) rank = Math.min(rank, 0);
      else if (key.startsWith(whole)) rank = Math.min(rank, 1);
      else if (key.includes(` ${whole}`)) rank = Math.min(rank, 2);
      else if (words.every((word) => key.includes(word))) rank = Math.min(rank, 3);
      else if (words.length > 1 && key.includes(words[0]) && words.every((w) => key.includes(w) || entry.about.includes(w))) rank = Math.min(rank, 3);
    }
    if (rank < Infinity) ranked.push({ place: entry.place, rank });
  }
  ranked.sort((a, b) => a.rank - b.rank || b.place.mentions.length - a.place.mentions.length);
  return ranked.slice(0, MOST_PLACES).map((entry) => entry.place);
}

function firstOf(texts, words, most) {
  const found = [];
  for (let i = 0; i < texts.length && found.length < most; i += 1) {
    if (words.every((word) => texts[i].includes(word))) found.push(i);
  }
  return found;
}
