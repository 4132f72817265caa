// Lets the views follow the state, the state the address, and the address the state.
import { pageColours } from "./colours.js";
import { fillPlaces, fillUnplaced, lightPlace } from "./lists.js";
import { inOrder, surest } from "./place_card.js";
import { mentionKey } from "./selection.js";
import { followTheme } from "./theme.js";
import { WORDS } from "./words.js";

const STEPS_BACK = ["place", "article", "tab", "kind", "country", "publisher", "only", "certainty", "usage", "datelines", "demonyms"];
const PAUSE_MS = 250;
const byName = (id) => document.getElementById(id);

/** Connects all views (see `main.js`) and draws the first state. */
export function connect(page) {
  const { model, state, shown } = page;
  let opener = null;
  const draw = (now, before) => {
    const seen = shown(now);
    const fresh = !before || seen !== shown.last;
    shown.last = seen;
    const chosen = model.byId.get(now.place) ?? null;
    const entry = chosen && [...seen.places, ...seen.derived].find((e) => e.place === chosen);
    const mentions = entry?.mentions ?? chosen?.mentions ?? [];
    if (now.theme !== before?.theme) page.basemap?.setTheme(now.theme);
    if (fresh || now.place !== before.place || now.theme !== before.theme) drawMarks(page, now, seen, entry ? null : chosen);
    if (fresh) {
      fillPlaces(byName("pane-places"), model, seen, now.place);
      fillUnplaced(byName("pane-unplaced"), model, seen);
      fillCounts(seen);
      page.filters.update(now, seen);
    }
    if (fresh || now.from !== before.from || now.to !== before.to) page.time.update(now, shown.timeless(now));
    page.selectTab(`tab-${now.tab}`);
    page.search.update(now.q);
    page.articles.update(now, seen);
    if (isFar(page.map, now, before, seen, fresh)) page.fitTo(seen.places.map((entry) => ({ ...entry.place, mentions: entry.mentions })));
    lightPlace(byName("pane-places"), now.place);
    if (chosen) page.card.show(chosen, mentions, now, !entry);
    else page.card.hide();
    if (now.place !== before?.place) {
      page.sheet.showCard(Boolean(chosen));
      if (before && chosen && !before.place) opener = document.activeElement;
      arrive(page, chosen, before, opener);
    } else if (before && now.tab !== before.tab) {
      page.sheet.raise();
    }
    page.articles.light(now.place, now.at, now.place !== before?.place || now.at !== before?.at || now.article !== before?.article);
    if (!page.mending.isOpen()) drawGhosts(page, now, chosen, mentions);
    page.mending.whenClosed(() => drawGhosts(page, now, chosen, mentions));
  };
  // The articles that pass all filters but time: what the histogram shows.
  shown.timeless = (view) => (view.from === null && view.to === null ? shown(view).articles : page.model.articles.filter((a) =>
    (view.only === null || a.index === view.only) && (!view.publisher || a.publisher === view.publisher)));
  state.subscribe((now, before) => {
    // A query changes nothing but the box it stands in, and is typed quickly.
    if (Object.keys(now).every((field) => field === "q" || now[field] === before[field])) page.search.update(now.q);
    else draw(now, before);
    writeAddress(page, now, before);
  });
  const follow = () => state.set(page.address.read());
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  followTheme(byName("dark"), (theme) => state.set({ theme }));
  linkHovers(page);
  const { place, article } = state.get();
  const named = model.byId.get(place)?.mentions.map((mention) => mention.article);
  if (named && !named.includes(article)) state.set({ article: Math.max(...named) });
  draw(state.get(), null);
  page.basemap?.addTo(page.map);
  window.addEventListener("resize", () => page.map.invalidateSize({ animate: false }));
}

/** Whether the map is to go to what is shown: of one article it shows all, of what other filters leave something. */
function isFar(map, now, before, { places }, fresh) {
  if (!places.length) return false;
  if (now.only !== null && now.only !== before?.only) return true;
  // Time may play: the map stays where it is.
  if (!before || !fresh || now.place !== null || now.from !== before.from || now.to !== before.to) return false;
  return !places.some(({ place }) => map.getBounds().contains([place.lat, place.lon]));
}

function drawMarks({ areas, marks, marksReady, basemap, map }, now, seen, also) {
  const entries = [...seen.places, ...seen.derived];
  if (also) entries.push({ place: also, mentions: also.mentions, count: also.mentions.length });
  areas.update(entries.map((entry) => entry.place), now.place, pageColours());
  marks.update(entries, now.place);
  marksReady();
  if (basemap && map.hasLayer(basemap)) basemap.redraw();
}

function drawGhosts({ ghosts, model, basemap, map }, now, chosen, mentions) {
  const before = ghosts.boxes().length;
  if (!chosen || !now.why || chosen.derived) ghosts.update(null, []);
  else {
    const mention = inOrder(model, mentions).find((m) => mentionKey(m) === now.at) ?? surest(mentions);
    const { others } = model.evidence(mention);
    ghosts.update(chosen, others.length ? others : [chosen.runner_up].filter(Boolean));
  }
  // The basemap's names make room for theirs.
  if ((before || ghosts.boxes().length) && basemap && map.hasLayer(basemap)) basemap.redraw();
}

/** Takes the reader to a place that was opened, or back to where it was opened from. */
function arrive({ card, map, marks, goTo }, chosen, before, opener) {
  if (!chosen) {
    if (!before?.place) return;
    const back = opener?.isConnected && opener !== document.body ? opener : marks.buttonOf(before.place);
    back?.focus({ preventScroll: true });
    return;
  }
  card.focus();
  map.invalidateSize({ animate: false });
  const nearer = marks.zoomApart(chosen.id);
  if (chosen.areal || chosen.derived || nearer > map.getZoom() || !map.getBounds().pad(-0.08).contains([chosen.lat, chosen.lon])) goTo(chosen, nearer);
}

function fillCounts(seen) {
  const counts = { articles: seen.articles.length, places: seen.places.length, unplaced: seen.unresolved.length };
  for (const [tab, count] of Object.entries(counts)) byName(`tab-${tab}`).querySelector(".tab-count").textContent = String(count);
  byName("status").textContent = WORDS.places(seen.places.length);
}

let writing = null;

/** A new step in the history where the reader goes somewhere; letters typed are written once they pause. */
function writeAddress({ address }, now, before) {
  clearTimeout(writing);
  const goes = STEPS_BACK.some((field) => now[field] !== before[field]);
  const write = () => {
    const fragment = address.write(now);
    if (fragment === location.hash || (!fragment && !location.hash)) return;
    const target = fragment || location.pathname + location.search;
    if (goes) history.pushState(null, "", target);
    else history.replaceState(null, "", target);
  };
  if (now.q === before.q) write();
  else writing = setTimeout(write, PAUSE_MS);
}

/** A name under the pointer lights its mark, a mark its names. */
function linkHovers({ map }) {
  const light = (id, on) => {
    for (const node of document.querySelectorAll(".mark[data-key], a[data-place]")) {
      if ((node.dataset.place ?? node.dataset.key) === id) node.classList.toggle("is-hovered", on);
    }
  };
  const idOf = (event) => {
    const node = event.target.closest?.(".mark[data-key], a[data-place]");
    return node && (node.dataset.place ?? node.dataset.key);
  };
  for (const root of [map.getContainer(), byName("panel")]) {
    root.addEventListener("pointerover", (event) => idOf(event) && light(idOf(event), true));
    root.addEventListener("pointerout", (event) => idOf(event) && light(idOf(event), false));
  }
}
