// The marks of places: real buttons over the map, labelled where there is room, in clusters where there is none.
import { clusterPoints } from "./cluster.js";
import { LINE_HEIGHT, clusterMark, clusterSize, labelBox, labelLines, placeMark, radiusOf, reachOf } from "./mark_elements.js";
import { placeMarkLabels } from "./placing.js";
import { LEAST_TARGET, pressOffsets } from "./press_boxes.js";

const CLUSTER_RADIUS = 30;
const CLUSTER_LEAST = 8;
const LABELS_AT_MOST = 120;

/** Draws marks on a map; `onOpen(id)` is called when one is pressed. `update` takes places and state. */
export function createMarks(leaflet, map, onOpen) {
  const group = leaflet.layerGroup().addTo(map);
  const measure = labelMeasure();
  let shown = { places: [], chosen: null };
  let boxes = [];
  let drawn = { points: [], clusters: [], labels: new Map() };
  const draw = () => {
    const focused = document.activeElement?.closest?.(".mark")?.dataset.key;
    group.clearLayers();
    const { areal, groups } = arrange(map, shown);
    const singles = groups.filter((g) => g.members.length === 1).map((g) => g.members[0]);
    const clusters = groups.filter((g) => g.members.length > 1);
    const labels = labelsFor(map, [...areal, ...singles], clusters, measure, shown.chosen);
    drawn = { points: [...areal, ...singles], clusters, labels };
    boxes = [...areal, ...singles].flatMap((point) => takenBoxes(point, labels.get(point.place.id)));
    const press = pressesFor(map, drawn);
    for (const point of [...areal, ...singles].sort((a, b) => b.weight - a.weight)) {
      const label = labels.get(point.place.id);
      const { place } = point;
      // A mark without a label lies on top: the others can be pressed on theirs.
      add(placeMark(point, label, press.get(point), shown, map.getZoom(), onOpen), place, place.id === shown.chosen ? 10000 : label ? 0 : 5000);
    }
    for (const cluster of clusters) {
      const centre = map.unproject([cluster.x, cluster.y], map.getZoom());
      add(clusterMark(cluster, () => zoomInto(leaflet, map, cluster)), { lat: centre.lat, lon: centre.lng }, 0);
    }
    if (focused) group.eachLayer((m) => refocus(m, focused));
  };
  const add = (node, { lat, lon }, zIndexOffset) => {
    const icon = leaflet.divIcon({ html: node, className: "mark-anchor", iconSize: [0, 0] });
    group.addLayer(leaflet.marker([lat, lon], { icon, zIndexOffset, interactive: false, keyboard: false }));
  };
  map.on("zoomend resize", draw);
  // Tab reaches marks beyond the edge, too: the map follows.
  map.getContainer().addEventListener("focusin", (event) => {
    const key = event.target.closest(".mark")?.dataset.key;
    const entry = key && shown.places.find(({ place }) => place.id === key);
    if (entry && event.target.matches(":focus-visible")) map.panInside([entry.place.lat, entry.place.lon], { padding: [60, 40], animate: false });
  });
  map.on("moveend", () => shown.places.length > LABELS_AT_MOST && draw());
  return {
    /** Shows entries `{place, count}` and the chosen place's id. */
    update(places, chosen) {
      shown = { places, chosen };
      draw();
    },
    /** What the marks cover, as boxes [left, top, right, bottom] in pixels of the map's container. */
    covered() {
      const marks = boxes.map(({ lat, lon, box }) => {
        const { x, y } = map.latLngToContainerPoint([lat, lon]);
        return [x + box[0], y + box[1], x + box[2], y + box[3]];
      });
      return [...controlBoxes(map), ...marks];
    },
    /** What is drawn, for drawing it elsewhere: points, clusters at pixels of the map's container, labels by place. */
    drawn() {
      const { min } = map.getPixelBounds();
      const clusters = drawn.clusters.map((cluster) => ({ ...cluster, x: cluster.x - min.x, y: cluster.y - min.y, radius: clusterSize(cluster) }));
      return { ...drawn, clusters, covered: this.covered() };
    },
    /** The button of a place's mark, if it is on the map by itself. */
    buttonOf(id) {
      let found = null;
      group.eachLayer((m) => {
        const node = m.getElement()?.querySelector(".mark");
        if (node?.dataset.key === id) found = node;
      });
      return found;
    },
  };
}

/** The points in and near the view, areas apart, spots in groups. */
function arrange(map, { places }) {
  const zoom = map.getZoom();
  const view = map.getPixelBounds();
  const margin = map.getSize().multiplyBy(places.length > LABELS_AT_MOST ? 0.25 : 100);
  const near = places
    .map(({ place, count }) => ({ place, weight: count, ...pixels(map, place, zoom) }))
    .filter((p) => p.x > view.min.x - margin.x && p.x < view.max.x + margin.x && p.y > view.min.y - margin.y &&
      p.y < view.max.y + margin.y);
  const spots = near.filter((p) => !p.place.areal);
  const least = zoom >= map.getMaxZoom() ? Infinity : CLUSTER_LEAST;
  return { areal: near.filter((p) => p.place.areal), groups: clusterPoints(spots, CLUSTER_RADIUS, least) };
}

function pixels(map, place, zoom) {
  const { x, y } = map.project([place.lat, place.lon], zoom);
  return { x, y };
}

function labelsFor(map, points, clusters, measure, chosen) {
  const size = map.getSize();
  const origin = map.getPixelBounds().min;
  const many = size.x < 480 ? 9 : 16;
  const isChosen = (point) => Number(point.place.id === chosen);
  const ranked = [...points].sort((a, b) => isChosen(b) - isChosen(a) || b.weight - a.weight).slice(0, LABELS_AT_MOST);
  const items = ranked.map((point, rank) => {
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
  const crowds = clusters.map((cluster) => {
    const [x, y, radius] = [cluster.x - origin.x, cluster.y - origin.y, clusterSize(cluster)];
    return [x - radius, y - radius, x + radius, y + radius];
  });
  return placeMarkLabels(items, size, [...controlBoxes(map), ...crowds]);
}

/** By point, where a mark without a label is pressed (`press_boxes.js`). */
function pressesFor(map, { points, clusters, labels }) {
  const { x: left, y: top } = map.getPixelBounds().min;
  const controls = controlBoxes(map).map((box) => [box[0] + left, box[1] + top, box[2] + left, box[3] + top]);
  const bare = points.filter((point) => !labels.has(point.place.id)).sort((a, b) => b.weight - a.weight);
  const boxes = points.filter((point) => labels.has(point.place.id)).map(({ x, y, place }) => {
    const box = labelBox(labels.get(place.id));
    return [x + box.x, y + box.y, x + box.x + box.width, y + box.y + box.height];
  });
  const crowds = clusters.map(({ x, y }) => [x - 17, y - 17, x + 17, y + 17]);
  const offsets = pressOffsets(bare.map(({ x, y }) => [x, y]), [...controls, ...boxes, ...crowds]);
  return new Map(bare.map((point, i) => [point, offsets[i]]));
}

/** A mark's own box and its label's, about its spot. */
function takenBoxes(point, label) {
  const { lat, lon } = point.place;
  const boxes = [];
  if (!point.place.areal) {
    const radius = radiusOf(point);
    boxes.push({ lat, lon, box: [-radius, -radius, radius, radius] });
  }
  if (label) {
    const [across, up] = [label.width / 2, label.height / 2];
    boxes.push({ lat, lon, box: [label.dx - across, label.dy - up, label.dx + across, label.dy + up] });
  }
  return boxes;
}

/** The boxes of the legend and the map's controls, in pixels of the map's container. */
function controlBoxes(map) {
  const base = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().parentElement.querySelectorAll(".legend, .leaflet-control")]
    .map((control) => control.getBoundingClientRect())
    .map((box) => [box.left - base.left, box.top - base.top, box.right - base.left, box.bottom - base.top]);
}

function zoomInto(leaflet, map, cluster) {
  const bounds = leaflet.latLngBounds(cluster.members.map(({ place }) => [place.lat, place.lon]));
  const zoom = Math.max(map.getZoom() + 1.5, map.getBoundsZoom(bounds.pad(0.2)));
  map.setView(bounds.getCenter(), Math.min(zoom, map.getMaxZoom()));
}

function refocus(marker, key) {
  const node = marker.getElement()?.querySelector(".mark");
  if (node?.dataset.key === key) node.focus({ preventScroll: true });
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
