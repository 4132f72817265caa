// Marks of thousands of places, painted on one canvas. Over it, where the map rests, lie buttons without a look of their own:
// so they are pressed, tabbed to and read out as those of a smaller map are.
import { pageColours } from "./colours.js";
import { element, onPress, pressButton } from "./elements.js";
import { GLYPH_PATHS } from "./glyphs.js";
import { createMapCanvases } from "./map_canvas.js";
import { LINE_HEIGHT, clusterBox, clusterSize, labelBox, labelLines, layAt, markName, pressBox, radiusOf, symbolOf } from "./mark_elements.js";
import { pressesFor } from "./mark_layout.js";
import { labelLook, symbolLook } from "./mark_looks.js";
import { leaderEnd } from "./placing.js";
import { WORDS } from "./words.js";

const MARK_PADDING = 0.2;
const RESTED_MS = 160;
const MOST_BUTTONS = 400;

/**
 * `paint(drawn, chosen)` shows what `createMarkLayout` laid out but for the chosen place; `buttonOf(id)` is a place's button
 * where it is painted by itself. `onOpen(id)` and `onZoom(cluster)` are told what is pressed.
 */
export function createMarkCanvas(leaflet, map, { onOpen, onZoom }) {
  const over = createMapCanvases(leaflet, MARK_PADDING, [["mark-canvas", 595]]);
  over.add(map);
  map.on(over.events);
  const context = over.canvases[0].getContext("2d");
  const layer = element("div", { class: "mark-buttons leaflet-zoom-hide" });
  map.getPane("markerPane").append(layer);
  let spots = [];
  let latest = null;
  let presses = new Map();
  let timer = null;
  let refocused = null;
  const inLayer = (id) => [...layer.children].find((node) => node.dataset.key === id);

  /** Takes the buttons away, but remembers which had the focus. */
  const clear = () => {
    clearTimeout(timer);
    if (layer.contains(document.activeElement)) refocused = document.activeElement.dataset.key ?? null;
    layer.replaceChildren();
  };

  const paint = (drawn, chosen) => {
    latest = drawn;
    const { points, clusters, labels } = drawn;
    const { view } = over.fit();
    const colours = pageColours();
    context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    const byWeight = points.filter((point) => point.place.id !== chosen).sort((a, b) => b.weight - a.weight);
    const spotOf = (point) => ({ x: point.x, y: point.y, reach: radiusOf(point), point, label: labels.get(point.place.id) });
    // What has no label lies on top, as among elements.
    const labelled = byWeight.filter((point) => labels.has(point.place.id)).map(spotOf);
    const bare = byWeight.filter((point) => !labels.has(point.place.id)).map(spotOf);
    const crowds = [...clusters].sort((a, b) => b.members.length - a.members.length)
      .map((cluster) => ({ x: cluster.x, y: cluster.y, reach: clusterSize(cluster), cluster }));
    const drawAll = (some, draw) => some.forEach((spot) => {
      context.save();
      context.translate(spot.x - view.left, spot.y - view.top);
      draw(context, spot, colours, view.zoom);
      context.restore();
    });
    drawAll(labelled, paintLeader);
    drawAll([...labelled, ...bare], paintSymbol);
    drawAll(crowds, paintCluster);
    drawAll(labelled, paintLabel);
    spots = [...labelled, ...crowds, ...bare];
    clear();
    timer = spots.length ? setTimeout(layButtons, RESTED_MS) : null;
  };

  const buttonFor = ({ point, label, cluster, x, y }) => {
    const origin = map.getPixelOrigin();
    const box = cluster ? clusterBox(cluster, presses.get(cluster)) : label ? labelBox(label) : pressBox(presses.get(point));
    const named = cluster
      ? { "aria-label": WORDS.clusterName(cluster.members.length) }
      : { "data-key": point.place.id, "aria-label": markName(point.place, point.weight), "aria-pressed": "false" };
    const made = pressButton(`mark mark-hit${point && !label ? " mark-bare" : ""}`, named);
    layAt(made, box, x - origin.x, y - origin.y);
    onPress(made, () => (cluster ? onZoom(cluster) : onOpen(point.place.id)));
    return made;
  };
  const layButtons = () => {
    timer = null;
    presses = pressesFor(map, latest);
    layer.replaceChildren(...spots.slice(0, MOST_BUTTONS).map(buttonFor));
    if (refocused && document.activeElement === document.body) inLayer(refocused)?.focus({ preventScroll: true });
    refocused = null;
  };

  /** Of spots without a label or a button yet, the one that is painted under a pointer. */
  const under = (event) => {
    if (!spots.length || event.target.closest("button:not(.mark-bare), a, .leaflet-control, .leaflet-popup")) return null;
    const { x, y } = map.mouseEventToContainerPoint(event);
    const { min } = map.getPixelBounds();
    return nearestSpot(spots, x + min.x, y + min.y);
  };
  const container = map.getContainer();
  container.addEventListener("pointermove", (event) => {
    if (event.buttons) return;
    const hit = under(event);
    container.classList.toggle("is-over-mark", Boolean(hit));
    container.title = hit?.point && !hit.label ? hit.point.place.name : "";
  });
  onPress(container, (event) => {
    const spot = event.detail > 0 ? under(event) : null;
    if (!spot) return;
    // Neither the area that it lies on nor the button of its neighbour is meant.
    event.stopPropagation();
    if (spot.cluster) onZoom(spot.cluster);
    else onOpen(spot.point.place.id);
  }, true);
  map.on("zoomstart", clear);
  return {
    paint,
    buttonOf(id) {
      if (timer) {
        clearTimeout(timer);
        layButtons();
      }
      const spot = spots.find(({ point }) => point?.place.id === id);
      if (spot && !inLayer(id)) layer.append(buttonFor(spot));
      return inLayer(id) ?? null;
    },
  };
}

const LEAST_REACH = 12; // pixels about a mark within which it is pressed: WCAG 2.2's least target is 24 across

/** The spot `{x, y, reach, label?}` that a point is on, the nearest, by its symbol before its label; or null. */
export function nearestSpot(spots, x, y) {
  let [best, least] = [null, Infinity];
  for (const spot of spots) {
    const away = Math.hypot(spot.x - x, spot.y - y);
    if (away <= Math.max(LEAST_REACH, spot.reach) && away < least) [best, least] = [spot, away];
  }
  const isOnLabel = ({ label, x: left, y: top }) => label && Math.abs(left + label.dx - x) < label.width / 2 && Math.abs(top + label.dy - y) < label.height / 2;
  return best ?? spots.find(isOnLabel) ?? null;
}

function paintLeader(context, { label }, { muted }) {
  if (!label.leader) return;
  const end = leaderEnd(label);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(end.x, end.y);
  context.strokeStyle = muted;
  context.lineWidth = 0.8;
  context.stroke();
}

const symbolPaths = new Map();

function paintSymbol(context, { point, label }, colours, zoom) {
  const symbol = symbolOf(point, label, zoom);
  if (!symbol) return;
  const { kind, radius } = symbol;
  const key = kind in GLYPH_PATHS ? kind : radius;
  if (!symbolPaths.has(key)) symbolPaths.set(key, kind in GLYPH_PATHS ? new Path2D(GLYPH_PATHS[kind]) : circle(radius));
  const path = symbolPaths.get(key);
  const patch = kind === "patch";
  const { fill, stroke, width, dash, hollow } = patch ? { fill: colours.areaFill, stroke: colours.areaFill, width: 1.2, dash: [] } : symbolLook(point.place, colours);
  if (patch) context.globalAlpha = 0.5;
  context.fillStyle = fill;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.setLineDash(dash);
  if (hollow) context.fill(path);
  context.stroke(path);
  if (!hollow) context.fill(path);
}

function circle(radius) {
  const path = new Path2D();
  path.arc(0, 0, radius, 0, 2 * Math.PI);
  return path;
}

function paintCluster(context, { cluster, reach }, { accent, accentInk, paperHalo, sans }) {
  const path = circle(reach);
  context.lineWidth = 1.5;
  context.strokeStyle = paperHalo;
  context.stroke(path);
  context.fillStyle = accent;
  context.fill(path);
  context.fillStyle = accentInk;
  context.font = `700 11px ${sans}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(WORDS.clusterCount(cluster.members.length), 0, 0.5);
}

function paintLabel(context, { point, label }, colours) {
  const { place } = point;
  const lines = labelLines(place);
  const { ink, slanted } = labelLook(place, colours);
  context.font = `${slanted ? "italic " : ""}${place.areal ? colours.areaFont : colours.labelFont}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = colours.paperHalo;
  context.fillStyle = ink;
  lines.forEach((line, i) => {
    const y = label.dy + (i - (lines.length - 1) / 2) * LINE_HEIGHT;
    context.strokeText(line, label.dx, y);
    context.fillText(line, label.dx, y);
  });
}
