// The search box: answers as one types, in groups; arrows choose, Enter opens, Escape leaves, "/" comes here.
import { element, refill } from "./elements.js";
import { placeGlyph } from "./glyphs.js";
import { buildSearch } from "./search_index.js";
import { WORDS, dateInWords } from "./words.js";

const SLICE_MS = 6;

/** `onQuery(text)` hears what is typed, `onOpen({place} | {article, sentence})` what is chosen; `update(text)` follows. */
export function createSearchBox(input, box, model, status, { onQuery, onOpen }) {
  let partial = false; // whether the answer that is shown was found before all was read
  let options = [];
  let active = -1;
  input.setAttribute("placeholder", WORDS.searchFor);
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", WORDS.results);
  const hide = () => {
    partial = false;
    box.hidden = true;
    setActive(-1);
    input.removeAttribute("aria-controls");
  };
  const setActive = (to) => {
    options[active]?.node.setAttribute("aria-selected", "false");
    active = to;
    const chosen = options[active]?.node;
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", chosen.id);
  };
  const choose = (option) => {
    hide();
    input.blur();
    // Once what the answers covered is in reach again (covers.js).
    queueMicrotask(() => onOpen(option.target));
  };
  const index = buildSearch(model);
  // Read before the first letter is typed, when there is nothing else to do, a little at a time.
  const idle = window.requestIdleCallback ?? ((task) => setTimeout(task, 60));
  const readOn = () => {
    if (!index.read(SLICE_MS)) idle(readOn);
    else if (partial) show();
  };
  idle(readOn);
  const show = () => {
    const query = input.value.trim();
    partial = false;
    if (!query) {
      hide();
      return;
    }
    const found = index.find(query);
    partial = !found.whole;
    options = [];
    active = -1;
    const add = (target, ...children) => {
      const node = element("div", { class: "result", role: "option", id: `result-${options.length}`, "aria-selected": "false" }, children);
      const option = { node, target };
      // Not on click: the box is gone once the field has lost the focus.
      node.addEventListener("pointerdown", (event) => event.preventDefault());
      node.addEventListener("click", () => choose(option));
      options.push(option);
      return node;
    };
    const groups = [
      group(WORDS.places(found.places.length), found.places.map((place) => add({ place }, placeGlyph(place), twoLines(place.name, [place.kind, place.region, place.country])))),
      group(WORDS.articles(found.articles.length), found.articles.map((article) => add({ article }, twoLines(article.title, [article.publisher, dateInWords(article.date)])))),
      group(WORDS.sentences(found.sentences.length), found.sentences.map(({ article, sentence }) =>
        add({ article, sentence }, twoLines(excerpt(article.sentences[sentence].text, query), [article.title])))),
    ];
    refill(box, options.length ? groups : element("p", { class: "empty" }, WORDS.noResults(query)));
    box.setAttribute("role", options.length ? "listbox" : "note");
    box.hidden = false;
    input.setAttribute("aria-controls", box.id);
    status.textContent = options.length ? WORDS.resultsFound(options.length) : WORDS.noResults(query);
  };
  input.addEventListener("input", () => {
    show();
    onQuery(input.value);
  });
  input.addEventListener("focus", show);
  // The results scroll, so the focus may go on to them; they stay open while it is there.
  input.addEventListener("blur", (event) => event.relatedTarget !== box && hide());
  box.addEventListener("blur", hide);
  box.addEventListener("keydown", (event) => event.key === "Escape" && input.focus());
  input.addEventListener("keydown", (event) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1 }[event.key];
    if (to !== undefined && options.length && !box.hidden) {
      event.preventDefault();
      setActive((to + options.length) % options.length);
    } else if (event.key === "Enter" && options.length && !box.hidden) {
      choose(options[Math.max(0, active)]);
    } else if (event.key === "Escape") {
      if (input.value) {
        input.value = "";
        onQuery("");
        hide();
      } else {
        input.blur();
      }
      event.preventDefault();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=range]):not([type=checkbox]), textarea, select")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  return {
    update(text) {
      if (input.value !== text) input.value = text;
    },
  };
}

function group(name, nodes) {
  if (!nodes.length) return null;
  return element("div", { role: "group", "aria-label": name }, element("p", { class: "group-name", "aria-hidden": "true" }, name), nodes);
}

function twoLines(title, facts) {
  return element("span", { class: "result-words" }, element("bdi", { class: "result-title" }, title),
    element("bdi", { class: "result-facts" }, facts.filter(Boolean).join(" · ")));
}

/** A sentence from a little before the word that was found. */
function excerpt(text, query) {
  const at = text.toLowerCase().indexOf(query.toLowerCase().split(/\s+/)[0]);
  return at > 60 ? `… ${text.slice(text.lastIndexOf(" ", at - 30) + 1)}` : text;
}
