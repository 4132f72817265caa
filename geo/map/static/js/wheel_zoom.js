// Turning the wheel zooms as a pinch does: what is drawn is scaled at once, and drawn anew when the wheel rests.

const WHEEL_REST_MS = 200;
const WHEEL_EASE = 0.4; // of the way that is left, a frame
const WHEEL_NEAR = 0.02; // zoom levels

/** Takes the wheel from Leaflet, which would animate and redraw for every notch. */
export function zoomByWheel(leaflet, map) {
  map.scrollWheelZoom.disable();
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let aim = null;
  let at = null;
  let [frame, timer] = [null, null];
  const moveTo = (zoom) => {
    const half = map.getSize().divideBy(2);
    const offset = at.subtract(half).multiplyBy(1 - 1 / map.getZoomScale(zoom, map.getZoom()));
    const centre = map._limitCenter(map.containerPointToLatLng(half.add(offset)), zoom, map.options.maxBounds);
    map._move(centre, zoom, { pinch: true, round: false });
  };
  const step = () => {
    frame = null;
    const left = aim - map.getZoom();
    const near = still.matches || Math.abs(left) < WHEEL_NEAR;
    moveTo(near ? aim : map.getZoom() + WHEEL_EASE * left);
    if (!near) frame = requestAnimationFrame(step);
  };
  const rest = () => {
    cancelAnimationFrame(frame);
    frame = null;
    const snap = map.options.zoomSnap;
    moveTo(limited(map, Math.round(aim / snap) * snap));
    aim = null;
    map._moveEnd(true);
  };
  map.getContainer().addEventListener("wheel", (event) => {
    if (event.target.closest(".legend, .filters, .leaflet-popup")) return;
    event.preventDefault();
    const change = wheelLevels(leaflet.DomEvent.getWheelDelta(event), map.options.wheelPxPerZoomLevel);
    if (aim === null) {
      map.stop();
      aim = map.getZoom();
      map._moveStart(true, false);
    }
    at = map.mouseEventToContainerPoint(event);
    aim = limited(map, aim + change);
    frame ??= requestAnimationFrame(step);
    clearTimeout(timer);
    timer = setTimeout(rest, WHEEL_REST_MS);
  }, { passive: false });
}

/** Zoom levels for so many pixels of the wheel, by Leaflet's own curve. */
export function wheelLevels(pixels, pixelsPerLevel) {
  return (Math.sign(pixels) * 4 * Math.log(2 / (1 + Math.exp(-Math.abs(pixels) / (4 * pixelsPerLevel))))) / Math.LN2;
}

function limited(map, zoom) {
  return Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), zoom));
}
