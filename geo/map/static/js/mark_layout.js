// Which marks a view of the map has, and where their labels go.
import { planeX, planeY } from "./basemap_paths.js";
import { clusterPoints } from "./cluster.js";
import { LINE_HEIGHT, clusterBox, clusterSize, labelBox, labelLines, radiusOf, reachOf } from "./mark_elements.js";
import { placeMarkLabels } from "./placing.js";
import { LEAST_TARGET, pressOffsets } from "./press_boxes.js";

const CLUSTER_RADIUS = 30;
const CLUSTER_LEAST = 8;
export const LABELS_AT_MOST = 120;
const MOST_ZOOMS = 24; // of which the clusters are kept

/**
 * A function that gives the marks of the map as it stands for `{places, chosen}`, entries `{place, count}` and an id:
 * `{points, clusters, labels, boxes}`. Points `{place, weight, x, y}` and clusters `{x, y, members}` are at pixels of the
 * world, areas first; `labels` are by place, `boxes` what all of it covers, in pixels of the map's container.
 */
export function createMarkLayout(map) {
  const measure = labelMeasure();
  let arranged = { places: [], zooms: new Map() };
  return ({ places, chosen }) => {
    if (!sameEntries(places, arranged.places)) arranged = { places, zooms: new Map() };
    const zoom = map.getZoom();
    const { areal, groups } = groupsAt(arranged, zoom, map.getMaxZoom());
    const view = map.getPixelBounds();
    const margin = map.getSize().multiplyBy(places.length > LABELS_AT_MOST ? 0.25 : 100);
    const isNear = ({ x, y }) => x > view.min.x - margin.x && x < view.max.x + margin.x && y > view.min.y - margin.y && y < view.max.y + margin.y;
    const near = groups.filter(isNear);
    const points = [...areal.filter(isNear), ...near.filter((g) => g.members.length === 1).map((g) => g.members[0])];
    const clusters = near.filter((g) => g.members.length > 1).map((cluster) => {
      // The chosen place stands by itself.
      const own = cluster.members.find((point) => point.place.id === chosen);
      if (own) points.push(own);
      return own ? { ...cluster, members: cluster.members.filter((point) => point !== own) } : cluster;
    });
    const origin = view.min;
    const controls = controlBoxes(map);
    const crowds = clusters.map((cluster) => boxOfMark(cluster.x - origin.x, cluster.y - origin.y, clusterSize(cluster)));
    const labels = placeMarkLabels(labelItems(map, points, origin, measure, chosen), map.getSize(), [...controls, ...crowds]);
    const boxes = points.flatMap((point) => takenBoxes(point, labels.get(point.place.id), origin));
    return { points, clusters, labels, boxes: [...crowds, ...boxes] };
  };
}

function sameEntries(some, others) {
  return some.length === others.length && some.every(({ place, count }, i) => place === others[i].place && count === others[i].count);
}

/** All places at a zoom, areas apart, spots in groups: of the whole world, so that no group changes while the map is dragged. */
function groupsAt({ places, zooms }, zoom, maxZoom) {
  if (!zooms.has(zoom)) {
    if (zooms.size >= MOST_ZOOMS) zooms.delete(zooms.keys().next().value);
    const scale = 2 ** zoom;
    const points = places.map(({ place, count }) => ({ place, weight: count, x: planeX(place.lon) * scale, y: planeY(place.lat) * scale }));
    const spots = points.filter((point) => !point.place.areal);
    zooms.set(zoom, {
      areal: points.filter((point) => point.place.areal),
      groups: clusterPoints(spots, CLUSTER_RADIUS, zoom >= maxZoom ? Infinity : CLUSTER_LEAST, clusterSize),
    });
  }
  return zooms.get(zoom);
}

function labelItems(map, points, origin, measure, chosen) {
  const many = map.getSize().x < 480 ? 9 : 16;
  const isChosen = (point) => Number(point.place.id === chosen);
  const ranked = [...points].sort((a, b) => isChosen(b) - isChosen(a) || b.weight - a.weight);
  return ranked.map((point, rank) => {
    if (rank >= LABELS_AT_MOST) return { x: point.x - origin.x, y: point.y - origin.y, radius: radiusOf(point), areal: point.place.areal, bare: true };
    const lines = labelLines(point.place);
    return {
      id: point.place.id,
      x: point.x - origin.x,
      y: point.y - origin.y,
      radius: point.place.areal ? 0 : radiusOf(point),
      reach: reachOf(point.place, map.getZoom()),
      width: Math.max(...lines.map((line) => measure(line, point.place.areal))) + 6,
      // As high as its button, so that none covers another's.
      height: Math.max(LEAST_TARGET, LINE_HEIGHT * lines.length + 1),
      areal: point.place.areal,
      must: rank < many,
    };
  });
}

/** A mark's own box and its label's. */
function takenBoxes(point, label, origin) {
  const [x, y] = [point.x - origin.x, point.y - origin.y];
  const boxes = [];
  if (!point.place.areal) boxes.push(boxOfMark(x, y, radiusOf(point)));
  if (label) {
    const [across, up] = [label.width / 2, label.height / 2];
    boxes.push([x + label.dx - across, y + label.dy - up, x + label.dx + across, y + label.dy + up]);
  }
  return boxes;
}

function boxOfMark(x, y, radius) {
  return [x - radius, y - radius, x + radius, y + radius];
}

/** By point or cluster, where a mark without a label, or a cluster under a control, is pressed (`press_boxes.js`). */
export function pressesFor(map, { points, clusters, labels }) {
  const { x: left, y: top } = map.getPixelBounds().min;
  const controls = controlBoxes(map).map((box) => [box[0] + left, box[1] + top, box[2] + left, box[3] + top]);
  const bare = points.filter((point) => !labels.has(point.place.id)).sort((a, b) => b.weight - a.weight);
  const edges = ({ x, y }, box) => [x + box.x, y + box.y, x + box.x + box.width, y + box.y + box.height];
  const boxes = points.filter((point) => labels.has(point.place.id)).map((point) => edges(point, labelBox(labels.get(point.place.id))));
  const crowds = clusters.map((cluster) => edges(cluster, clusterBox(cluster)));
  const isCovered = (box) => controls.some((control) => box[0] < control[2] && box[2] > control[0] && box[1] < control[3] && box[3] > control[1]);
  const covered = clusters.filter((_, i) => isCovered(crowds[i]));
  const spots = [...covered, ...bare];
  const offsets = pressOffsets(spots.map(({ x, y }) => [x, y]), [...controls, ...boxes, ...crowds.filter((box) => !isCovered(box))]);
  return new Map(spots.map((spot, i) => [spot, offsets[i]]));
}

/** The boxes of the legend and the map's controls, in pixels of the map's container. */
export function controlBoxes(map) {
  const base = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().parentElement.querySelectorAll(".legend, .leaflet-control")]
    .map((control) => control.getBoundingClientRect())
    .map((box) => [box.left - base.left, box.top - base.top, box.right - base.left, box.bottom - base.top]);
}

/** The width of a label in pixels, from the style sheet's own fonts. */
function labelMeasure() {
  const pen = document.createElement("canvas").getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const known = new Map();
  return (text, areal) => {
    const key = `${areal}${text}`;
    if (!known.has(key)) {
      pen.font = style.getPropertyValue(areal ? "--font-area-label" : "--font-label");
      known.set(key, pen.measureText(text).width * (areal ? 1.06 : 1));
    }
    return known.get(key);
  };
}
