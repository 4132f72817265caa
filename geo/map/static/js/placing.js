// Where labels go: beside their mark if there is room, else a little off with a line to it, else nowhere.

const GAP = 3;
const RINGS = [26, 40, 56, 74, 94];
const ANGLES = [0, 180, -30, 30, 150, 210, -60, 60, 120, 240, -90, 90];
const SHIFTS = [[0, 0], [0, -16], [0, 16], [0, -32], [0, 32], [-30, 0], [30, 0], [-40, -22], [40, -22], [-40, 22],
  [40, 22], [0, -52], [0, 52], [-70, 0], [70, 0], [0, -76], [0, 76]];

/**
 * Places labels, the first items first. An item is `{id, x, y, radius, width, height, areal, must}` in pixels;
 * the answer maps ids to `{dx, dy, leader}` (the label's centre from the mark's), without those that found no room.
 * An areal item's label is its mark, so it always gets a spot.
 */
export function placeLabels(items, size) {
  const taken = items.filter((item) => !item.areal).map((item) => boxAround(item.x, item.y, item.radius, item.radius));
  const placed = new Map();
  for (const item of items) {
    const spot = spots(item).find((s) => isFree(item, s, taken, size)) ?? (item.areal ? { dx: 0, dy: 0 } : null);
    if (!spot) continue;
    placed.set(item.id, { dx: spot.dx, dy: spot.dy, leader: Boolean(spot.leader) });
    taken.push(boxAround(item.x + spot.dx, item.y + spot.dy, item.width / 2, item.height / 2));
  }
  return placed;
}

function spots(item) {
  if (item.areal) return SHIFTS.map(([dx, dy]) => ({ dx, dy }));
  const across = item.radius + GAP + item.width / 2;
  const up = item.radius + 1 + item.height / 2;
  const near = [[across, 0], [-across, 0], [0, -up], [0, up], [across, -up / 2], [across, up / 2], [-across, -up / 2],
    [-across, up / 2]].map(([dx, dy]) => ({ dx, dy }));
  return item.must ? [...near, ...far(item)] : near;
}

function far(item) {
  return RINGS.flatMap((ring) =>
    ANGLES.map((angle) => {
      const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      return { dx: cos * ring + (Math.sign(Math.round(cos * 10)) * item.width) / 2, dy: sin * ring, leader: true };
    }),
  );
}

function isFree(item, spot, taken, size) {
  const [x, y] = [item.x + spot.dx, item.y + spot.dy];
  const box = boxAround(x, y, item.width / 2, item.height / 2);
  const markInside = item.x > 0 && item.y > 0 && item.x < size.x && item.y < size.y;
  if (markInside && (box[0] < 2 || box[1] < 2 || box[2] > size.x - 2 || box[3] > size.y - 2)) return false;
  return taken.every((other) => box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3]);
}

function boxAround(x, y, halfWidth, halfHeight) {
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}
