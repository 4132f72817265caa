// The lists of places and of names that could not be placed.
import { element, pressButton, refill } from "./elements.js";
import { placeGlyph } from "./glyphs.js";
import { longList } from "./long_list.js";
import { placeFragment } from "./address.js";
import { markedText, sourceLine } from "./quote_view.js";
import { WORDS } from "./words.js";

/** Fills the list of places with what is shown. */
export function fillPlaces(pane, model, shown, chosen) {
  const entries = [...shown.places, ...shown.derived];
  if (!entries.length) return refill(pane, element("p", { class: "empty" }, model.places.length ? WORDS.nothingLeft : WORDS.noPlaces));
  return refill(pane, longList("places", entries, (entry) => placeItem(entry, chosen)));
}

/** Lights the chosen place in the list. */
export function lightPlace(pane, chosen) {
  for (const link of pane.querySelectorAll(".place-link")) {
    if (link.dataset.place === chosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Fills the list of names that were not placed, each with its sentence. */
export function fillUnplaced(pane, model, shown) {
  if (!model.unresolved.length) return refill(pane, element("p", { class: "empty" }, WORDS.noUnplaced));
  if (!shown.unresolved.length) return refill(pane, element("p", { class: "empty" }, WORDS.nothingLeft));
  return refill(pane, element("p", { class: "note" }, WORDS.unplacedIntro),
    longList("unplaced", shown.unresolved, (name) => unplacedItem(model.articles[name.article], name)));
}

function placeItem({ place, count }, chosen) {
  const where = place.derived ? [WORDS.derived[place.derived]] : [place.kind, place.country];
  return element("li", {},
    element("a", { class: "place-link", href: placeFragment(place.id), "data-place": place.id, "aria-current": place.id === chosen ? "true" : null },
      placeGlyph(place),
      element("span", { class: "place-words" }, element("bdi", { class: "place-name" }, place.name),
        element("span", { class: "place-where" }, where.filter(Boolean).join(" · "))),
      element("span", { class: "place-count" }, String(count), element("span", { class: "visually-hidden" }, ` ${WORDS.mentionsWord(count)}`))));
}

function unplacedItem(article, name) {
  const source = [article.title, sourceLine(article)].filter(Boolean).join(" · ");
  const sentence = article.sentences[name.sentence];
  return element("li", {},
    element("h2", { dir: "auto" }, name.name),
    name.reason ? element("p", { class: "note" }, name.reason) : null,
    element("blockquote", { class: "quote" },
      element("p", { dir: "auto" }, markedText(sentence, [name], (piece) => element("mark", {}, piece.text))),
      element("footer", { class: "quote-meta" }, element("cite", { dir: "auto" }, source))),
    element("p", { class: "acts-row" }, pressButton("more", { "data-unplaced": name.index }, WORDS.markAsPlace),
      pressButton("more", { "data-unplaced": name.index, "data-act": "reject" }, WORDS.reject)));
}
