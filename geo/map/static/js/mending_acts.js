// Under "Why here?": Confirm, Move and Reject of a mention, the row that each makes, and a way to copy it.
import { element, pressButton, refill } from "./elements.js";
import { rowFor, rowLine, rowOf, targetOf } from "./mending_rows.js";
import { WORDS } from "./words.js";

/** The acts on a subject (see `mending.js`); `refresh()` follows the rows. */
export function mendingActs(subject, store, { onMove, onNext }) {
  const { article, mention, place } = subject;
  const scope = scopeSelect(article, () => show());
  const made = element("p", { class: "acts-said", role: "status" });
  const line = element("code", { class: "row-line", dir: "ltr" });
  const copySaid = element("span", { class: "copied", role: "status" });
  const button = (word, keep, act) => pressButton("more", { "data-keep": keep, onclick: act }, word);
  const confirm = button(WORDS.confirm, "confirm", () =>
    store.add({ ...rowOf(article, mention, scope.value, targetOf(place)), confirms: true, placeName: place.name }));
  const show = () => {
    const row = rowFor(store.rows(), article, mention);
    line.textContent = rowLine(row ?? rowOf(article, mention, scope.value, targetOf(place)));
    const undo = () => {
      store.undo(row);
      confirm.focus({ preventScroll: true });
    };
    refill(made, row && `${rowInWords(row)} `,
      row && pressButton("link-button", { onclick: undo }, WORDS.undo),
      row && pressButton("link-button", { onclick: onNext }, WORDS.goOn));
  };
  const copy = pressButton("more copy-row", { "data-keep": "copy", onclick: async () => {
    copySaid.textContent = (await copied(line)) ? WORDS.copied : WORDS.copyYourself;
  } }, WORDS.copyRow);
  show();
  const node = element("div", { class: "acts", role: "group", "aria-label": WORDS.mend },
    element("p", { class: "note", dir: "auto" }, WORDS.isItRight(mention.text, article.title)),
    element("div", { class: "acts-row" }, confirm, button(WORDS.move, "move", () => onMove(subject, scope.value)),
      button(WORDS.reject, "reject", () => store.add(rowOf(article, mention, scope.value, null))), scope),
    made, line, copy, copySaid);
  return { node, refresh: show };
}

/** The choice of where a row holds. */
export function scopeSelect(article, onChange) {
  const known = Object.entries(WORDS.scopes).filter(([scope]) => article.id || scope === "everywhere");
  return element("select", { class: "scope", "aria-label": WORDS.scope, onchange: onChange }, known.map(([value, word]) => element("option", { value }, word)));
}

/** What a row does, in words. */
export function rowInWords(row) {
  const scope = WORDS.scopes[row.start ? "here" : row.article ? "article" : "everywhere"];
  const target = row.placeName || row.place || `${row.latitude}, ${row.longitude}`;
  const said = row.action === "ignore" ? WORDS.rejected : row.confirms ? WORDS.confirmed : WORDS.placedAt(target);
  return `${said} ${scope}. ${row.isSaved ? WORDS.rowSaved : WORDS.rowUnsaved}`;
}

/** Puts a row on the clipboard; where the browser keeps it shut, selects it for the reader to copy. */
async function copied(line) {
  try {
    await navigator.clipboard.writeText(line.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(line);
    return document.execCommand("copy");
  }
}
