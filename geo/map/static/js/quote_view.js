// Quotes and running text with their names marked.
import { placeFragment } from "./address.js";
import { element, pressButton } from "./elements.js";
import { isDemonym } from "./model.js";
import { mentionKey } from "./selection.js";
import { cutAtMarks, safeHref } from "./text.js";
import { WORDS, dateInWords } from "./words.js";

/**
 * A `blockquote` with its names in `mark` and the article in `cite`, which only a group's first quote shows. `at` is the key
 * of the mention to light; `onRead(mark)` shows the sentence in its article.
 */
export function quoteElement(article, { sentence, marks }, showsSource, at, onRead) {
  const source = element("cite", { dir: "auto" }, linkedTitle(article));
  const meta = sourceLine(article);
  const lit = marks.some((mark) => mentionKey(mark) === at);
  return element(
    "blockquote",
    { class: `quote${lit ? " is-at" : ""}` },
    element(
      "footer",
      { class: showsSource ? "quote-source" : "visually-hidden" },
      source,
      meta && element("span", { class: "quote-meta", dir: "auto" }, meta),
    ),
    element("p", { dir: "auto" }, markedText(sentence, marks, (piece) => element("mark", {}, piece.text))),
    tagsOf(marks),
    pressButton("link-button read", { "aria-label": WORDS.readIn(article.title), onclick: () => onRead(marks[0]) }, WORDS.read),
  );
}

/** A sentence's nodes, each mark made by `make({text, mark})`; "…" where it was cut. */
export function markedText(sentence, marks, make) {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  const pieces = cutAtMarks(sentence.text, sorted);
  return [
    sentence.cut_before && "… ",
    ...pieces.map((piece) => (piece.mark ? make(piece) : piece.text)),
    sentence.cut_after && " …",
  ];
}

/** A name in running text: a link that opens its place. */
export function nameLink({ text, mark }) {
  const mended = mark.mended ? " is-mended" : "";
  if (!mark.place) {
    const open = mark.mended && mark.index === undefined ? text : element("button", { type: "button", "data-unplaced": mark.index }, text);
    return element("mark", { class: `name is-unplaced${mended}`, title: mark.mended ? null : WORDS.unplacedName }, open);
  }
  const classes = `name${isDemonym(mark) ? " is-demonym" : ""}${mark.dateline ? " is-dateline" : ""}${mark.decided_by ? " is-decided" : ""}${mended}`;
  const link = element("a", { href: placeFragment(mark.place.id), "data-place": mark.place.id, "data-key": mark.key }, text);
  return element("mark", { class: classes }, link);
}

/** A place's name as a link that opens it. */
export function placeLink(place) {
  return element("a", { href: placeFragment(place.id), "data-place": place.id }, place.name);
}

/** Publisher and date in one line, empty where neither is known. */
export function sourceLine(article) {
  return [article.publisher, dateInWords(article.date)].filter(Boolean).join(" · ");
}

function linkedTitle(article) {
  const href = safeHref(article.url);
  return href ? element("a", { href, rel: "noreferrer noopener", target: "_blank" }, article.title) : article.title;
}

function tagsOf(marks) {
  const tags = [];
  if (marks.some((m) => m.dateline)) tags.push(WORDS.dateline);
  if (marks.every((m) => m.usage === "associative" && !isDemonym(m))) tags.push(WORDS.usage.associative);
  if (marks.every(isDemonym)) tags.push(WORDS.demonymQuote);
  return tags.length ? element("p", { class: "quote-tags" }, tags.join(" · ")) : null;
}
