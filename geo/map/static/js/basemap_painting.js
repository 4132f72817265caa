// Draws the basemap's land and borders on a canvas.
import { WORLD, buildPaths, projectedTopology } from "./basemap_paths.js";

// Levels of detail: up to a zoom, the tolerance in the plane's units (a pixel at zoom z is 1 / 2 ** z of them).
const LEVELS = [
  { zoom: 2.5, tolerance: 0.11 },
  { zoom: 4.5, tolerance: 0.03 },
  { zoom: Infinity, tolerance: 0 },
];
export const REGIONS_FROM = 4;
const RIVERS_FROM = 4;
const RIVER_WIDTH = 0.035; // of the plane: about 5 km, as far as courses are off
const BAND_FROM = 6.5;
const LINE_TO = 8;

/** How far paths drawn at a zoom may be off, in the plane's units. */
export function toleranceAt(zoom) {
  return LEVELS.find((level) => zoom <= level.zoom).tolerance;
}

/** The width of borders at a zoom, in pixels. */
export function borderWeight(zoom) {
  return zoom < 3 ? 0.6 : zoom < 5 ? 0.8 : 1.1;
}

/** How rivers are drawn at a zoom, `[{colour, width}]`: a line, and closer a faint band as wide as the line may be off. */
export function riverStrokes(zoom) {
  if (zoom < RIVERS_FROM) return [];
  const band = { colour: "riverBand", width: RIVER_WIDTH * 2 ** zoom };
  const line = { colour: "river", width: zoom < 6 ? 0.8 : 1.2 };
  return [...(zoom < BAND_FROM ? [] : [band]), ...(zoom < LINE_TO ? [line] : [])];
}

/** `paint(context, view, colours)` for a topology; paths of a level are made when it is first drawn. */
export function createBasemapPainter(topology) {
  const made = LEVELS.map(() => null);
  const plane = projectedTopology(topology);
  const pathsAt = (zoom) => {
    const level = LEVELS.findIndex((l) => zoom <= l.zoom);
    made[level] ??= buildPaths(plane, LEVELS[level].tolerance);
    return made[level];
  };
  return (context, view, colours) => paintWorld(context, view, colours, pathsAt(view.zoom));
}

/**
 * `view` is `{zoom, left, top, width, height, ratio}`: the canvas's corner and size in pixels of the world at that zoom,
 * and the device's pixels a CSS pixel. The world is repeated east and west as often as it fits.
 */
function paintWorld(context, view, colours, paths) {
  const { zoom, left, top, width, height, ratio } = view;
  const scale = 2 ** zoom;
  const size = WORLD * scale;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.sea;
  context.fillRect(0, 0, width, height);
  for (let copy = Math.floor(left / size); copy * size < left + width; copy++) {
    const box = [left / scale - copy * WORLD, top / scale, (left + width) / scale - copy * WORLD, (top + height) / scale];
    context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * (copy * size - left), -ratio * top);
    paintCopy(context, { box, scale, zoom }, colours, paths);
  }
}

function paintCopy(context, { box, scale, zoom }, colours, paths) {
  const pen = (colour, width, dash = []) => {
    context.strokeStyle = colour;
    context.lineWidth = width / scale;
    context.setLineDash(dash.map((length) => length / scale));
  };
  const visible = (list) => list.filter(({ box: b }) => b[0] <= box[2] && b[2] >= box[0] && b[1] <= box[3] && b[3] >= box[1]);
  const stroke = (list) => list.forEach(({ path }) => context.stroke(path));
  const [land, coast, country] = [visible(paths.land), visible(paths.coast), visible(paths.country)];
  const disputed = visible(paths.disputed);
  context.lineCap = "butt";
  // Bevelled, for round joins of a wide line cost more than all the rest.
  context.lineJoin = "bevel";
  pen(colours.shallow, zoom < 3.5 ? 3 : 6);
  stroke(coast);
  context.lineJoin = "round";
  context.fillStyle = colours.land;
  land.forEach(({ path }) => context.fill(path));
  const fill = (list) => visible(list).forEach(({ path }) => context.fill(path));
  context.lineCap = "round";
  for (const { colour, width } of riverStrokes(zoom)) {
    pen(colours[colour], width);
    stroke(visible(paths.rivers));
  }
  context.lineCap = "butt";
  context.fillStyle = colours.sea;
  fill(paths.lakes);
  pen(colours.coast, 0.5);
  stroke(visible(paths.lakes));
  context.fillStyle = colours.land;
  fill(paths.islands);
  if (zoom >= REGIONS_FROM) {
    pen(colours.region, zoom < 6 ? 0.6 : 0.9);
    stroke(visible(paths.region));
  }
  const weight = borderWeight(zoom);
  if (zoom >= 4) {
    pen(colours.borderCasing, weight * 4);
    stroke(country);
    stroke(disputed);
  }
  pen(colours.border, weight);
  stroke(country);
  pen(colours.border, weight, zoom < 4 ? [2, 2] : [4, 3]);
  stroke(disputed);
  pen(colours.coast, zoom < 3 ? 0.5 : 0.8);
  stroke(coast);
}
