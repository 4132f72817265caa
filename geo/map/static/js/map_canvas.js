// A canvas that lies on the map: drawn when the map rests, moved and scaled with it until then.

const MOST_PIXELS = 16e6; // of a canvas; iOS draws none that is larger

/**
 * Canvases over the same part of the map, `padding` (a share of its size) beyond each edge: `add(map)`, `remove()`;
 * `fit()` gives them the map's size and place anew and answers with the `view` to draw (see `basemap_painting.js`) and the
 * `pad` in pixels; `events` are the map's, for which they move along.
 */
export function createMapCanvases(leaflet, padding, panes) {
  let map = null;
  let [corner, zoom] = [null, 0];
  const canvases = panes.map(() => {
    const canvas = document.createElement("canvas");
    canvas.className = "leaflet-zoom-animated";
    canvas.setAttribute("aria-hidden", "true");
    canvas.style.pointerEvents = "none";
    // Scaled as a picture, not painted anew for every frame of a zoom.
    canvas.style.willChange = "transform";
    return canvas;
  });
  const follow = (centre, to) => {
    const scale = map.getZoomScale(to, zoom);
    const origin = map.project(centre, to).subtract(map.getSize().divideBy(2)).add(map._getMapPanePos());
    const at = map.project(corner, to).subtract(origin);
    for (const canvas of canvases) leaflet.DomUtil.setTransform(canvas, at, scale);
  };
  return {
    canvases,
    events: {
      zoom: () => follow(map.getCenter(), map.getZoom()),
      zoomanim: (event) => follow(event.center, event.zoom),
    },
    add(onto) {
      map = onto;
      panes.forEach(([name, z], i) => paneOf(map, name, z).appendChild(canvases[i]));
    },
    remove() {
      for (const canvas of canvases) canvas.remove();
    },
    fit() {
      const size = map.getSize();
      const pad = size.multiplyBy(padding).round();
      const topLeft = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
      zoom = map.getZoom();
      corner = map.layerPointToLatLng(topLeft);
      const whole = size.add(pad.multiplyBy(2));
      const origin = map.getPixelOrigin().add(topLeft);
      const ratio = Math.min(window.devicePixelRatio || 1, 3, Math.sqrt(MOST_PIXELS / (whole.x * whole.y)));
      const view = { zoom, left: origin.x, top: origin.y, width: whole.x, height: whole.y, ratio };
      for (const canvas of canvases) {
        fitCanvas(canvas, view);
        leaflet.DomUtil.setTransform(canvas, topLeft, 1);
      }
      return { view, pad };
    },
  };
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
