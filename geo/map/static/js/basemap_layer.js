// The basemap as a Leaflet layer: two canvases, land and borders below, names above, that follow the map.
import { basemapLabels, paintLabels, placeLabels, setLabelFont } from "./basemap_labels.js";
import { createBasemapPainter } from "./basemap_painting.js";
import { BASEMAP_THEMES } from "./basemap_theme.js";

const LAND_PANE = "basemap";
const NAME_PANE = "basemap-names";
const MOST_PIXELS = 16e6; // of a canvas; iOS draws none that is larger
const PADDING = 0.35; // of the map's size, drawn beyond each edge so that a drag does not show a bare rim

/**
 * A layer for `topology` (of `decodeBasemap`), with `setTheme("light" | "dark")` and `redraw()`.
 *
 * `options.theme` is the first theme; `options.avoid()` may return boxes [left, top, right, bottom] in pixels of the
 * map's container that names must keep clear of; names lie at `options.namesZ` (340), land at 150.
 */
export function createBasemapLayer(leaflet, topology, options = {}) {
  const Basemap = leaflet.Layer.extend({
    initialize() {
      this._paint = createBasemapPainter(topology);
      this._names = basemapLabels(topology.labels);
      this._colours = BASEMAP_THEMES[options.theme ?? "light"];
      this._land = document.createElement("canvas");
      this._text = document.createElement("canvas");
      for (const canvas of [this._land, this._text]) {
        canvas.className = "leaflet-zoom-animated";
        canvas.setAttribute("aria-hidden", "true");
        canvas.style.pointerEvents = "none";
      }
    },
    onAdd(map) {
      paneOf(map, LAND_PANE, 150).appendChild(this._land);
      paneOf(map, NAME_PANE, options.namesZ ?? 340).appendChild(this._text);
      this.redraw();
    },
    onRemove() {
      this._land.remove();
      this._text.remove();
    },
    getEvents() {
      return { viewreset: this.redraw, moveend: this.redraw, resize: this.redraw, zoom: this._follow, zoomanim: this._animate };
    },
    setTheme(theme) {
      this._colours = BASEMAP_THEMES[theme];
      if (this._map) this.redraw();
    },
    redraw() {
      const size = this._map.getSize();
      const pad = size.multiplyBy(PADDING).round();
      this._topLeft = this._map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
      this._zoom = this._map.getZoom();
      this._corner = this._map.layerPointToLatLng(this._topLeft);
      const whole = size.add(pad.multiplyBy(2));
      const origin = this._map.getPixelOrigin().add(this._topLeft);
      const ratio = Math.min(window.devicePixelRatio || 1, 3, Math.sqrt(MOST_PIXELS / (whole.x * whole.y)));
      const view = { zoom: this._zoom, left: origin.x, top: origin.y, width: whole.x, height: whole.y, ratio };
      for (const canvas of [this._land, this._text]) {
        fitCanvas(canvas, view);
        leaflet.DomUtil.setTransform(canvas, this._topLeft, 1);
      }
      this._paint(this._land.getContext("2d"), view, this._colours);
      this._write(view, pad);
    },
    _write(view, pad) {
      const context = this._text.getContext("2d");
      const measure = (text, style) => {
        setLabelFont(context, style);
        return context.measureText(text).width;
      };
      const taken = (options.avoid?.() ?? []).map(([l, t, r, b]) => [l + pad.x, t + pad.y, r + pad.x, b + pad.y]);
      paintLabels(context, placeLabels(this._names, view, measure, taken), view, this._colours);
    },
    _follow() {
      this._scale(this._map.getCenter(), this._map.getZoom());
    },
    _animate(event) {
      this._scale(event.center, event.zoom);
    },
    /** Moves and scales what is drawn to where it would be at another zoom, until it is drawn anew. */
    _scale(center, zoom) {
      const scale = this._map.getZoomScale(zoom, this._zoom);
      const half = this._map.getSize().divideBy(2);
      const origin = this._map.project(center, zoom).subtract(half).add(this._map._getMapPanePos());
      const at = this._map.project(this._corner, zoom).subtract(origin);
      for (const canvas of [this._land, this._text]) leaflet.DomUtil.setTransform(canvas, at, scale);
    },
  });
  return new Basemap();
}

function paneOf(map, name, z) {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = z;
  pane.style.pointerEvents = "none";
  return pane;
}

function fitCanvas(canvas, { width, height, ratio }) {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
