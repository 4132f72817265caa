// The basemap as a Leaflet layer: two canvases, land and borders below, names above, that follow the map.
import { basemapLabels, paintLabels, placeLabels, setLabelFont } from "./basemap_labels.js";
import { createBasemapPainter } from "./basemap_painting.js";
import { BASEMAP_THEMES } from "./basemap_theme.js";
import { createMapCanvases } from "./map_canvas.js";

const LAND_PANE = "basemap";
const NAME_PANE = "basemap-names";
const PADDING = 0.35; // of the map's size, drawn beyond each edge so that a drag does not show a bare rim
const QUICK_MS = 8;
const REST_MS = 120;

/**
 * A layer for `topology` (of `decodeBasemap`), with `setTheme("light" | "dark")` and `redraw()`.
 *
 * `options.theme` is the first theme; `options.avoid()` may return boxes [left, top, right, bottom] in pixels of the
 * map's container that names must keep clear of; names lie at `options.namesZ` (340), land at 150.
 */
export function createBasemapLayer(leaflet, topology, options = {}) {
  const paint = createBasemapPainter(topology);
  const names = basemapLabels(topology.labels);
  const drawn = createMapCanvases(leaflet, PADDING, [[LAND_PANE, 150], [NAME_PANE, options.namesZ ?? 340]]);
  // Land and sea hide all that is under them: such a picture is cheaper to lay on the screen.
  const [land, text] = drawn.canvases.map((canvas, i) => canvas.getContext("2d", { alpha: i > 0 }));
  const Basemap = leaflet.Layer.extend({
    initialize() {
      this._colours = BASEMAP_THEMES[options.theme ?? "light"];
      this._took = 0;
    },
    onAdd(map) {
      drawn.add(map);
      this.redraw();
    },
    onRemove() {
      clearTimeout(this._later);
      drawn.remove();
    },
    getEvents() {
      return { viewreset: this.redraw, moveend: this._rest, resize: this.redraw, ...drawn.events };
    },
    setTheme(theme) {
      this._colours = BASEMAP_THEMES[theme];
      if (this._map) this.redraw();
    },
    redraw() {
      clearTimeout(this._later);
      const begun = performance.now();
      const { view, pad } = drawn.fit();
      paint(land, view, this._colours);
      this._write(view, pad);
      this._took = performance.now() - begun;
    },
    /** Draws anew; where that takes longer than a part of a frame, once the map has come to rest, for it may go on. */
    _rest() {
      clearTimeout(this._later);
      if (this._took < QUICK_MS) this.redraw();
      else this._later = setTimeout(() => this.redraw(), REST_MS);
    },
    _write(view, pad) {
      const measure = (label, style) => {
        setLabelFont(text, style);
        return text.measureText(label).width;
      };
      const taken = (options.avoid?.() ?? []).map(([l, t, r, b]) => [l + pad.x, t + pad.y, r + pad.x, b + pad.y]);
      paintLabels(text, placeLabels(names, view, measure, taken), view, this._colours);
    },
  });
  return new Basemap();
}
