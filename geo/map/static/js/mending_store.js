// The rows that an editor has made on this page: kept over a reload where the browser lets them, and not to be lost unseen.
import { withRow } from "./mending_rows.js";

/**
 * `rows()`, each with `isSaved`; `add(row)`, `undo(row)`, `saved()` once they are downloaded, `subscribe(f)`. `name` tells this
 * map from others, `madeOf()` what it was made of: a page made anew forgets what was downloaded, for it was meant to obey it.
 */
export function createRows(name, madeOf) {
  const listeners = [];
  const key = `dateline-rows ${name}`;
  let rows = read(key).filter((row) => !row.isSaved || row.made === madeOf());
  const change = (to) => {
    rows = to;
    write(key, rows);
    for (const listener of listeners) listener();
  };
  window.addEventListener("storage", (event) => event.key === key && change(read(key)));
  window.addEventListener("beforeunload", (event) => {
    if (!rows.some((row) => !row.isSaved)) return;
    event.preventDefault();
    event.returnValue = "";
  });
  return {
    rows: () => rows,
    add: (row) => change(withRow(rows, { ...row, made: madeOf() })),
    undo: (row) => change(rows.filter((other) => other !== row)),
    saved: () => change(rows.map((row) => ({ ...row, isSaved: true }))),
    subscribe: (listener) => listeners.push(listener),
  };
}

/** A number for a text, so that one page is told from another. */
export function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}

// A page from a file may have no storage at all: then the rows live as long as the page.
function read(key) {
  try {
    const rows = JSON.parse(localStorage.getItem(key));
    return Array.isArray(rows) ? rows.filter((row) => typeof row?.mention === "string" && typeof row.action === "string") : [];
  } catch {
    return [];
  }
}

function write(key, rows) {
  try {
    if (rows.length) localStorage.setItem(key, JSON.stringify(rows));
    else localStorage.removeItem(key);
  } catch {
    // Said above.
  }
}
