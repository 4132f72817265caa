// Crowded spots become one mark that says how many; few neighbours stay apart, each with its own label.

const LARGEST = 20; // pixels: no disc is larger
const RIM = 4;
const ROWS = 2 ** 20; // cells a column: more than the largest zoom has

/**
 * Groups points `{x, y, weight}` (pixels): `[{x, y, members}]`, heaviest first. A group of fewer than `least` points
 * within `radius` of its heaviest stays single points. A crowd's mark is a disc of `sizeOf(group)`: crowds whose squares
 * about their discs meet are one, and so are a crowd and the points under its disc.
 */
export function clusterPoints(points, radius, least, sizeOf) {
  const order = points.map((_, i) => i).sort((a, b) => points[b].weight - points[a].weight || a - b);
  const cellOf = ({ x, y }) => (Math.floor(x / radius) + ROWS / 2) * ROWS + Math.floor(y / radius) + ROWS / 2;
  const cells = new Map();
  for (const i of order) {
    const key = cellOf(points[i]);
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  }
  const taken = new Uint8Array(points.length);
  const neighbours = (point) => {
    const found = [];
    const middle = cellOf(point);
    for (let column = -ROWS; column <= ROWS; column += ROWS) {
      for (let row = -1; row <= 1; row += 1) {
        for (const i of cells.get(middle + column + row) ?? []) {
          if (!taken[i] && (points[i].x - point.x) ** 2 + (points[i].y - point.y) ** 2 <= radius ** 2) found.push(i);
        }
      }
    }
    return found;
  };
  const groups = [];
  for (const i of order) {
    if (taken[i]) continue;
    const point = points[i];
    const near = neighbours(point);
    const together = near.length < least ? [i] : near;
    for (const other of together) taken[other] = 1;
    const members = together.map((other) => points[other]);
    groups.push(together === near ? { x: mean(members, "x"), y: mean(members, "y"), members } : { x: point.x, y: point.y, members });
  }
  return withoutOverlaps(groups, sizeOf);
}

function withoutOverlaps(groups, sizeOf) {
  const isCrowd = (group) => group.members.length > 1;
  const crowds = groups.filter(isCrowd).sort((a, b) => b.members.length - a.members.length);
  if (!crowds.length) return groups;
  const across = [...groups].sort((a, b) => a.x - b.x);
  const gone = new Set();
  for (const crowd of crowds) {
    // A disc that has grown may meet others.
    for (let grown = !gone.has(crowd); grown;) {
      grown = false;
      const size = sizeOf(crowd);
      for (let i = firstFrom(across, crowd.x - size - LARGEST); i < across.length && across[i].x < crowd.x + size + LARGEST; i += 1) {
        const other = across[i];
        if (other === crowd || gone.has(other) || Math.max(Math.abs(other.x - crowd.x), Math.abs(other.y - crowd.y)) > size + (isCrowd(other) ? sizeOf(other) : RIM)) continue;
        crowd.members.push(...other.members);
        gone.add(other);
        grown = true;
      }
    }
  }
  return groups.filter((group) => !gone.has(group));
}

/** The first of groups sorted by `x` that has at least so much. */
function firstFrom(groups, x) {
  let [low, high] = [0, groups.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (groups[middle].x < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mean(points, axis) {
  return points.reduce((sum, p) => sum + p[axis], 0) / points.length;
}
