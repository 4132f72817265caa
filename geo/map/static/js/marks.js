// The marks of places: real buttons over the map, labelled where there is room, in clusters where there is none.
import { clusterPoints } from "./cluster.js";
import { element, onPress, svgElement } from "./elements.js";
import { glyph } from "./glyphs.js";
import { countOf } from "./model.js";
import { leaderEnd, placeMarkLabels } from "./placing.js";
import { dotRadius } from "./symbols.js";
import { linesOf } from "./text.js";
import { WORDS } from "./words.js";

const CLUSTER_RADIUS = 30;
const CLUSTER_LEAST = 8;
const LEAST_AREA = 3.5; // pixels: below, an area's own shape is too small to be seen
const LABELS_AT_MOST = 120;
const LINE_HEIGHT = 15;
const LINE_LENGTH = 17;
const LONGEST_LABEL = 44;
const KM_A_PIXEL = 156.543; // at zoom 0, on the equator

/** Draws marks on a map; `onOpen(id)` is called when one is pressed. `update` takes places and state. */
export function createMarks(leaflet, map, onOpen) {
  const group = leaflet.layerGroup().addTo(map);
  const measure = labelMeasure();
  let shown = { places: [], demonyms: false, chosen: null };
  let boxes = [];
  const draw = () => {
    const focused = document.activeElement?.closest?.(".mark")?.dataset.key;
    group.clearLayers();
    const { areal, groups } = arrange(map, shown);
    const singles = groups.filter((g) => g.members.length === 1).map((g) => g.members[0]);
    const clusters = groups.filter((g) => g.members.length > 1);
    const labels = labelsFor(map, [...areal, ...singles], clusters, measure);
    boxes = [...areal, ...singles].flatMap((point) => takenBoxes(point, labels.get(point.place.id)));
    for (const point of [...areal, ...singles].sort((a, b) => b.weight - a.weight)) {
      add(markFor(point, labels.get(point.place.id), shown, map.getZoom(), onOpen), point.place.lat, point.place.lon, point.place.id);
    }
    for (const cluster of clusters) {
      const centre = map.unproject([cluster.x, cluster.y], map.getZoom());
      add(clusterMark(cluster, () => zoomInto(leaflet, map, cluster)), centre.lat, centre.lng, null);
    }
    if (focused) group.eachLayer((m) => refocus(m, focused));
  };
  const add = (node, lat, lon, id) => {
    const icon = leaflet.divIcon({ html: node, className: "mark-anchor", iconSize: [0, 0] });
    const marker = leaflet.marker([lat, lon], { icon, interactive: false, keyboard: false });
    if (id !== null && id === shown.chosen) marker.setZIndexOffset(10000);
    group.addLayer(marker);
  };
  map.on("zoomend resize", draw);
  map.on("moveend", () => shown.places.length > LABELS_AT_MOST && draw());
  return {
    update(places, demonyms, chosen) {
      shown = { places, demonyms, chosen };
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
function arrange(map, { places, demonyms }) {
  const zoom = map.getZoom();
  const view = map.getPixelBounds();
  const margin = map.getSize().multiplyBy(places.length > LABELS_AT_MOST ? 0.25 : 100);
  const near = places
    .map((place) => ({ place, weight: countOf(place, demonyms), ...pixels(map, place, zoom) }))
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

function labelsFor(map, points, clusters, measure) {
  const size = map.getSize();
  const origin = map.getPixelBounds().min;
  const many = size.x < 480 ? 8 : 24;
  const ranked = [...points].sort((a, b) => b.weight - a.weight).slice(0, LABELS_AT_MOST);
  const items = ranked.map((point, rank) => {
    const lines = linesOf(point.place.name, LINE_LENGTH, LONGEST_LABEL);
    return {
      id: point.place.id,
      x: point.x - origin.x,
      y: point.y - origin.y,
      radius: point.place.areal ? 0 : radiusOf(point),
      reach: reachOf(point.place, map.getZoom()),
      width: Math.max(...lines.map((line) => measure(line, point.place.areal))) + 6,
      height: LINE_HEIGHT * lines.length + 1,
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

/** How many pixels an area extends about its spot. */
function reachOf(place, zoom) {
  return (place.radius_km * 2 ** zoom) / (KM_A_PIXEL * Math.cos((place.lat * Math.PI) / 180));
}

function radiusOf({ place, weight }) {
  return place.shape === "town" ? dotRadius(weight) + 1 : 8;
}

function markFor(point, label, { demonyms, chosen }, zoom, onOpen) {
  const { place } = point;
  const classes = [
    "mark",
    `mark-${place.shape}`,
    place.filedOnly ? "is-filed" : "",
    place.approximate ? "is-approximate" : "",
    place.id === chosen ? "is-chosen" : "",
    place.named === 0 ? "is-demonym" : "",
  ];
  const button = element(
    "button",
    {
      type: "button",
      class: classes.filter(Boolean).join(" "),
      "data-key": place.id,
      "aria-label": WORDS.markName(place.name, countOf(place, demonyms)),
      "aria-pressed": String(place.id === chosen),
    },
    label?.leader && leader(label),
    markGlyph(point, label, zoom),
    label && labelElement(place, label),
  );
  onPress(button, () => onOpen(place.id));
  return button;
}

/** A spot's glyph; an area has none, but where it is too small to be seen or has no label, a soft patch. */
function markGlyph({ place, weight }, label, zoom) {
  if (!place.areal) return glyph(place.glyph, Math.max(dotRadius(weight), place.approximate ? 6 : 0), "");
  const tiny = place.shape !== "name" && reachOf(place, zoom) < LEAST_AREA;
  return (tiny || !label) && glyph("patch", 4, "");
}

function labelElement(place, label) {
  const span = element("span", { class: "mark-label", dir: "auto", "aria-hidden": "true" }, linesOf(place.name, LINE_LENGTH, LONGEST_LABEL).join("\n"));
  span.style.transform = `translate(-50%, -50%) translate(${label.dx.toFixed(1)}px, ${label.dy.toFixed(1)}px)`;
  return span;
}

function leader(label) {
  const end = leaderEnd(label);
  const line = svgElement("line", { x1: 0, y1: 0, x2: end.x.toFixed(1), y2: end.y.toFixed(1) });
  return svgElement("svg", { class: "leader", width: 1, height: 1, "aria-hidden": "true" }, line);
}

/** The radius of a cluster's mark in pixels. */
function clusterSize(cluster) {
  return Math.min(17, 8 + 1.4 * Math.log2(cluster.members.length));
}

function clusterMark(cluster, onZoom) {
  const count = cluster.members.length;
  const button = element(
    "button",
    { type: "button", class: "mark mark-cluster", "aria-label": WORDS.clusterName(count) },
    glyph("cluster", clusterSize(cluster), ""),
    element("span", { class: "cluster-count", "aria-hidden": "true" }, String(count)),
  );
  onPress(button, onZoom);
  return button;
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
