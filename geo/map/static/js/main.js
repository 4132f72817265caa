// Puts the page together: data in, views out, one state between them.
import { readView, writeView } from "./address.js";
import { createAreas } from "./areas.js";
import { createArticlePane } from "./article_pane.js";
import { connect } from "./connect.js";
import { coverOnPhones } from "./covers.js";
import { createDownloads } from "./download_view.js";
import { createFilters } from "./filters_view.js";
import { openGeography } from "./geography.js";
import { createGhosts } from "./ghosts.js";
import { fillLegend } from "./legend.js";
import { mapSvg } from "./map_svg.js";
import { createMap, goTo, openOn } from "./map_view.js";
import { createMarks } from "./marks.js";
import { createMending } from "./mending.js";
import { buildModel, newestFirst } from "./model.js";
import { addOverlays } from "./overlays.js";
import { addOwnLayers, fillIntro } from "./own_layers.js";
import { unpack } from "./packing.js";
import { narrowScreen } from "./panels.js";
import { createCard } from "./place_card.js";
import { createPrintList } from "./print_list.js";
import { createSearchBox } from "./search_view.js";
import { DEFAULT_VIEW, rememberVisible } from "./selection.js";
import { createSheet } from "./sheet.js";
import { createState } from "./state.js";
import { createTabs } from "./tabs.js";
import { unbroken } from "./text.js";
import { createTime } from "./time_view.js";
import { WORDS, datesInWords } from "./words.js";

const byId = (id) => document.getElementById(id);

async function start() {
  const dataText = byId("dateline-data").textContent;
  const data = unpack(JSON.parse(dataText));
  const geography = await openGeography(byId("dateline-basemap").textContent);
  const model = buildModel(data, geography.hasOutline);
  byId("app").hidden = false;
  fillHeader(model);
  fillIntro(byId("intro"), data.intro);
  const state = createState({ ...readView(location.hash, model), theme: "light" });
  const shown = rememberVisible(model);
  let mending = null;
  const actions = readersActions(model, state, shown, (place) => mending?.takes(place));
  // Before the map, for the region takes some of its height.
  const time = createTime(byId("time"), model, (from, to) => state.set({ from, to }));
  const leaflet = window.L;
  const map = createMap(leaflet, byId("map"), data.tiles);
  const areas = createAreas(leaflet, map, geography.outline, actions.open);
  const sheet = createSheet(byId("app"), byId("sheet-handle"), () => map.invalidateSize({ animate: false }));
  const opening = shown(DEFAULT_VIEW).places.map((entry) => entry.place);
  fillLegend(byId("legend"), model);
  openOn(map, opening.length ? opening : model.places, areas.boxOf, byId("legend"));
  const marks = createMarks(leaflet, map, actions.open);
  const ghosts = createGhosts(leaflet, map, marks.covered);
  const basemap = geography.layer?.(leaflet, { places: model.places, avoid: () => [...marks.covered(), ...ghosts.boxes()], namesZ: 360 });
  mending = createMending({ leaflet, map, model, state, shown, ghosts, sheet, dataText, towns: () => geography.towns?.() ?? [] });
  const card = createCard(byId("card"), model, { close: actions.close, set: actions.set, read: actions.read, fit: ghosts.fit, acts: mending.acts });
  connect({
    model, state, shown, map, areas, marks, ghosts, basemap, card, sheet, time,
    mending,
    articles: createArticlePane(byId("pane-articles"), model, mending, actions.set),
    selectTab: createTabs(document.querySelector("[role=tablist]"), (tab) => state.set({ tab })),
    filters: createFilters({ panel: byId("filters"), button: byId("filters-button"), narrowed: byId("narrowed") }, model, (change) => state.set(change)),
    search: createSearchBox(byId("search"), byId("search-results"), model, byId("status"), { onQuery: (q) => state.set({ q }), onOpen: actions.found }),
    fitTo: (places) => openOn(map, places, areas.boxOf, byId("legend"), true),
    goTo: (place, least) => goTo(map, place, areas.boxOf, least),
    marksReady: () => performance.mark("dateline-first-mark"),
    address: { read: () => readView(location.hash, model), write: (view) => writeView(view, model) },
  });
  const own = addOwnLayers(leaflet, map, byId("legend"), data);
  const seen = () => shown(state.get());
  createDownloads({ panel: byId("downloads"), button: byId("download-button"), status: byId("status") }, {
    model, seen,
    svg: () => mapSvg({
      map, title: model.title, theme: state.get().theme, topology: geography.topology, labels: geography.labels?.(model.places),
      marks: marks.drawn(), outline: geography.outline, own: own.shapes(), image: own.scan(),
    }),
  });
  createPrintList(byId("print"), map, model, seen);
  coverOnPhones(["filters", "downloads", "mend-rows", "search-results"].map(byId), ["map", "legend", "panel", "time"].map(byId));
  coverOnPhones([byId("search-results")], [byId("tools"), byId("dark")]);
  addOverlays(leaflet, map, data.overlays ?? []);
  document.dispatchEvent(new CustomEvent("dateline-map", { detail: map }));
  performance.mark("dateline-ready");
}

function fillHeader(model) {
  const facts = [
    datesInWords(model.articles.map((article) => article.date)),
    ...[
      WORDS.articles(model.articles.length),
      WORDS.places(model.places.filter((place) => place.named > 0).length),
      WORDS.notPlaced(model.unresolved.length),
    ].map(unbroken),
  ];
  byId("title").textContent = model.title;
  byId("summary").textContent = facts.filter(Boolean).join(" · ");
  // Before the map is made, which has what height the header leaves.
  for (const node of document.querySelectorAll("[data-word]")) node.prepend(WORDS[node.dataset.word]);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", WORDS[node.dataset.label]);
}

/** What a reader does from more than one view. */
function readersActions(model, state, shown, takes) {
  const open = (id, at = null) => {
    const place = model.byId.get(id);
    if (takes(place)) return;
    const view = state.get();
    const entry = shown(view).places.find((e) => e.place.id === id);
    const named = new Set((entry?.mentions ?? place.mentions).map((mention) => mention.article));
    const article = at ? Number(at.split(".")[0]) : named.has(view.article) ? view.article : newestFirst(model.articles).find((a) => named.has(a.index)).index;
    state.set({ place: id, at, article, why: id === view.place ? view.why : false });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-place]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.dataset.place, link.dataset.key ?? null);
  });
  return {
    open: (id) => open(id),
    close: () => state.set({ place: null, at: null, why: false }),
    set: (change) => state.set(change),
    /** Shows a mention in its article; on a phone the card makes room for it. */
    read(at) {
      const covered = narrowScreen().matches;
      state.set({ at, article: Number(at.split(".")[0]), tab: "articles", ...(covered ? { place: null, why: false } : {}) });
    },
    /** Goes to what was found: a place, an article, or a sentence of one. */
    found({ place, article, sentence }) {
      if (place) return open(place.id);
      return state.set({ article: article.index, tab: "articles", place: null, at: sentence === undefined ? null : `${article.index}.${sentence}.` });
    },
  };
}

start();
