// Selecting a name in the article's text that was missed: where it stands, in code points of the article.

/** Tells `onSpan({text, start, end} or null)` what is selected within one of the text's stretches (`data-from`). */
export function followSelection(pane, onSpan) {
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    onSpan(selection.rangeCount && !selection.isCollapsed ? spanOf(pane, selection.getRangeAt(0)) : null);
  });
}

function spanOf(pane, range) {
  const stretchOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-from]");
  const stretch = stretchOf(range.startContainer);
  if (!stretch || !pane.contains(stretch)) return null;
  const [before, inside] = [document.createRange(), range.cloneRange()];
  before.selectNodeContents(stretch);
  before.setEnd(range.startContainer, range.startOffset);
  // A triple click reaches into what follows.
  if (stretchOf(range.endContainer) !== stretch) inside.setEnd(stretch, stretch.childNodes.length);
  const raw = inside.toString();
  const text = raw.trim();
  const start = Number(stretch.dataset.from) + [...before.toString()].length + [...raw.slice(0, raw.indexOf(text))].length;
  return text ? { text, start, end: start + [...text].length } : null;
}
