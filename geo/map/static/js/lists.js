// The lists of places and of names that could not be placed.
import { placeFragment } from "./address.js";
import { element, refill } from "./elements.js";
import { placeGlyph } from "./glyphs.js";
import { countOf, shownPlaces } from "./model.js";
import { markedText, sourceLine } from "./quote_view.js";
import { WORDS } from "./words.js";

/** Fills the list of places. */
export function fillPlaces(pane, model, state) {
  const places = shownPlaces(model, state.demonyms);
  if (!places.length) return refill(pane, element("p", { class: "empty" }, WORDS.noPlaces));
  return refill(pane, element("ul", { class: "places" }, places.map((place) => placeItem(place, state))));
}

/** Fills the list of names that were not placed, each with its sentence. */
export function fillUnplaced(pane, model) {
  if (!model.unresolved.length) return refill(pane, element("p", { class: "empty" }, WORDS.noUnplaced));
  const items = model.unresolved.map((name) => unplacedItem(model.articles[name.article], name));
  return refill(pane, element("p", { class: "note" }, WORDS.unplacedIntro), element("ul", { class: "unplaced" }, items));
}

function placeItem(place, state) {
  const count = countOf(place, state.demonyms);
  return element(
    "li",
    {},
    element(
      "a",
      { class: "place-link", href: placeFragment(place.id), "aria-current": place.id === state.place ? "true" : null },
      placeGlyph(place),
      element(
        "span",
        { class: "place-words" },
        element("bdi", { class: "place-name" }, place.name),
        element("span", { class: "place-where" },
          [place.kind, place.country].filter(Boolean).join(" · ")),
      ),
      element("span", { class: "place-count" }, String(count)),
    ),
  );
}

function unplacedItem(article, name) {
  const source = [article.title, sourceLine(article)].filter(Boolean).join(" · ");
  const sentence = article.sentences[name.sentence];
  return element(
    "li",
    {},
    element("h2", { dir: "auto" }, name.name),
    name.reason ? element("p", { class: "note" }, name.reason) : null,
    element(
      "blockquote",
      { class: "quote" },
      element("p", { dir: "auto" }, markedText(sentence, [name], (piece) => element("mark", {}, piece.text))),
      element("footer", { class: "quote-meta" }, element("cite", { dir: "auto" }, source)),
    ),
  );
}
