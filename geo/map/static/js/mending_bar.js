// How many rows there are and what becomes of them: a strip over the reading panel, and the list of rows over the map.
import { saveFile } from "./download_view.js";
import { element, pressButton, refill } from "./elements.js";
import { rowInWords } from "./mending_acts.js";
import { rowLine, rowsFile } from "./mending_rows.js";
import { closeButton } from "./panels.js";
import { WORDS } from "./words.js";

/** Fills the strip and the list, and keeps them with the rows. */
export function createMendingBar(strip, list, store) {
  const show = pressButton("link-button", { "aria-expanded": "false", "aria-controls": list.id, onclick: () => open(list.hidden) });
  const download = pressButton("more is-main", { onclick: () => {
    saveFile(new Blob([rowsFile(store.rows())], { type: "text/csv" }), "corrections.csv");
    store.saved();
  } }, WORDS.downloadRows);
  const open = (on) => {
    list.hidden = !on;
    show.setAttribute("aria-expanded", String(on));
    // Once what the list covered is in reach again (covers.js).
    queueMicrotask(() => (on ? list.querySelector("h2") : show).focus());
  };
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
  });
  refill(strip, show, download);
  const item = (row) => element("li", {}, element("p", {}, element("b", { dir: "auto" }, row.mention), `: ${rowInWords(row)} `,
    pressButton("link-button", { "aria-label": WORDS.undoRow(row.mention), onclick: () => {
      store.undo(row);
      (store.rows().length ? list.querySelector("h2") : document.getElementById("next-doubtful")).focus();
    } }, WORDS.undo)), element("code", { class: "row-line", dir: "ltr" }, rowLine(row)));
  const update = () => {
    const rows = store.rows();
    strip.hidden = !rows.length;
    show.textContent = WORDS.rowsMade(rows.length, rows.filter((row) => !row.isSaved).length);
    if (!rows.length) {
      list.hidden = true;
      show.setAttribute("aria-expanded", "false");
    }
    refill(list, element("header", { class: "filters-head" }, element("h2", { tabindex: "-1" }, WORDS.rows),
      closeButton(WORDS.closeRows, () => open(false))),
    element("ul", { class: "made-rows" }, rows.map(item)), element("p", { class: "note" }, WORDS.rowsNote));
  };
  store.subscribe(update);
  update();
}
