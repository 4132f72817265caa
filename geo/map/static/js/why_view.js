// How sure a pin is, why, and what else it might have been.
import { element, pressButton } from "./elements.js";
import { certaintyWord } from "./packing.js";
import { WORDS } from "./words.js";

/** The line that says how sure we are of a place or mention, with a small bar. */
export function certaintyElement({ certainty }) {
  const word = certaintyWord(certainty);
  const bar = element("span", { class: "sure-bar", "aria-hidden": "true" }, element("span", { class: "sure-fill" }));
  bar.firstChild.style.width = `${Math.round(certainty * 100)}%`;
  return element("p", { class: `sure is-${word}` }, bar, WORDS.certaintyLine(WORDS.certainty[word], WORDS.share(certainty)));
}

/** The row that decided a mention, if any. */
export function decidedElement({ decided_by }) {
  return decided_by ? element("p", { class: "decided" }, `${WORDS.decidedBy} `, element("bdi", {}, decided_by)) : null;
}

/** The evidence of one mention of a place; `actions.fit(place, others)` shows the others on the map, `actions.acts(…)` mend it. */
export function whyElement(place, mention, model, actions) {
  const { why, others } = model.evidence(mention);
  const [told, rivals] = why.length || others.length ? [why, others] : [place.why ?? [], place.runner_up ? [place.runner_up] : []];
  return element("div", { class: "why", id: "why", hidden: true },
    actions.chosen && element("p", { class: "note" }, WORDS.thisMention),
    mention.anchor && element("p", {}, `${WORDS.anchored} “`, element("bdi", {}, mention.anchor.words), "”"),
    clues(told), runnersUp(place, rivals, actions), actions.acts(place, mention), notes(place));
}

function clues(why) {
  if (!why.length) return element("p", {}, WORDS.noClues);
  return element("ul", { class: "clues" }, why.map((clue) =>
    element("li", { class: clue.points < 0 ? "is-against" : "is-for" },
      element("span", { class: "clue-sign" }, `${clue.points < 0 ? "−" : "+"}${Math.abs(clue.points).toFixed(1)}`),
      element("span", { dir: "auto" }, clue.phrase))));
}

function runnersUp(place, others, actions) {
  if (!others.length) return element("p", { class: "runner-up" }, WORDS.noRunnerUp);
  const line = (other, i) => element("p", { class: "runner-up" }, element("b", {}, `${i ? WORDS.furtherBack : WORDS.runnerUp}: `),
    element("bdi", {}, other.name), `, ${[other.kind, other.region, other.country].filter(Boolean).join(", ")}`,
    other.km === null ? "" : ` (${WORDS.kilometresAway(other.km)})`);
  return [others.map(line),
    pressButton("link-button", { onclick: () => actions.fit(place, others) }, WORDS.showOthers(others.length))];
}

function notes(place) {
  return [
    place.note && element("p", { class: "note", dir: "auto" }, place.note),
    place.source && element("p", { class: "note" }, `${WORDS.source}: `, element("bdi", {}, place.source)),
  ];
}
