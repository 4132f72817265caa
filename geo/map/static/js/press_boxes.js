// Where marks without a label can be pressed, besides their dot itself: each in a square of its own by it, clear of labels and of
// one another. Pure.

export const LEAST_TARGET = 24; // pixels, after WCAG 2.2
const MOST_MARKS = 300;
const SHIFTS = [0, 4, -4, 8, -8, 12, -12, 16, -16, 20, -20, 24, -24, 28, -28];
const REACH = 28;
const OFFSETS = SHIFTS.flatMap((x) => SHIFTS.map((y) => [x, y])).sort((a, b) => Math.hypot(...a) - Math.hypot(...b));

/** For each spot `[x, y]` the middle of its square, as an offset from the spot; `taken` are boxes [left, top, right, bottom]. */
export function pressOffsets(spots, taken) {
  if (spots.length > MOST_MARKS) return spots.map(() => [0, 0]);
  const boxes = [...taken];
  return spots.map(([x, y]) => {
    const near = boxes.filter((box) => shared(squareAt(x, y, [0, 0]), box, REACH) > 0);
    let best = { offset: [0, 0], lost: Infinity };
    for (const offset of OFFSETS) {
      const square = squareAt(x, y, offset);
      const lost = near.reduce((sum, box) => sum + shared(square, box, 0), 0);
      if (lost < best.lost) best = { offset, lost };
      if (!lost) break;
    }
    boxes.push(squareAt(x, y, best.offset));
    return best.offset;
  });
}

function squareAt(x, y, [dx, dy]) {
  const half = LEAST_TARGET / 2;
  return [x + dx - half, y + dy - half, x + dx + half, y + dy + half];
}

/** How much two boxes share, in square pixels, the first widened by a margin. */
function shared([left, top, right, bottom], [left2, top2, right2, bottom2], margin) {
  const across = Math.min(right + margin, right2) - Math.max(left - margin, left2);
  const down = Math.min(bottom + margin, bottom2) - Math.max(top - margin, top2);
  return Math.max(0, across) * Math.max(0, down);
}
