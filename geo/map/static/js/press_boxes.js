// Where marks without a label can be pressed, besides their dot itself: each in a square of its own by it, clear of labels and of
// one another. Pure.

export const LEAST_TARGET = 24; // pixels, after WCAG 2.2
const HALF = LEAST_TARGET / 2;
const MOST_MARKS = 300;
const SHIFTS = [0, 4, -4, 8, -8, 12, -12, 16, -16, 20, -20, 24, -24, 28, -28, 32, -32, 36, -36, 40, -40, 44, -44];
const REACH = 44;
const OFFSETS = SHIFTS.flatMap((x) => SHIFTS.map((y) => [x, y])).sort((a, b) => Math.hypot(...a) - Math.hypot(...b));

/** For each spot `[x, y]` the middle of its square, as an offset from the spot; `taken` are boxes [left, top, right, bottom]. */
export function pressOffsets(spots, taken) {
  if (spots.length > MOST_MARKS) return spots.map(() => [0, 0]);
  const boxes = [...taken];
  return spots.map(([x, y]) => {
    const near = boxes.filter((box) => isWithin(box, x, y, HALF + REACH));
    let best = OFFSETS[0];
    let least = Infinity;
    for (const offset of OFFSETS) {
      const lost = lostAt(x + offset[0], y + offset[1], near, least);
      if (lost < least) [best, least] = [offset, lost];
      if (!lost) break;
    }
    const [left, top] = [x + best[0] - HALF, y + best[1] - HALF];
    boxes.push([left, top, left + LEAST_TARGET, top + LEAST_TARGET]);
    return best;
  });
}

function isWithin(box, x, y, reach) {
  return box[0] < x + reach && box[2] > x - reach && box[1] < y + reach && box[3] > y - reach;
}

/** How much a square about a point shares with boxes, in square pixels; counted on no further than `enough`. */
function lostAt(x, y, boxes, enough) {
  let lost = 0;
  for (let i = 0; i < boxes.length && lost < enough; i++) {
    const box = boxes[i];
    const across = Math.min(x + HALF, box[2]) - Math.max(x - HALF, box[0]);
    const down = Math.min(y + HALF, box[3]) - Math.max(y - HALF, box[1]);
    if (across > 0 && down > 0) lost += across * down;
  }
  return lost;
}
