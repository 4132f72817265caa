// On a phone the reading panel is a sheet under the map that its handle raises and lowers.
import { WORDS } from "./words.js";

/** Makes the handle work; `showCard(on)` tells the page whether a place's card covers the lists. */
export function createSheet(app, handle) {
  const raise = (on) => {
    app.classList.toggle("is-raised", on);
    handle.setAttribute("aria-expanded", String(on));
    handle.setAttribute("aria-label", on ? WORDS.collapse : WORDS.expand);
  };
  handle.addEventListener("click", () => raise(!app.classList.contains("is-raised")));
  raise(false);
  return {
    showCard(on) {
      app.classList.toggle("has-card", on);
    },
  };
}
