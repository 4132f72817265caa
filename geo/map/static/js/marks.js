// The marks of places: buttons over the map; of thousands of places a picture, with buttons where there is something to press.
import { createMarkCanvas } from "./mark_canvas.js";
import { clusterMark, clusterSize, placeMark } from "./mark_elements.js";
import { LABELS_AT_MOST, controlBoxes, createMarkLayout, pressesFor } from "./mark_layout.js";

const MOST_ELEMENTS = 400; // places above which the marks are painted
const CROWDED = 14; // pixels
const NEAREST = 9;
const EDGE = 12; // pixels
const NOTHING = { points: [], clusters: [], labels: new Map(), boxes: [] };

/** Draws marks on a map; `onOpen(id)` is called when one is pressed. `update` takes places and state. */
export function createMarks(leaflet, map, onOpen) {
  const group = leaflet.layerGroup().addTo(map);
  const layOut = createMarkLayout(map);
  const zoomTo = (cluster) => zoomInto(leaflet, map, cluster);
  let canvas = null;
  let shown = { places: [], chosen: null };
  let drawn = NOTHING;
  let origin = map.getPixelBounds().min;
  const draw = () => {
    const focused = document.activeElement?.closest?.(".mark")?.dataset.key;
    drawn = layOut(shown);
    origin = map.getPixelBounds().min;
    group.clearLayers();
    const many = shown.places.length > MOST_ELEMENTS;
    if (many) canvas ??= createMarkCanvas(leaflet, map, { onOpen, onZoom: zoomTo });
    canvas?.paint(many ? drawn : NOTHING, shown.chosen);
    addElements(many ? { ...NOTHING, points: drawn.points.filter((point) => point.place.id === shown.chosen) } : drawn);
    if (focused) group.eachLayer((m) => refocus(m, focused));
  };
  const addElements = ({ points, clusters }) => {
    const press = pressesFor(map, { points, clusters, labels: drawn.labels });
    for (const point of [...points].sort((a, b) => b.weight - a.weight)) {
      const { place } = point;
      const label = drawn.labels.get(place.id);
      // A mark without a label lies on top: the others can be pressed on theirs.
      add(placeMark(point, label, press.get(point), shown, map.getZoom(), onOpen), place, place.id === shown.chosen ? 10000 : label ? 0 : 5000);
    }
    for (const cluster of clusters) {
      const centre = map.unproject([cluster.x, cluster.y], map.getZoom());
      // Over the marks without a label, which would cover its number: they are pressed beside it.
      add(clusterMark(cluster, press.get(cluster), () => zoomTo(cluster)), { lat: centre.lat, lon: centre.lng }, 7500);
    }
  };
  const add = (node, { lat, lon }, zIndexOffset) => {
    const icon = leaflet.divIcon({ html: node, className: "mark-anchor", iconSize: [0, 0] });
    group.addLayer(leaflet.marker([lat, lon], { icon, zIndexOffset, interactive: false, keyboard: false }));
  };
  map.on("zoomend resize", draw);
  // Tab reaches marks beyond the edge, too: the map follows.
  map.getContainer().addEventListener("focusin", (event) => {
    if (!event.target.matches(".mark:focus-visible")) return;
    // The browser may have scrolled the map to it, which Leaflet takes back.
    map.getContainer().scrollTo(0, 0);
    const [box, frame] = [event.target, map.getContainer()].map((node) => node.getBoundingClientRect());
    const beyond = (low, high, least, most) => Math.min(0, low - least - EDGE) + Math.max(0, high - most + EDGE);
    const by = [beyond(box.left, box.right, frame.left, frame.right), beyond(box.top, box.bottom, frame.top, frame.bottom)];
    if (by.some(Boolean)) map.panBy(by, { animate: false });
  });
  map.on("moveend", () => shown.places.length > LABELS_AT_MOST && !isAt(origin, map) && draw());
  return {
    /** Shows entries `{place, count}` and the chosen place's id. */
    update(places, chosen) {
      shown = { places, chosen };
      draw();
    },
    /** What the marks cover, as boxes [left, top, right, bottom] in pixels of the map's container. */
    covered() {
      const { min } = map.getPixelBounds();
      const [dx, dy] = [origin.x - min.x, origin.y - min.y];
      return [...controlBoxes(map), ...drawn.boxes.map(([left, top, right, bottom]) => [left + dx, top + dy, right + dx, bottom + dy])];
    },
    /** What is drawn, for drawing it elsewhere: points, clusters at pixels of the map's container, labels by place. */
    drawn() {
      const { min } = map.getPixelBounds();
      const clusters = drawn.clusters.map((cluster) => ({ ...cluster, x: cluster.x - min.x, y: cluster.y - min.y, radius: clusterSize(cluster) }));
      return { ...drawn, clusters, covered: this.covered() };
    },
    /** The zoom at which no other spot's mark lies on a place's own; 0 where none does. */
    zoomApart(id) {
      const own = drawn.points.find(({ place }) => place.id === id);
      const others = [...drawn.points.filter(({ place }) => place.id !== id && !place.areal), ...drawn.clusters];
      const least = Math.min(...others.map(({ x, y }) => (own ? Math.hypot(x - own.x, y - own.y) : Infinity)));
      return least < CROWDED ? Math.min(NEAREST, map.getZoom() + Math.log2(2 * CROWDED / least)) : 0;
    },
    /** The button of a place's mark, if it is on the map by itself. */
    buttonOf(id) {
      const elements = [...map.getPane("markerPane").querySelectorAll(".mark-anchor .mark")];
      return elements.find((node) => node.dataset.key === id) ?? canvas?.buttonOf(id) ?? null;
    },
  };
}

function isAt(origin, map) {
  const { min } = map.getPixelBounds();
  return min.x === origin.x && min.y === origin.y;
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
