// The tab "Articles": the open article with every name marked, and below it the list of all, sortable, each a filter.
import { articleText } from "./article_text.js";
import { element, pressButton, refill } from "./elements.js";
import { longList } from "./long_list.js";
import { newestFirst } from "./model.js";
import { sourceLine } from "./quote_view.js";
import { safeHref, unbroken } from "./text.js";
import { WORDS } from "./words.js";

const ORDERS = {
  newest: (articles) => newestFirst(articles),
  oldest: (articles) => [...articles].sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9") || a.index - b.index),
  publisher: (articles) => newestFirst(articles).sort((a, b) => (a.publisher ?? "\uffff").localeCompare(b.publisher ?? "\uffff")),
  most: (articles, counts) => newestFirst(articles).sort((a, b) => counts[b.index] - counts[a.index]),
};

/**
 * Fills the pane; `mending` knows rows of single mentions and marks what was missed, `onView(change)` is told what the reader chooses. `update(view, shown)` follows the view:
 * an article that the filters leave out is not shown, unless the reader goes to it after they were set, and then it says so;
 * `light(placeId, at, scrolls)` lights a place's names, above all the mention `at`.
 */
export function createArticlePane(pane, model, mending, onView) {
  const region = element("section", { class: "article", "aria-label": WORDS.article, tabindex: "-1" });
  const lists = element("div", { class: "article-list" });
  pane.prepend(region, lists);
  let [opened, listed, order] = [undefined, null, "newest"];
  let [goal, filtered, insists] = ["", null, false];
  const beyond = element("p", { class: "note" }, WORDS.articleOutside);
  const openArticle = (index) => {
    opened = index;
    const article = model.articles[index];
    region.hidden = !article;
    refill(region, article ? [beyond, articleHead(article), articleText(article, mending.store.rows())] : []);
  };
  const articleHead = (article) => {
    const href = safeHref(article.url);
    const only = pressButton("link-button only", { "aria-pressed": "false",
      onclick: () => onView({ only: only.getAttribute("aria-pressed") === "true" ? null : article.index }) }, WORDS.onlyArticle);
    const close = pressButton("link-button", { onclick: () => {
      onView({ article: null });
      lists.querySelector("button.headline")?.focus();
    } }, WORDS.closeArticle);
    return element("header", { class: "article-head" },
      element("h2", { class: "article-title", dir: "auto" }, href ? element("a", { href, rel: "noreferrer noopener", target: "_blank" }, article.title) : article.title),
      element("p", { class: "headline-meta", dir: "auto" }, metaOf(article, article.placeCount)),
      element("p", { class: "article-actions" }, model.articles.length > 1 && [only, close],
        pressButton("link-button", { onclick: () => mending.markMissed(article) }, WORDS.markMissed)));
  };
  mending.store.subscribe(() => {
    const at = pane.scrollTop;
    openArticle(opened);
    pane.scrollTop = at;
  });
  const list = (view, shown) => {
    const others = shown.articles.filter((article) => article.index !== view.article);
    if (!model.articles.length) return refill(lists, element("p", { class: "empty" }, WORDS.noArticles));
    if (!shown.articles.length) return refill(lists, element("p", { class: "empty" }, WORDS.nothingLeft));
    if (!others.length) return refill(lists);
    const select = element("select", { "aria-label": WORDS.sort, onchange: () => {
      order = select.value;
      list(view, shown);
      lists.querySelector("select").focus();
    } }, Object.keys(ORDERS).map((key) => element("option", { value: key, selected: key === order }, WORDS.orders[key])));
    const items = ORDERS[order](others, shown.perArticle);
    const heading = element("h2", { class: "list-title" }, opened === null ? WORDS.articles(items.length) : WORDS.otherArticles(items.length));
    return refill(lists, element("header", { class: "list-head" }, heading, items.length > 1 && select),
      longList("articles", items, (article) => element("li", {}, headline(article, shown.perArticle[article.index]))));
  };
  const headline = (article, places) =>
    pressButton("headline", { onclick: () => {
      onView({ article: article.index, place: null, at: null });
      pane.scrollTop = 0;
      region.focus({ preventScroll: true });
    } },
      element("span", { class: "headline-title", dir: "auto" }, article.title),
      element("span", { class: "headline-meta", dir: "auto" }, metaOf(article, places)));
  return {
    update(view, shown) {
      const passes = shown.articles.some((article) => article.index === view.article);
      const [aim, filters] = [`${view.article} ${view.at}`, shown.articles.map((article) => article.index).join()];
      if (aim !== goal) insists = filtered !== null;
      if (filters !== filtered) insists = false;
      [goal, filtered] = [aim, filters];
      const index = passes || insists ? view.article : null;
      beyond.hidden = passes;
      if (index !== opened) openArticle(index);
      const key = [opened, order, ...shown.articles.map((article) => `${article.index}:${shown.perArticle[article.index]}`)].join();
      if (key !== listed) list(view, shown);
      listed = key;
      region.querySelector(".only")?.setAttribute("aria-pressed", String(view.only === view.article));
    },
    light(placeId, at, scrolls) {
      let first = null;
      for (const link of region.querySelectorAll("a[data-place]")) {
        const lit = link.dataset.place === placeId;
        if (lit) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
        link.classList.toggle("is-at", lit && link.dataset.key === at);
        if (lit && (!first || link.dataset.key === at)) first = link;
      }
      if (scrolls && (first ?? (at && sentenceAt(at)))) (first ?? sentenceAt(at)).scrollIntoView({ block: "center" });
    },
  };

  /** The paragraph of a sentence that names nothing. */
  function sentenceAt(at) {
    const [article, sentence] = at.split(".").map(Number);
    const start = article === opened && model.articles[article].sentences[sentence]?.start;
    return [...region.querySelectorAll("[data-from]")].filter((p) => Number(p.dataset.from) <= start).at(-1);
  }
}

function metaOf(article, places) {
  return [sourceLine(article), unbroken(WORDS.places(places))].filter(Boolean).join(" · ");
}
