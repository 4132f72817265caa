// The articles: a list of headlines, the open one with its text and every name in it marked.
import { element, refill } from "./elements.js";
import { newestFirst } from "./model.js";
import { markedText, nameLink, sourceLine } from "./quote_view.js";
import { WORDS } from "./words.js";

/** Fills the pane; returns `open(index)` and `light(placeId)`, which lights a place's names in the open article. */
export function createArticlePane(pane, model, onOpen) {
  if (!model.articles.length) refill(pane, element("p", { class: "empty" }, WORDS.noArticles));
  const region = element("section", { class: "article", "aria-label": "Article" });
  const items = new Map();
  let opened = null;
  const toggle = (index) => (index === opened ? close() : onOpen(index));
  const close = () => {
    items.get(opened)?.button.setAttribute("aria-expanded", "false");
    region.remove();
    opened = null;
  };
  const list = element("ul", { class: "articles" });
  for (const article of newestFirst(model.articles)) {
    const button = headlineButton(article, () => toggle(article.index));
    const item = element("li", {}, button);
    items.set(article.index, { article, button, item });
    list.append(item);
  }
  if (model.articles.length) refill(pane, list);
  return {
    open(index) {
      const found = items.get(index);
      if (!found || index === opened) return;
      close();
      opened = index;
      found.button.setAttribute("aria-expanded", "true");
      refill(region, articleText(found.article));
      found.item.append(region);
    },
    light(placeId, scrolls) {
      let first = null;
      for (const link of region.querySelectorAll("a[data-place]")) {
        const lit = link.dataset.place === placeId;
        link.toggleAttribute("aria-current", lit);
        if (lit) link.setAttribute("aria-current", "true");
        if (lit && !first) first = link;
      }
      if (scrolls && first && !pane.hidden) first.scrollIntoView({ block: "center" });
    },
  };
}

function headlineButton(article, onclick) {
  const meta = [sourceLine(article), WORDS.places(article.placeCount)].filter(Boolean).join(" · ");
  return element(
    "button",
    { type: "button", class: "headline", "aria-expanded": "false", onclick },
    element("span", { class: "headline-title", dir: "auto" }, article.title),
    element("span", { class: "headline-meta", dir: "auto" }, meta),
  );
}

function articleText(article) {
  return article.text === null ? quotedText(article) : fullText(article);
}

/** The quoted sentences alone, with a sign where the article goes on between them. */
function quotedText(article) {
  const paragraphs = [];
  let last = null;
  article.sentences.forEach((sentence, number) => {
    if (sentence.text === null) return;
    const marks = article.marks.filter((mark) => mark.sentence === number);
    const nodes = markedText(sentence, marks, nameLink);
    const follows = last && sentence.start - (last.start + [...last.text].length) <= 2;
    if (follows && last.paragraph === sentence.paragraph) {
      paragraphs[paragraphs.length - 1].append(" ", ...nodes.filter(Boolean));
    } else {
      if (last ? !follows : sentence.start > 0) paragraphs.push(element("p", { class: "gap", "aria-hidden": "true" }, WORDS.gap));
      paragraphs.push(element("p", { dir: "auto" }, nodes));
    }
    last = sentence;
  });
  return paragraphs;
}

/** The whole text, a paragraph a line. */
function fullText(article) {
  const marks = article.marks.map((mark) => {
    const offset = article.sentences[mark.sentence].start;
    return { ...mark, start: mark.start + offset, end: mark.end + offset };
  });
  const paragraphs = [];
  let start = 0;
  for (const line of article.text.split("\n")) {
    const end = start + [...line].length;
    const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
    const shifted = inside.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
    if (line.trim()) {
      const headline = start === 0 && article.title_is_headline && line.trim() === article.title.trim();
      paragraphs.push(
        element("p", { dir: "auto", class: headline ? "is-headline" : null }, markedText({ text: line }, shifted, nameLink)),
      );
    }
    start = end + 1;
  }
  return paragraphs;
}
