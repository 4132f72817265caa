// Mending on the page: what an editor confirms, moves, rejects or marks becomes rows of corrections.csv.
import { element, pressButton } from "./elements.js";
import { mendingActs } from "./mending_acts.js";
import { createMendingBar } from "./mending_bar.js";
import { createMendingForm } from "./mending_form.js";
import { createPicking } from "./mending_map.js";
import { canBeMended, doubtfulFirst, rowFor, rowOf } from "./mending_rows.js";
import { followSelection } from "./mending_select.js";
import { createRows, fingerprint } from "./mending_store.js";
import { knownTargets } from "./mending_targets.js";
import { certaintyWord } from "./packing.js";
import { mentionKey } from "./selection.js";
import { WORDS } from "./words.js";

const byMendId = (id) => document.getElementById(id);

/**
 * Makes the parts that mend. A subject is `{article, mention: {text, start, end}, place, others}`: a name as it stands in an
 * article's text (code points), the place it has or null, and what else it may be. `towns()` are the basemap's, `[name, lat, lon]`,
 * `dataText` tells this page from others.
 */
export function createMending({ leaflet, map, model, state, shown, ghosts, sheet, towns, dataText }) {
  const name = `${location.pathname} ${fingerprint(model.articles.map((article) => article.id).join("\n"))}`;
  let made = null;
  const store = createRows(name, () => (made ??= fingerprint(dataText)));
  let [acts, known, afterwards] = [null, null, () => {}];
  const app = byMendId("app");
  const picking = createPicking(leaflet, map, (point) => form.choose(point));
  const form = createMendingForm(byMendId("mend"), () => (known ??= knownTargets(model, towns())), {
    onMade: (row) => {
      store.add(row);
      byMendId("status").textContent = WORDS.rowMade;
    },
    onShown: (subject, places) => {
      app.classList.toggle("is-mending", subject !== null);
      picking.enable(subject !== null);
      if (subject) {
        sheet.half();
        ghosts.update(subject.place, places, form.choose);
      } else {
        afterwards();
      }
    },
    onTarget: (target) => picking.show(target),
  });
  const subjectOf = (mention, place) => {
    const article = model.articles[mention.article];
    const sentence = article.sentences[mention.sentence];
    const text = [...sentence.text].slice(mention.start, mention.end).join("");
    return { article, place, others: model.evidence(mention).others, mention: { text, start: sentence.start + mention.start, end: sentence.start + mention.end } };
  };
  createMendingBar(byMendId("mend-strip"), byMendId("mend-rows"), store);
  store.subscribe(() => acts?.refresh());

  function next() {
    const mentions = shown(state.get()).places.flatMap(({ place, mentions: of }) => of.map((mention) => ({ ...mention, place, original: mention })));
    const ordered = doubtfulFirst(mentions);
    const isDone = ({ place, original }) => {
      const { article, mention } = subjectOf(original, place);
      return Boolean(original.decided_by) || rowFor(store.rows(), article, mention) !== null;
    };
    const at = ordered.findIndex((one) => mentionKey(one) === state.get().at && one.place.id === state.get().place);
    const found = [...ordered.slice(at + 1), ...ordered.slice(0, at + 1)].find((one) => !isDone(one));
    byMendId("status").textContent = found
      ? `${found.place.name}: ${WORDS.certaintyLine(WORDS.certainty[certaintyWord(found.certainty)], WORDS.share(found.certainty))}. ${WORDS.nOfAll(ordered.indexOf(found) + 1, ordered.length)}`
      : WORDS.noneDoubtful;
    if (found) state.set({ place: found.place.id, at: mentionKey(found), article: found.article, tab: "articles", why: true });
    return Boolean(found);
  }

  const nextButton = byMendId("next-doubtful");
  nextButton.addEventListener("click", () => {
    form.close();
    next();
    // One press leads to the next, so the focus stays.
    nextButton.focus({ preventScroll: true });
  });
  offerMissed(byMendId("pane-articles"), (mention) => form.open({ article: model.articles[state.get().article], place: null, others: [], mention }));
  document.addEventListener("click", (event) => {
    const unplaced = event.target.closest("[data-unplaced]");
    if (!unplaced) return;
    const mention = model.unresolved[unplaced.dataset.unplaced];
    const subject = subjectOf(mention, null);
    if (unplaced.dataset.act === "reject") store.add(rowOf(subject.article, subject.mention, "here", null));
    else form.open(subject);
  });
  return {
    /** The acts on a mention of a place, for its card. */
    acts(place, mention) {
      acts = mendingActs(subjectOf(mention, place), store, {
        onMove: (subject, scope) => form.open(subject, scope),
        onNext: () => next() && byMendId("card").querySelector("h2")?.focus({ preventScroll: true }),
      });
      return acts.node;
    },
    /** While the form is open, a place that is pressed is where the name is to go. */
    takes(place) {
      if (!form.isOpen()) return false;
      form.choose(place);
      return true;
    },
    markMissed: (article) => form.open({ article, place: null, others: [], mention: null }),
    isOpen: form.isOpen,
    store,
    whenClosed: (action) => {
      afterwards = action;
    },
  };
}

/** A bar under the text while some of it is selected. */
function offerMissed(pane, onMark) {
  let [span, leaving] = [null, 0];
  const button = pressButton("more is-main", { onclick: () => span && onMark(span) }, WORDS.markAsPlace);
  // The press must not lose what is selected.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  const words = element("q", { dir: "auto" });
  const bar = element("div", { class: "mark-bar", hidden: true }, words, button);
  pane.append(bar);
  followSelection(pane, (selected) => {
    clearTimeout(leaving);
    const isName = selected && canBeMended(selected.text);
    // A tap on the button ends the selection before it is heard.
    if (!isName) leaving = setTimeout(() => (bar.hidden = document.activeElement !== button), 400);
    if (!isName) return;
    span = selected;
    bar.hidden = false;
    words.textContent = span.text;
  });
}
