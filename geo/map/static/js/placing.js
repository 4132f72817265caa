// Where labels go: beside their mark if there is room, else a little off with a short line to it, else nowhere.

const LABEL_GAP = 3;
// Pixels from a mark to where its label begins, the last the longest line there is: within it the eye goes from name to
// mark without following the line, and on a map of the world a label stays in its mark's part of the world.
const RINGS = [18, 26];
const ANGLES = [0, 180, -20, 20, 160, 200, -40, 40, 140, 220, -60, 60, 120, 240, -75, 75, 105, 255, -90, 90];
const INSIDE = [[0, 0], [0, -1], [0, 1], [-1, 0], [1, 0], [-1, -1], [1, -1], [-1, 1], [1, 1]];
const STEPS = [0.35, 0.7];

/** Where a line from (0, 0) to a label meets the label's box: at its nearest point. */
export function leaderEnd({ dx, dy, width, height }) {
  const upTo = (middle, half) => Math.sign(middle) * Math.max(0, Math.abs(middle) - half);
  return { x: upTo(dx, width / 2), y: upTo(dy, height / 2) };
}

/**
 * Places labels, the first items first. An item is `{id, x, y, radius, width, height, areal, reach, must}` in
 * pixels (`reach` is how far an area extends about its spot), or with `bare` a mark that gets no label;
 * the answer maps ids to `{dx, dy, leader, width, height}` (the label's centre from the mark's), without those that found no room.
 * `reserved` are boxes [left, top, right, bottom] to keep clear. An area's label keeps inside the area while it can.
 * No line crosses another, nor runs through another's dot, a label or a reserved box: a line out of a cluster would
 * seem the cluster's.
 */
export function placeMarkLabels(items, size, reserved = []) {
  const dots = items.filter((item) => !item.areal).map((item) => boxAround(item.x, item.y, item.radius, item.radius));
  const taken = [...reserved, ...dots];
  const placed = new Map();
  const named = [...reserved];
  const leaders = [];
  const crossesNone = (item, s) => {
    const box = labelBoxAt(item, s);
    if (leaders.some((line) => meetsBox(line, box))) return false;
    if (!s.leader) return true;
    const own = leaderOf(item, s);
    const isOthers = (dot) => !isIn(dot, item.x, item.y);
    return ![...named, ...dots.filter(isOthers)].some((other) => meetsBox(own, other)) && !leaders.some((line) => linesCross(line, own));
  };
  for (const item of items) {
    if (item.bare) continue;
    const clear = (s) => isClear(item, s, taken, size) && crossesNone(item, s);
    const spot = spots(item).find((s) => clear(s) && !isCut(item, s, size)) ?? spots(item).find(clear);
    if (!spot) continue;
    placed.set(item.id, { dx: spot.dx, dy: spot.dy, leader: Boolean(spot.leader), width: item.width, height: item.height });
    taken.push(labelBoxAt(item, spot));
    named.push(labelBoxAt(item, spot));
    if (spot.leader) leaders.push(leaderOf(item, spot));
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

function labelBoxAt(item, { dx, dy }) {
  return boxAround(item.x + dx, item.y + dy, item.width / 2, item.height / 2);
}

/** A leader as [x, y, x, y], from the mark's spot to the label's edge. */
function leaderOf({ x, y, width, height }, { dx, dy }) {
  const end = leaderEnd({ dx, dy, width, height });
  return [x, y, x + end.x, y + end.y];
}

/** Whether two lines cross. */
function linesCross([ax, ay, bx, by], [cx, cy, dx, dy]) {
  const side = (px, py, qx, qy, x, y) => (qx - px) * (y - py) - (qy - py) * (x - px);
  return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;
}

function isIn([left, top, right, bottom], x, y) {
  return x > left && x < right && y > top && y < bottom;
}

/** Whether a line begins, ends or runs in a box. */
function meetsBox(line, box) {
  const [left, top, right, bottom] = box;
  return isIn(box, line[0], line[1]) || isIn(box, line[2], line[3]) || linesCross(line, [left, top, right, bottom]) || linesCross(line, [left, bottom, right, top]);
}

function isClear(item, spot, taken, size) {
  const box = labelBoxAt(item, spot);
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
