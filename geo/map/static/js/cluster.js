// Crowded spots become one mark that says how many; few neighbours stay apart, each with its own label.

/**
 * Groups points `{x, y, weight}` (pixels): `[{x, y, members}]`, heaviest first. A group of fewer than `least` points
 * within `radius` of its heaviest stays single points.
 */
export function clusterPoints(points, radius, least) {
  const order = [...points].sort((a, b) => b.weight - a.weight);
  const cells = new Map();
  const cellOf = (p) => `${Math.floor(p.x / radius)},${Math.floor(p.y / radius)}`;
  for (const point of order) {
    const key = cellOf(point);
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(point);
  }
  const taken = new Set();
  const groups = [];
  for (const point of order) {
    if (taken.has(point)) continue;
    const near = neighbours(point, cells, radius).filter((other) => !taken.has(other));
    if (near.length < least) {
      taken.add(point);
      groups.push({ x: point.x, y: point.y, members: [point] });
      continue;
    }
    near.forEach((other) => taken.add(other));
    groups.push({ x: mean(near, "x"), y: mean(near, "y"), members: near });
  }
  return groups;
}

function neighbours(point, cells, radius) {
  const found = [];
  const [column, row] = [Math.floor(point.x / radius), Math.floor(point.y / radius)];
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      for (const other of cells.get(`${column + dx},${row + dy}`) ?? []) {
        if ((other.x - point.x) ** 2 + (other.y - point.y) ** 2 <= radius ** 2) found.push(other);
      }
    }
  }
  return found;
}

function mean(points, axis) {
  return points.reduce((sum, p) => sum + p[axis], 0) / points.length;
}
