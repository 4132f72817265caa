// An article's text with every name marked: all of it, or its quoted sentences with a sign where it goes on between.
import { element } from "./elements.js";
import { mentionKey } from "./selection.js";
import { markedText, nameLink } from "./quote_view.js";
import { WORDS } from "./words.js";

/** The paragraphs of an article, its stretches of text knowing from which code point on they stand (`data-from`); `rows` are an editor's. */
export function articleText(article, rows = []) {
  const marks = withRows(article, rows);
  return article.text === null ? quotedText(article, marks) : fullText(article, marks);
}

/** The article's marks with what rows say of single mentions; names that rows alone mark among them. */
function withRows(article, rows) {
  const left = new Map(rows.filter((row) => row.article === article.id && row.start).map((row) => [`${row.start}-${row.end}`, row]));
  if (!left.size) return article.marks;
  const marks = article.marks.map((mark) => {
    const offset = article.sentences[mark.sentence].start;
    const key = `${offset + mark.start}-${offset + mark.end}`;
    const row = left.get(key);
    left.delete(key);
    return row ? { ...mark, mended: row } : mark;
  });
  for (const row of left.values()) {
    const sentence = article.sentences.findLastIndex((one) => one.text !== null && one.start <= Number(row.start));
    const { start } = article.sentences[sentence] ?? {};
    if (sentence >= 0) marks.push({ article: article.index, sentence, start: row.start - start, end: row.end - start, place: null, mended: row });
  }
  return marks;
}

/** The quoted sentences alone. */
function quotedText(article, allMarks) {
  const paragraphs = [];
  let last = null;
  article.sentences.forEach((sentence, number) => {
    if (sentence.text === null) return;
    const marks = allMarks.filter((mark) => mark.sentence === number).map(keyed);
    const [before, after] = [sentence.cut_before && "… ", sentence.cut_after && " …"];
    const nodes = [before, element("span", { "data-from": sentence.start }, markedText({ text: sentence.text }, marks, nameLink)), after];
    const follows = last && sentence.start - (last.start + [...last.text].length) <= 2;
    if (follows && last.paragraph === sentence.paragraph) {
      paragraphs[paragraphs.length - 1].append(" ", ...nodes.filter(Boolean));
    } else {
      if (last ? !follows : sentence.start > 0) {
        paragraphs.push(element("p", { class: "gap" }, element("span", { "aria-hidden": "true" }, WORDS.gap), element("span", { class: "visually-hidden" }, WORDS.gapWords)));
      }
      paragraphs.push(element("p", { dir: "auto" }, nodes));
    }
    last = sentence;
  });
  return paragraphs;
}

/** The whole text, a paragraph a line. */
function fullText(article, allMarks) {
  const marks = allMarks.map((mark) => {
    const offset = article.sentences[mark.sentence].start;
    return { ...keyed(mark), start: mark.start + offset, end: mark.end + offset };
  });
  const paragraphs = [];
  let start = 0;
  for (const line of article.text.split("\n")) {
    const [from, end] = [start, start + [...line].length];
    const inside = marks.filter((mark) => mark.start >= from && mark.end <= end);
    const shifted = inside.map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from }));
    if (line.trim()) {
      const headline = from === 0 && article.title_is_headline && line.trim() === article.title.trim();
      paragraphs.push(element("p", { dir: "auto", class: headline ? "is-headline" : null, "data-from": from }, markedText({ text: line }, shifted, nameLink)));
    }
    start = end + 1;
  }
  return paragraphs;
}

function keyed(mark) {
  return { ...mark, key: mentionKey(mark) };
}
