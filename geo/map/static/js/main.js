// Puts the page together: data in, views out, one state between them.
import { placeFragment, readFragment } from "./address.js";
import { createAreas } from "./areas.js";
import { createArticlePane } from "./article_pane.js";
import { openGeography } from "./geography.js";
import { fillLegend } from "./legend.js";
import { fillPlaces, fillUnplaced } from "./lists.js";
import { createMap, goTo, openOn } from "./map_view.js";
import { createMarks } from "./marks.js";
import { buildModel, newestFirst, shownPlaces } from "./model.js";
import { addOverlays } from "./overlays.js";
import { unpack } from "./packing.js";
import { createCard } from "./place_card.js";
import { createSheet } from "./sheet.js";
import { createState } from "./state.js";
import { createTabs } from "./tabs.js";
import { followTheme } from "./theme.js";
import { WORDS, datesInWords } from "./words.js";

const byId = (id) => document.getElementById(id);

async function start() {
  const data = unpack(JSON.parse(byId("dateline-data").textContent));
  const geography = await openGeography(byId("dateline-basemap").textContent);
  const model = buildModel(data, geography.hasOutline);
  byId("app").hidden = false;
  fillHeader(model);
  const leaflet = window.L;
  const map = createMap(leaflet, byId("map"), data.tiles);
  const state = createState({ place: null, article: null, demonyms: false, theme: "light" });
  const open = (id) => {
    location.hash = placeFragment(id);
  };
  const areas = createAreas(leaflet, map, geography.outline, open);
  openOn(map, shownPlaces(model, false).length ? shownPlaces(model, false) : model.places, areas.boxOf);
  const marks = createMarks(leaflet, map, open);
  const basemap = geography.layer?.(leaflet, { places: model.places, avoid: marks.covered, namesZ: 360 });
  const panel = createPanel(model, state);
  connect({ model, state, map, areas, marks, basemap, panel });
  addOverlays(leaflet, map, data.overlays ?? []);
  document.dispatchEvent(new CustomEvent("dateline-map", { detail: map }));
  performance.mark("dateline-ready");
}

function fillHeader(model) {
  const named = shownPlaces(model, false).length;
  const facts = [
    datesInWords(model.articles.map((article) => article.date)),
    WORDS.articles(model.articles.length),
    WORDS.places(named),
    WORDS.notPlaced(model.unresolved.length),
  ];
  byId("title").textContent = model.title;
  byId("summary").textContent = facts.filter(Boolean).join(" · ");
  const counts = { articles: model.articles.length, places: named, unplaced: model.unresolved.length };
  for (const [tab, count] of Object.entries(counts)) {
    byId(`tab-${tab}`).querySelector(".tab-count").textContent = String(count);
  }
}

function createPanel(model, state) {
  const sheet = createSheet(byId("app"), byId("sheet-handle"));
  const selectTab = createTabs(document.querySelector("[role=tablist]"));
  const articles = createArticlePane(byId("pane-articles"), model, (index) => state.set({ article: index }));
  const card = createCard(byId("card"), model, () => closePlace());
  fillUnplaced(byId("pane-unplaced"), model);
  return { sheet, selectTab, articles, card };
}

function closePlace() {
  if (location.hash) location.hash = "";
}

/** Lets the views follow the state, and the state the address. */
function connect({ model, state, map, areas, marks, basemap, panel }) {
  const redraw = (now) => {
    const places = shownPlaces(model, now.demonyms);
    const chosen = model.byId.get(now.place);
    if (chosen && !places.includes(chosen)) places.push(chosen);
    areas.update(places, now.place, coloursOf(document.documentElement));
    marks.update(places, now.demonyms, now.place);
    performance.mark("dateline-first-mark");
    if (basemap && map.hasLayer(basemap)) basemap.redraw();
    fillPlaces(byId("pane-places"), model, now);
  };
  state.subscribe((now, before) => {
    if (now.theme !== before.theme) basemap?.setTheme(now.theme);
    if (now.article !== before.article && now.article !== null) panel.articles.open(now.article);
    redraw(now);
    if (now.place !== before.place) showPlace(model, state, map, areas, marks, panel, before.place);
    else if (now.place && now.demonyms !== before.demonyms) panel.card.show(model.byId.get(now.place), now.demonyms);
    panel.articles.light(now.place, now.place !== before.place);
  });
  fillLegend(byId("legend"), model, false, (demonyms) => state.set({ demonyms }));
  followTheme(byId("dark"), (theme) => state.set({ theme }));
  const newest = newestFirst(model.articles)[0];
  state.set({ article: newest ? newest.index : null });
  redraw(state.get());
  basemap?.addTo(map);
  const follow = () => {
    const id = readFragment(location.hash).place;
    state.set({ place: model.byId.has(id) ? id : null });
  };
  window.addEventListener("hashchange", follow);
  follow();
}

function showPlace(model, state, map, areas, marks, panel, before) {
  const { place: id, demonyms } = state.get();
  const place = model.byId.get(id);
  panel.sheet.showCard(Boolean(place));
  if (!place) {
    panel.card.hide();
    marks.buttonOf(before)?.focus({ preventScroll: true });
    return;
  }
  const named = new Set(place.mentions.map((mention) => mention.article));
  if (!named.has(state.get().article)) state.set({ article: newestFirst(model.articles).find((a) => named.has(a.index)).index });
  panel.card.show(place, demonyms);
  panel.card.focus();
  map.invalidateSize({ animate: false });
  if (place.areal || !map.getBounds().pad(-0.08).contains([place.lat, place.lon])) goTo(map, place, areas.boxOf);
}

function coloursOf(root) {
  const style = getComputedStyle(root);
  return { area: style.getPropertyValue("--area").trim() };
}

start();
