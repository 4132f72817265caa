// Offsets in the data count Unicode code points; JavaScript's strings count UTF-16 units.

/** The UTF-16 index of each of some code-point offsets, which must not decrease. */
export function toUnits(text, offsets) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return offsets.map((o) => Math.min(o, text.length));
  const units = [];
  let unit = 0;
  let point = 0;
  for (const offset of offsets) {
    while (point < offset && unit < text.length) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
      point += 1;
    }
    units.push(unit);
  }
  return units;
}

/** A few words that no line end may part, as a number and what it counts. */
export function unbroken(words) {
  return words.replaceAll(" ", "\u00a0");
}

/**
 * A text cut at some marks, in order: `[{text, mark}]`, `mark` null between them.
 * Marks are `{start, end}` in code points, sorted; one that overlaps the one before it is left out.
 */
export function cutAtMarks(text, marks) {
  const kept = [];
  let last = 0;
  for (const mark of marks) {
    if (mark.start >= last && mark.end > mark.start) {
      kept.push(mark);
      last = mark.end;
    }
  }
  const units = toUnits(text, kept.flatMap((mark) => [mark.start, mark.end]));
  const pieces = [];
  let at = 0;
  kept.forEach((mark, i) => {
    const [start, end] = [units[2 * i], units[2 * i + 1]];
    if (start > at) pieces.push({ text: text.slice(at, start), mark: null });
    if (end > start) pieces.push({ text: text.slice(start, end), mark });
    at = end;
  });
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}

/** An address as a link may carry it: http and https only, else null. */
export function safeHref(address) {
  if (typeof address !== "string") return null;
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A name in at most two lines, broken at the space nearest its middle if longer than `length`; cut at `longest`. */
export function linesOf(name, length, longest) {
  const points = [...name];
  const text = points.length > longest ? `${points.slice(0, longest - 1).join("").trimEnd()}…` : name;
  if (points.length <= length) return [text];
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map((found) => found.index);
  if (!spaces.length) return [text];
  const at = spaces.reduce((best, space) => (Math.abs(space - middle) < Math.abs(best - middle) ? space : best));
  return [text.slice(0, at), text.slice(at + 1)];
}
