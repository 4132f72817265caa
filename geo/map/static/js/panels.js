// What the panels of the page have in common: how they are opened and closed, and how much room there is for them.
import { element, pressButton } from "./elements.js";

const NARROW = "(max-width: 46rem)";
const ROOMY = "(min-width: 46rem) and (min-height: 34rem)";

/** The query of a narrow screen, where panels lie over the page. */
export function narrowScreen() {
  return matchMedia(NARROW);
}

/** Whether there is room for what can be folded to stand open. */
export function hasRoom() {
  return matchMedia(ROOMY).matches;
}

/** The cross that closes something; `label` says what. */
export function closeButton(label, onclick) {
  return pressButton("close", { "aria-label": label, onclick }, element("span", { "aria-hidden": "true" }, "×"));
}

/** Lets `button` open `panel`, which `fill` fills, and Escape close it; `first` selects what then has the focus. Returns `open(on)`. */
export function openedBy(button, panel, first, fill = () => {}) {
  const open = (on) => {
    if (on) fill();
    panel.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
    if (on) panel.querySelector(first).focus();
    else button.focus();
  };
  button.addEventListener("click", () => open(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
  });
  return open;
}
