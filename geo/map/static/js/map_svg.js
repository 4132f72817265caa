// The map as it is seen, drawn anew as SVG.
import { basemapLabels, placeLabels, setLabelFont } from "./basemap_labels.js";
import { REGIONS_FROM, borderWeight, riverStrokes, toleranceAt } from "./basemap_painting.js";
import { WORLD, buildPaths, projectedTopology } from "./basemap_paths.js";
import { BASEMAP_THEMES } from "./basemap_theme.js";
import { pageColours } from "./colours.js";
import { GLYPH_PATHS } from "./glyphs.js";
import { LINE_HEIGHT, labelLines, reachOf, symbolOf } from "./mark_elements.js";
import { areaLook, labelLook, symbolLook } from "./mark_looks.js";
import { leaderEnd } from "./placing.js";
import { pathData, svgLayer, svgTag, xmlText } from "./svg_text.js";
import { WORDS } from "./words.js";

const SVG_SANS = "Helvetica, Arial, sans-serif";

/**
 * The SVG's text. `scene` is `{map, topology, labels, marks, outline, theme, own, image, title}`: `labels` are the
 * basemap's without those of marked places, `marks` what `createMarks(…).drawn()` gives, `own` the shown layers.
 */
export function mapSvg(scene) {
  const { map, theme, title } = scene;
  const { x: width, y: height } = map.getSize();
  const colours = { ...BASEMAP_THEMES[theme], ...pageColours() };
  const taken = new Set();
  const layer = (label, attributes, ...children) => svgLayer(taken, label, attributes, children);
  const view = viewOf(map, width, height);
  const layers = [
    layer("sea", {}, svgTag("rect", { width, height, fill: colours.sea })),
    ...basemapLayers(scene, view, colours, layer),
    scanLayer(scene, layer),
    layer("areas", {}, areaShapes(scene, view, colours)),
    ...scene.own.map((one) => layer(`layer ${one.name}`, { fill: "none", stroke: one.colour, "stroke-width": 2.5, "stroke-dasharray": one.dashes }, ownShapes(one, view))),
    layer("basemap names", { "font-family": SVG_SANS }, basemapNames(scene, view, colours)),
    layer("places", {}, symbols(scene.marks, view, colours)),
    layer("place names", { "font-family": SVG_SANS, "font-size": 12, "font-weight": 600, "text-anchor": "middle" }, names(scene.marks, view, colours)),
    layer("attribution", { "font-family": SVG_SANS, "font-size": 9, fill: colours.muted, "text-anchor": "end" },
      svgTag("text", { x: width - 6, y: height - 6 }, xmlText(WORDS.attribution))),
  ];
  const svg = svgTag("svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    svgTag("title", {}, xmlText(title)), "\n", layers.join(""));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

function viewOf(map, width, height) {
  const zoom = map.getZoom();
  const origin = map.project(map.getBounds().getNorthWest(), zoom);
  const point = (lat, lon) => {
    const { x, y } = map.project([lat, lon], zoom);
    return [x - origin.x, y - origin.y];
  };
  return { zoom, left: origin.x, top: origin.y, width, height, ratio: 1, point, box: [-40, -40, width + 40, height + 40] };
}

function basemapLayers({ topology }, view, colours, layer) {
  if (!topology) return [];
  const { zoom, left, top, width } = view;
  const scale = 2 ** zoom;
  const size = WORLD * scale;
  const paths = buildPaths(projectedTopology(topology), toleranceAt(zoom));
  const copies = [];
  for (let copy = Math.floor(left / size); copy * size < left + width; copy += 1) copies.push(copy * size - left);
  const draw = (list, closed, attributes) =>
    copies.flatMap((shift) =>
      list.map(({ lines }) => {
        const d = pathData(lines, (x, y) => [x * scale + shift, y * scale - top], view.box, closed);
        return d ? svgTag("path", { d, ...attributes }) : "";
      }));
  const weight = borderWeight(zoom);
  return [
    layer("land", { fill: colours.land, "fill-rule": "nonzero" }, draw(paths.land, true)),
    layer("rivers", { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" },
      ...riverStrokes(zoom).map((one) => draw(paths.rivers, false, { stroke: colours[one.colour], "stroke-width": one.width }))),
    layer("lakes", { fill: colours.sea, stroke: colours.coast, "stroke-width": 0.5 }, draw(paths.lakes, true), draw(paths.islands, true, { fill: colours.land })),
    zoom >= REGIONS_FROM ? layer("regions", { fill: "none", stroke: colours.region, "stroke-width": 0.8 }, draw(paths.region, false)) : "",
    layer("borders", { fill: "none", stroke: colours.border, "stroke-width": weight }, draw(paths.country, false)),
    layer("disputed borders", { fill: "none", stroke: colours.border, "stroke-width": weight, "stroke-dasharray": "4 3" }, draw(paths.disputed, false)),
    layer("coast", { fill: "none", stroke: colours.coast, "stroke-width": 0.7 }, draw(paths.coast, false)),
  ];
}

function scanLayer({ image }, layer) {
  if (!image) return "";
  const { x, y, width, height, opacity, uri, name } = image;
  return layer(`scan ${name}`, { opacity }, svgTag("image", { x, y, width, height, href: uri, preserveAspectRatio: "none" }));
}

function areaShapes({ marks, outline }, view, colours) {
  const wide = [...marks.points].filter(({ place }) => place.areal || place.shape === "derived" || place.approximate);
  return wide.sort((a, b) => b.place.radius_km - a.place.radius_km).map(({ place }) => {
    const { stroke, color, weight, opacity, dashArray, fillColor, fillOpacity } = areaLook(place, false, colours);
    const soft = place.shape !== "outline";
    const attributes = {
      fill: fillColor, "fill-opacity": fillOpacity, "fill-rule": "evenodd",
      stroke: stroke ? color : "none", "stroke-width": weight, "stroke-opacity": opacity, "stroke-dasharray": dashArray,
    };
    const named = svgTag("title", {}, xmlText(place.name));
    if (place.shape === "name" || (soft && !place.radius_km)) return "";
    if (soft) {
      const [cx, cy] = view.point(place.lat, place.lon);
      return svgTag("circle", { cx, cy, r: reachOf(place, view.zoom), ...attributes }, named);
    }
    const d = geometryPath(outline(place.outline)?.area, view);
    return d ? svgTag("path", { d, ...attributes }, named) : "";
  });
}

/** The `d` of a GeoJSON geometry's lines and rings. */
function geometryPath(geometry, view) {
  if (!geometry) return "";
  const { type, coordinates } = geometry;
  if (type === "GeometryCollection") return geometry.geometries.map((part) => geometryPath(part, view)).join("");
  const lists = { LineString: () => [coordinates], MultiLineString: () => coordinates, Polygon: () => coordinates, MultiPolygon: () => coordinates.flat() }[type]?.() ?? [];
  const lines = lists.map((line) => line.flatMap(([lon, lat]) => [lon, lat]));
  return pathData(lines, (lon, lat) => view.point(lat, lon), view.box, type.includes("Polygon"));
}

function ownShapes(one, view) {
  return one.data.features.flatMap(({ geometry, properties }) => {
    const told = Object.values(properties)[0];
    const named = told ? svgTag("title", {}, xmlText(told)) : "";
    return singleGeometries(geometry).map((single) => ownShape(single, one, view, named));
  });
}

function singleGeometries(geometry) {
  return geometry.type === "GeometryCollection" ? geometry.geometries.flatMap(singleGeometries) : [geometry];
}

function ownShape({ type, coordinates }, { colour }, view, named) {
  const points = { Point: [coordinates], MultiPoint: coordinates }[type];
  if (!points) {
    const d = geometryPath({ type, coordinates }, view);
    return d ? svgTag("path", { d, ...(type.includes("Polygon") ? { fill: colour, "fill-opacity": 0.12 } : {}) }, named) : "";
  }
  return points.map(([lon, lat]) => {
    const [cx, cy] = view.point(lat, lon);
    return svgTag("circle", { cx, cy, r: 5, fill: colour, stroke: "none" }, named);
  }).join("");
}

function basemapNames({ labels, marks }, view, colours) {
  if (!labels) return [];
  const pen = document.createElement("canvas").getContext("2d");
  const measure = (text, style) => {
    setLabelFont(pen, style);
    return pen.measureText(text).width;
  };
  return placeLabels(basemapLabels(labels), view, measure, marks.covered).flatMap(({ label, style, x, y, align, dot }) => {
    const first = y - ((label.lines.length - 1) * style.size * 1.2) / 2;
    const anchor = { left: "start", right: "end", center: "middle" }[align];
    const italic = /italic/.test(style.font) ? "italic" : null;
    const attributes = {
      fill: colours[style.colour], "font-size": style.size, "font-style": italic, "letter-spacing": style.spacing || null, "text-anchor": anchor,
      "paint-order": "stroke", stroke: colours[style.halo], "stroke-width": 2.5, "stroke-linejoin": "round",
    };
    return [
      dot ? svgTag("circle", { cx: dot.x, cy: dot.y, r: 1.9, fill: colours.dot }) : "",
      ...label.lines.map((line, i) => svgTag("text", { x, y: first + i * style.size * 1.2 + style.size * 0.35, ...attributes }, xmlText(line))),
    ];
  });
}

function symbols({ points, clusters, labels }, view, colours) {
  const spots = points.filter(({ place }) => !place.areal).sort((a, b) => b.weight - a.weight).flatMap((point) => {
    const { place, weight } = point;
    const [x, y] = view.point(place.lat, place.lon);
    const { fill, stroke, width, dash, hollow } = symbolLook(place, colours);
    const paint = { fill, stroke, "stroke-width": width, "stroke-dasharray": dash.join(" "), "paint-order": hollow ? null : "stroke" };
    const named = svgTag("title", {}, xmlText(WORDS.markName(place.name, weight)));
    const shape = place.glyph in GLYPH_PATHS
      ? svgTag("path", { d: GLYPH_PATHS[place.glyph], transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, ...paint }, named)
      : svgTag("circle", { cx: x, cy: y, r: symbolOf(point).radius, ...paint }, named);
    return [shape];
  });
  const leaders = points.filter(({ place }) => labels.get(place.id)?.leader).map(({ place }) => {
    const [x, y] = view.point(place.lat, place.lon);
    const end = leaderEnd(labels.get(place.id));
    return svgTag("line", { x1: x, y1: y, x2: x + end.x, y2: y + end.y, stroke: colours.muted, "stroke-width": 0.8 });
  });
  const crowds = clusters.flatMap(({ x, y, members, radius }) => [
    svgTag("circle", { cx: x, cy: y, r: radius, fill: colours.accent, stroke: colours.paperHalo, "stroke-width": 1.5 }, svgTag("title", {}, xmlText(WORDS.clusterName(members.length)))),
    svgTag("text", { x, y: y + 4, fill: colours.paperHalo, "font-family": SVG_SANS, "font-size": 11, "font-weight": 700, "text-anchor": "middle" }, WORDS.clusterCount(members.length)),
  ]);
  return [...leaders, ...spots, ...crowds];
}

function names({ points, labels }, view, colours) {
  return points.flatMap((point) => {
    const { place } = point;
    const label = labels.get(place.id);
    if (!label) return [];
    const [x, y] = view.point(place.lat, place.lon);
    const lines = labelLines(place);
    const first = y + label.dy - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4;
    const { ink, slanted } = labelLook(place, colours);
    return lines.map((line, i) =>
      svgTag("text", { x: x + label.dx, y: first + i * LINE_HEIGHT, fill: ink, "font-style": slanted ? "italic" : null, "paint-order": "stroke", stroke: colours.paperHalo, "stroke-width": 3, "stroke-linejoin": "round" }, xmlText(line)));
  });
}
