// The card of the chosen place: name, kind, where, how sure, and its quotes.
import { element, refill } from "./elements.js";
import { placeGlyph } from "./glyphs.js";
import { countOf, quotesOf } from "./model.js";
import { quoteElement } from "./quote_view.js";
import { certaintyElement, whyElement } from "./why_view.js";
import { WORDS } from "./words.js";

const QUOTES_AT_FIRST = 5;

/** Shows places in the card's region; `onClose` is called by its button and by Escape. */
export function createCard(region, model, onClose) {
  region.addEventListener("keydown", (event) => {
    if (event.key === "Escape") onClose();
  });
  return {
    show(place, demonyms) {
      const quotes = element("div", { class: "quotes" });
      fillQuotes(quotes, quotesOf(model, place, demonyms || place.named === 0), QUOTES_AT_FIRST);
      refill(region, head(place, countOf(place, demonyms) || place.mentions.length, onClose), precision(place),
        certaintyElement(place), quotes, ...whyElement(place));
      region.hidden = false;
      region.scrollTop = 0;
    },
    hide() {
      region.hidden = true;
      refill(region);
    },
    focus() {
      region.querySelector("h2").focus({ preventScroll: true });
    },
  };
}

function head(place, count, onClose) {
  const where = [place.kind, place.region, place.country].filter(Boolean).join(" · ");
  return element(
    "header",
    { class: "card-head" },
    placeGlyph(place),
    element(
      "div",
      { class: "card-title" },
      element("h2", { tabindex: "-1", dir: "auto" }, place.name),
      element("p", { class: "card-where" }, `${where} · ${WORDS.mentions(count)}`),
    ),
    element("button", { type: "button", class: "close", "aria-label": WORDS.close, onclick: onClose },
      element("span", { "aria-hidden": "true" }, "×")),
  );
}

function precision(place) {
  if (place.filedOnly) return element("p", { class: "note" }, WORDS.filedOnly);
  if (place.approximate) return element("p", { class: "note" }, WORDS.approximate);
  if (place.shape === "footprint") return element("p", { class: "note" }, WORDS.area(place.radius_km));
  return null;
}

function fillQuotes(box, groups, limit) {
  const all = groups.reduce((sum, group) => sum + group.sentences.length, 0);
  let left = limit;
  const shown = [];
  for (const { article, sentences } of groups) {
    sentences.slice(0, Math.max(0, left)).forEach((quote, i) => shown.push(quoteElement(article, quote, i === 0)));
    left -= sentences.length;
  }
  refill(box, shown);
  if (all > limit) {
    const more = element("button", { type: "button", class: "more" }, WORDS.showAll(all));
    more.addEventListener("click", () => {
      fillQuotes(box, groups, all);
      box.querySelectorAll("blockquote")[limit].scrollIntoView({ block: "nearest" });
    });
    box.append(element("p", { class: "more-line" }, `${WORDS.quotesOf(limit, all)} `, more));
  }
}
