// The card of the chosen place: name, kind, where, how sure, why, and its quotes in order of time.
import { element, pressButton, refill } from "./elements.js";
import { placeGlyph } from "./glyphs.js";
import { quotesOf } from "./model.js";
import { closeButton } from "./panels.js";
import { placeLink, quoteElement } from "./quote_view.js";
import { mentionKey } from "./selection.js";
import { unbroken } from "./text.js";
import { certaintyElement, decidedElement, whyElement } from "./why_view.js";
import { WORDS } from "./words.js";

const QUOTES_AT_FIRST = 5;
const QUOTES_A_TIME = 200;

/** Shows places in the card's region; `actions` are `close()`, `set(change)`, `read(mention key)`, `fit(place, others)` and `acts(place, mention)`. */
export function createCard(region, model, actions) {
  region.addEventListener("keydown", (event) => {
    if (event.key === "Escape") actions.close();
  });
  let shownKey = null;
  return {
    /** Shows a place with the mentions that count and the chosen one of them, if any. */
    show(place, mentions, view, outside) {
      const key = JSON.stringify([place.id, view.at, mentions.map(mentionKey)]);
      if (key !== shownKey) {
        const same = shownKey?.startsWith(`["${place.id}"`);
        const at = region.scrollTop;
        const focused = region.contains(document.activeElement) ? document.activeElement.dataset.keep : null;
        build(place, mentions, view, outside);
        region.scrollTop = same ? at : 0;
        if (focused) region.querySelector(`[data-keep="${focused}"]`)?.focus({ preventScroll: true });
        region.querySelector(".quote.is-at")?.scrollIntoView({ block: "nearest" });
      }
      shownKey = key;
      openWhy(region, view.why);
    },
    hide() {
      shownKey = null;
      region.hidden = true;
      refill(region);
    },
    focus() {
      region.querySelector("h2").focus({ preventScroll: true });
    },
  };

  function build(place, mentions, view, outside) {
    const ordered = inOrder(model, mentions);
    const chosen = ordered.findIndex((mention) => mentionKey(mention) === view.at);
    const quotes = element("div", { class: "quotes" });
    fillQuotes(quotes, quotesOf(model, mentions), Math.max(QUOTES_AT_FIRST, chosen + 1), view.at);
    const mention = ordered[chosen] ?? surest(ordered);
    refill(region, head(place, mentions.length), outside && element("p", { class: "note" }, WORDS.outsideFilters), precision(place),
      place.derived ? derivedNote(place, model) : [certaintyElement(ordered[chosen] ?? place), decidedElement(mention)],
      element("div", { class: "card-actions" }, whyButton(place, view), ordered.length > 1 && walk(ordered, chosen)),
      place.derived ? null : whyElement(place, mention, model, { chosen: chosen >= 0, ...actions }),
      quotes);
    region.hidden = false;
  }

  function head(place, count) {
    const where = [place.derived ? WORDS.derived[place.derived] : place.kind, place.region, place.country].filter(Boolean).join(" · ");
    return element("header", { class: "card-head" }, placeGlyph(place),
      element("div", { class: "card-title" }, element("h2", { tabindex: "-1", dir: "auto" }, place.name),
        element("p", { class: "card-where" }, `${where} · ${unbroken(WORDS.mentions(count))}`)),
      closeButton(WORDS.close, actions.close));
  }

  function walk(ordered, chosen) {
    const go = (step) => {
      const to = chosen < 0 ? (step > 0 ? 0 : ordered.length - 1) : (chosen + step + ordered.length) % ordered.length;
      actions.set({ at: mentionKey(ordered[to]), article: ordered[to].article });
    };
    const button = (step, name, sign) => pressButton("step", { "aria-label": name, "data-keep": name, onclick: () => go(step) },
      element("span", { "aria-hidden": "true" }, sign));
    return element("span", { class: "walk" }, button(-1, WORDS.previousMention, "‹"),
      element("span", { class: "walk-count", role: "status" }, chosen < 0 ? WORDS.mentions(ordered.length) : WORDS.nOfAll(chosen + 1, ordered.length)), button(1, WORDS.nextMention, "›"));
  }

  function whyButton(place, view) {
    if (place.derived) return null;
    return pressButton("why-button", { "data-keep": "why", "aria-expanded": String(view.why), "aria-controls": "why",
      onclick: (event) => actions.set({ why: event.currentTarget.getAttribute("aria-expanded") !== "true" }) }, WORDS.whyHere);
  }

  function fillQuotes(box, groups, limit, at) {
    const all = groups.reduce((sum, group) => sum + group.sentences.length, 0);
    let left = limit;
    const shown = [];
    for (const { article, sentences } of groups) {
      sentences.slice(0, Math.max(0, left)).forEach((quote, i) => shown.push(quoteElement(article, quote, i === 0, at, (mark) =>
        actions.set({ at: mentionKey(mark), article: article.index, tab: "articles" }))));
      left -= sentences.length;
    }
    refill(box, shown);
    if (all <= limit) return;
    const next = limit < QUOTES_AT_FIRST + 1 && all <= QUOTES_A_TIME ? all : Math.min(all, limit + QUOTES_A_TIME);
    const more = pressButton("more", {}, WORDS.showAll(next));
    more.addEventListener("click", () => {
      fillQuotes(box, groups, next, at);
      const quote = box.querySelectorAll("blockquote")[limit];
      quote.tabIndex = -1;
      quote.focus({ preventScroll: true });
      quote.scrollIntoView({ block: "nearest" });
    });
    box.append(element("p", { class: "more-line" }, `${WORDS.quotesOf(limit, all)} `, more));
  }
}

/** A place's mentions as the card has them: newest article first, in order of text. */
export function inOrder(model, mentions) {
  return quotesOf(model, mentions).flatMap((group) => group.sentences.flatMap((sentence) => sentence.marks));
}

/** The mention that speaks for a place. */
export function surest(mentions) {
  return mentions.reduce((best, m) => (!best || (m.kind !== "demonym" && best.kind === "demonym") || (m.certainty ?? 0) > (best.certainty ?? 0) ? m : best), null);
}

function openWhy(region, on) {
  const [why, button] = [region.querySelector("#why"), region.querySelector(".why-button")];
  if (!why || why.hidden === !on) return;
  why.hidden = !on;
  button.setAttribute("aria-expanded", String(on));
  if (on) why.scrollIntoView({ block: "nearest" });
}

function derivedNote(place, model) {
  const anchors = place.anchors.map((id) => model.byId.get(id)).filter(Boolean);
  return element("p", { class: "note" }, WORDS.derivedNote(place.radius_km), anchors.length > 0 && ` ${WORDS.reckonedFrom} `,
    anchors.flatMap((anchor, i) => [i ? ", " : "", placeLink(anchor)]));
}

function precision(place) {
  if (place.filedOnly) return element("p", { class: "note" }, WORDS.filedOnly);
  if (place.approximate) return element("p", { class: "note" }, WORDS.approximate);
  if (place.shape === "footprint") return element("p", { class: "note" }, WORDS.area(place.radius_km));
  return null;
}
