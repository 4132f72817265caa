// How sure a place is, why, and what else it might have been.
import { element } from "./elements.js";
import { WORDS } from "./words.js";

/** The line that says how sure we are, with a small bar. */
export function certaintyElement(place) {
  const word = WORDS.certainty[place.certainty_word];
  const bar = element("span", { class: "sure-bar", "aria-hidden": "true" }, element("span", { class: "sure-fill" }));
  bar.firstChild.style.width = `${Math.round(place.certainty * 100)}%`;
  return element(
    "p",
    { class: `sure is-${place.certainty_word}` },
    bar,
    WORDS.certaintyLine(word, WORDS.share(place.certainty)),
  );
}

/** The button "Why here?" with the clues and the runner-up it opens. */
export function whyElement(place) {
  const reasons = element("div", { class: "why", id: "why", hidden: true }, clues(place), runnerUp(place), ...notes(place));
  const button = element("button", { type: "button", class: "why-button", "aria-expanded": "false", "aria-controls": "why" },
    WORDS.whyHere);
  button.addEventListener("click", () => {
    reasons.hidden = !reasons.hidden;
    button.setAttribute("aria-expanded", String(!reasons.hidden));
    if (!reasons.hidden) reasons.scrollIntoView({ block: "nearest" });
  });
  return [button, reasons];
}

function clues(place) {
  if (!place.why.length) return element("p", {}, WORDS.noClues);
  return element(
    "ul",
    { class: "clues" },
    place.why.map((clue) =>
      element(
        "li",
        { class: clue.points < 0 ? "is-against" : "is-for" },
        element("span", { class: "clue-sign" }, `${clue.points < 0 ? "−" : "+"}${Math.abs(clue.points).toFixed(1)}`),
        element("span", { dir: "auto" }, clue.phrase),
      ),
    ),
  );
}

function runnerUp(place) {
  const other = place.runner_up;
  if (!other) return element("p", { class: "runner-up" }, WORDS.noRunnerUp);
  const where = [other.kind, other.region, other.country].filter(Boolean).join(", ");
  return element(
    "p",
    { class: "runner-up" },
    element("b", {}, `${WORDS.runnerUp}: `),
    element("bdi", {}, other.name),
    `, ${where} (${WORDS.kilometresAway(other.km)})`,
  );
}

function notes(place) {
  return [
    place.note && element("p", { class: "note", dir: "auto" }, place.note),
    place.source && element("p", { class: "note" }, `${WORDS.source}: `, element("bdi", {}, place.source)),
  ];
}
