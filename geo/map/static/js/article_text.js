// An article's text with every name marked: all of it, or its quoted sentences with a sign where it goes on between.
import { element } from "./elements.js";
import { mentionKey } from "./selection.js";
import { markedText, nameLink } from "./quote_view.js";
import { WORDS } from "./words.js";

/** The paragraphs of an article; each knows from which code point on it stands (`data-from`). */
export function articleText(article) {
  return article.text === null ? quotedText(article) : fullText(article);
}

/** The quoted sentences alone. */
function quotedText(article) {
  const paragraphs = [];
  let last = null;
  article.sentences.forEach((sentence, number) => {
    if (sentence.text === null) return;
    const marks = article.marks.filter((mark) => mark.sentence === number).map(keyed);
    const nodes = markedText(sentence, marks, nameLink);
    const follows = last && sentence.start - (last.start + [...last.text].length) <= 2;
    if (follows && last.paragraph === sentence.paragraph) {
      paragraphs[paragraphs.length - 1].append(" ", ...nodes.filter(Boolean));
    } else {
      if (last ? !follows : sentence.start > 0) {
        paragraphs.push(element("p", { class: "gap" }, element("span", { "aria-hidden": "true" }, WORDS.gap), element("span", { class: "visually-hidden" }, WORDS.gapWords)));
      }
      paragraphs.push(element("p", { dir: "auto", "data-from": sentence.start }, nodes));
    }
    last = sentence;
  });
  return paragraphs;
}

/** The whole text, a paragraph a line. */
function fullText(article) {
  const marks = article.marks.map((mark) => {
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
