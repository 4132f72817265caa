// Time: a histogram of the articles with a range to brush, two sliders for the keyboard, and play.
import { element, pressButton, refill, svgElement } from "./elements.js";
import { binsOf, isoOfDay, timeScale } from "./time_scale.js";
import { WORDS, dateInWords } from "./words.js";

const FRAME_MS = 900;
const FRAMES = 12;
const HIGH = 40;

/** Fills the region where articles have two dates; `onRange(from, to)` is told days, null at the ends. */
export function createTime(region, model, onRange) {
  const scale = timeScale(model.articles);
  if (!scale) return { update() {} };
  const { first, last, step, bins } = scale;
  const most = Math.max(...bins);
  const undated = model.articles.filter((article) => !article.date).length;
  const bars = bins.map(() => svgElement("rect", { class: "bar-shown" }));
  const chart = svgElement("svg", { class: "histogram", viewBox: `0 0 ${bins.length} ${HIGH}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    bins.map((count, i) => svgElement("rect", { class: "bar-all", ...barBox(i, count, most) })), bars);
  const range = element("div", { class: "brush", "aria-hidden": "true" });
  const from = slider(WORDS.from, first, last, first);
  const to = slider(WORDS.to, first, last, last);
  const words = element("p", { class: "time-words" });
  const note = element("p", { class: "time-note", hidden: true }, WORDS.undatedHidden(undated));
  const play = pressButton("tool play", {}, WORDS.play);
  const all = pressButton("tool all-dates", { onclick: () => tell(first, last) }, element("span", { class: "tool-word" }, WORDS.allDates));
  const track = element("div", { class: "track" }, chart, range, from, to);
  refill(region, play, element("div", { class: "time-side" }, words, note), track, all);
  region.hidden = false;
  let now = [first, last];
  let timer = null;
  const tell = (a, b) => onRange(a <= first ? null : a, b >= last ? null : b);
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = WORDS.play;
  };
  from.addEventListener("input", () => tell(Math.min(Number(from.value), now[1]), now[1]));
  to.addEventListener("input", () => tell(now[0], Math.max(Number(to.value), now[0])));
  brush(track, [from, to], (a, b) => {
    stop();
    const dayAt = (share) => Math.round(first + share * (last - first));
    tell(dayAt(a), dayAt(b));
  });
  play.addEventListener("click", () => {
    if (timer) {
      stop();
      return;
    }
    const whole = now[0] === first && now[1] === last;
    const width = whole ? Math.max(step, Math.ceil((last - first) / FRAMES)) : now[1] - now[0];
    const advance = (start) => (start > last ? (stop(), tell(first, last)) : tell(start, start + width));
    advance(whole || now[1] >= last ? first : now[0]);
    timer = setInterval(() => advance(now[0] + Math.max(1, Math.ceil(width / 2))), FRAME_MS);
    play.textContent = WORDS.pause;
  });
  return {
    /** Shows a range (days or null) and the articles that the other filters leave. */
    update(view, articles) {
      now = [view.from ?? first, view.to ?? last];
      [from.value, to.value] = now;
      for (const [input, day] of [[from, now[0]], [to, now[1]]]) input.setAttribute("aria-valuetext", dateInWords(isoOfDay(day)));
      const share = (day) => (100 * (day - first)) / (last - first);
      range.style.insetInlineStart = `${share(now[0])}%`;
      range.style.width = `${Math.max(0.5, share(now[1]) - share(now[0]))}%`;
      words.textContent = `${dateInWords(isoOfDay(now[0]))} – ${dateInWords(isoOfDay(now[1]))}`;
      const narrowed = view.from !== null || view.to !== null;
      note.hidden = !narrowed || !undated;
      region.classList.toggle("is-narrowed", narrowed);
      binsOf(articles, scale).forEach((count, i) => {
        for (const [key, value] of Object.entries(barBox(i, count, most))) bars[i].setAttribute(key, value);
      });
    },
  };
}

function slider(name, min, max, value) {
  return element("input", { type: "range", class: "slider", "aria-label": name, min, max, step: 1, value });
}

function barBox(i, count, most) {
  const height = count ? Math.max(3, (HIGH * count) / most) : 0;
  return { x: i + 0.08, width: 0.84, y: HIGH - height, height };
}

/** Lets a pointer drag a range over the track; `onRange(a, b)` gets shares of its width. */
function brush(track, sliders, onRange) {
  let from = null;
  const shareAt = (event) => {
    const box = track.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
  };
  track.addEventListener("pointerdown", (event) => {
    if (sliders.includes(event.target)) return;
    from = shareAt(event);
    track.setPointerCapture(event.pointerId);
  });
  track.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = shareAt(event);
    if (Math.abs(to - from) > 0.01) onRange(Math.min(from, to), Math.max(from, to));
  });
  const end = () => {
    from = null;
  };
  track.addEventListener("pointerup", end);
  track.addEventListener("pointercancel", end);
}
