// What a printed map has below it: a numbered list of the places with their quotes.
import { element, refill } from "./elements.js";
import { quotesOf } from "./model.js";
import { markedText, sourceLine } from "./quote_view.js";
import { WORDS } from "./words.js";

const SHEET = { width: "682px", height: "560px" }; // of an A4 sheet within its margins, and a Letter's
const PRINTED_QUOTES = 3;
const MOST_PRINTED = 200;

/**
 * Fills `box` when the reader prints and empties it after; meanwhile the legend is open and the map has the size of a sheet. `seen()` is what
 * is to be seen.
 */
export function createPrintList(box, map, model, seen) {
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".legend details:not([open])")];
    for (const part of folded) part.open = true;
    resizeMap(map, SHEET);
    const { places } = seen();
    const items = places.slice(0, MOST_PRINTED).map(({ place, mentions }) => printedPlace(model, place, mentions));
    const left = places.length - items.length;
    refill(box, element("h2", {}, WORDS.places(places.length)), element("ol", {}, items), left > 0 && element("p", {}, WORDS.morePlaces(left)),
      element("p", { class: "print-source" }, WORDS.attribution));
  });
  window.addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
    resizeMap(map, { width: "", height: "" });
    refill(box);
  });
}

/** Another size for the map, which shows the same part of the world in it. */
function resizeMap(map, { width, height }) {
  const bounds = map.getBounds();
  Object.assign(map.getContainer().parentElement.style, { width, height });
  map.invalidateSize({ animate: false });
  map.fitBounds(bounds, { animate: false });
}

function printedPlace(model, place, mentions) {
  const where = [place.kind, place.region, place.country].filter(Boolean).join(", ");
  const quotes = quotesOf(model, mentions).flatMap(({ article, sentences }) => sentences.map((quote) => ({ article, ...quote })));
  const more = quotes.length - PRINTED_QUOTES;
  return element(
    "li",
    {},
    element("h3", {}, element("bdi", {}, place.name)),
    element("p", { class: "print-where" }, `${where} · ${place.lat.toFixed(4)}, ${place.lon.toFixed(4)} · ${WORDS.certainty[place.certainty_word] ?? ""}`),
    quotes.slice(0, PRINTED_QUOTES).map(({ article, sentence, marks }) =>
      element("blockquote", {},
        element("p", { dir: "auto" }, markedText(sentence, marks, (piece) => element("mark", {}, piece.text))),
        element("footer", {}, element("cite", { dir: "auto" }, [article.title, sourceLine(article)].filter(Boolean).join(" · "))))),
    more > 0 && element("p", {}, WORDS.moreQuotes(more)),
  );
}
