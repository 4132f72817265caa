// Where labels go: beside their mark if there is room, else a little off with a line to it, else nowhere.

const LABEL_GAP = 3;
const RINGS = [26, 40, 56, 74, 94];
const ANGLES = [0, 180, -30, 30, 150, 210, -60, 60, 120, 240, -90, 90];
const INSIDE = [[0, 0], [0, -1], [0, 1], [-1, 0], [1, 0], [-1, -1], [1, -1], [-1, 1], [1, 1]];
const STEPS = [0.35, 0.7];

/** Where a line from (0, 0) to a label's centre meets the label's box. */
export function leaderEnd({ dx, dy, width, height }) {
  const share = Math.min(width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9), 1);
  return { x: dx * (1 - share), y: dy * (1 - share) };
}

/**
 * Places labels, the first items first. An item is `{id, x, y, radius, width, height, areal, reach, must}` in
 * pixels (`reach` is how far an area extends about its spot);
 * the answer maps ids to `{dx, dy, leader, width, height}` (the label's centre from the mark's), without those that found no room.
 * `reserved` are boxes [left, top, right, bottom] to keep clear. An area's label keeps inside the area while it can.
 */
export function placeMarkLabels(items, size, reserved = []) {
  const dots = items.filter((item) => !item.areal).map((item) => boxAround(item.x, item.y, item.radius, item.radius));
  const taken = [...reserved, ...dots];
  const placed = new Map();
  for (const item of items) {
    const clear = (s) => isClear(item, s, taken, size);
    const spot = spots(item).find((s) => clear(s) && !isCut(item, s, size)) ?? spots(item).find(clear);
    if (!spot) continue;
    placed.set(item.id, { dx: spot.dx, dy: spot.dy, leader: Boolean(spot.leader), width: item.width, height: item.height });
    taken.push(boxAround(item.x + spot.dx, item.y + spot.dy, item.width / 2, item.height / 2));
  }
  return placed;
}

function spots(item) {
  if (item.areal) return [...inside(item), ...far(item)];
  const across = item.radius + LABEL_GAP + item.width / 2;
  const up = item.radius + 1 + item.height / 2;
  const near = [[across, 0], [-across, 0], [0, -up], [0, up], [across, -up / 2], [across, up / 2], [-across, -up / 2],
    [-across, up / 2]].map(([dx, dy]) => ({ dx, dy }));
  return item.must ? [...near, ...far(item)] : near;
}

function inside({ reach }) {
  const steps = STEPS.map((step) => step * reach).filter((step) => step > 5);
  return [{ dx: 0, dy: 0 }, ...steps.flatMap((step) => INSIDE.slice(1).map(([dx, dy]) => ({ dx: dx * step, dy: dy * step })))];
}

function far(item) {
  return RINGS.flatMap((ring) =>
    ANGLES.map((angle) => {
      const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      return { dx: cos * ring + (Math.sign(Math.round(cos * 10)) * item.width) / 2, dy: sin * ring, leader: true };
    }),
  );
}

function isClear(item, spot, taken, size) {
  const [x, y] = [item.x + spot.dx, item.y + spot.dy];
  const box = boxAround(x, y, item.width / 2, item.height / 2);
  const markInside = item.x > 0 && item.y > 0 && item.x < size.x && item.y < size.y;
  if (markInside && (box[0] < 2 || box[1] < 2 || box[2] > size.x - 2 || box[3] > size.y - 2)) return false;
  return taken.every((other) => box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3]);
}

/** Whether the map's edge would cut a label, as it may of a mark that lies beyond it. */
function isCut(item, spot, size) {
  const [x, y] = [item.x + spot.dx, item.y + spot.dy];
  const [across, up] = [item.width / 2, item.height / 2];
  const beyond = x + across < 0 || y + up < 0 || x - across > size.x || y - up > size.y;
  return !beyond && (x < across || y < up || x + across > size.x || y + up > size.y);
}

function boxAround(x, y, halfWidth, halfHeight) {
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}
