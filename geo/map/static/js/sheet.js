// On a phone the reading panel is a sheet over the map: its handle is dragged, pressed, or moved with the arrow keys.
import { WORDS } from "./words.js";

const STOPS = [0.16, 0.54, 0.94]; // of the height of the page below its header
const FIRST_STOP = 1;

/** Makes the handle work; `showCard(on)` tells the page whether a place's card covers the lists; `raise()` shows at least half, `half()` just that. */
export function createSheet(app, handle, onMove) {
  const columns = app.querySelector(".columns");
  let stop = FIRST_STOP;
  const settle = (to) => {
    stop = Math.max(0, Math.min(STOPS.length - 1, to));
    columns.style.setProperty("--sheet-share", String(STOPS[stop]));
    app.classList.toggle("is-raised", stop === STOPS.length - 1);
    handle.setAttribute("aria-expanded", String(stop === STOPS.length - 1));
    handle.setAttribute("aria-label", stop === STOPS.length - 1 ? WORDS.collapse : WORDS.expand);
    onMove();
  };
  let drag = null;
  const shareAt = (event) => {
    const box = columns.getBoundingClientRect();
    return Math.max(STOPS[0], Math.min(STOPS.at(-1), (box.bottom - event.clientY) / box.height));
  };
  handle.addEventListener("pointerdown", (event) => {
    drag = { y: event.clientY, moved: false };
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (!drag || (!drag.moved && Math.abs(event.clientY - drag.y) < 5)) return;
    drag.moved = true;
    columns.style.setProperty("--sheet-share", shareAt(event).toFixed(3));
  });
  handle.addEventListener("pointerup", (event) => {
    if (drag?.moved) settle(nearestStop(shareAt(event), event.clientY < drag.y, stop));
    if (drag) drag.over = drag.moved;
  });
  handle.addEventListener("pointercancel", () => {
    drag = null;
    settle(stop);
  });
  handle.addEventListener("click", () => {
    const wasDrag = drag?.over;
    drag = null;
    if (!wasDrag) settle(stop === STOPS.length - 1 ? FIRST_STOP : STOPS.length - 1);
  });
  handle.addEventListener("keydown", (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    settle(stop + step);
  });
  settle(FIRST_STOP);
  return {
    showCard(on) {
      app.classList.toggle("has-card", on);
      if (on && stop === 0) settle(FIRST_STOP);
    },
    /** Shows map and text at once. */
    half: () => settle(FIRST_STOP),
    raise() {
      if (stop === 0) settle(FIRST_STOP);
    },
  };
}

/** The stop nearest to a share, but at least the next one in the direction of the drag. */
function nearestStop(share, up, from) {
  const distance = (i) => Math.abs(STOPS[i] - share);
  const nearest = STOPS.map((_, i) => i).reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return nearest === from && Math.abs(STOPS[from] - share) > 0.06 ? from + (up ? 1 : -1) : nearest;
}
