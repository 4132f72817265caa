// The filters: a panel over the map that its button opens and Escape closes.
import { someOf } from "./address.js";
import { element, pressButton, refill } from "./elements.js";
import { closeButton, openedBy } from "./panels.js";
import { DEFAULT_VIEW, FILTER_FIELDS, KINDS, NONE, filtersSet, kindOf } from "./selection.js";
import { WORDS } from "./words.js";

const CERTAINTY_WORDS = ["certain", "likely", "doubtful"];

/** Fills panel and button; `onChange(change)` is told fields of the view. `update(view, shown)` follows the view. */
export function createFilters({ panel, button, narrowed }, model, onChange) {
  const all = model.places.reduce((sum, place) => sum + place.mentions.length, 0);
  const demonyms = model.places.reduce((sum, place) => sum + place.mentions.length - place.named, 0);
  const makeControls = () => [
    checks("kind", WORDS.filterKind, KINDS.filter((kind) => model.places.some((p) => kindOf(p) === kind)), WORDS.kinds, KINDS, onChange),
    choice("country", WORDS.filterCountry, model.countries.map(({ code, name }) => [code, name]), onChange),
    choice("publisher", WORDS.filterPublisher, model.publishers.map((name) => [name, name]), onChange),
    choice("only", WORDS.filterArticle, model.articles.map((a) => [String(a.index), a.title]), onChange, (value) => (value ? Number(value) : null)),
    checks("certainty", WORDS.filterCertainty, CERTAINTY_WORDS, WORDS.certainty, CERTAINTY_WORDS, onChange),
    choice("usage", WORDS.filterUsage, Object.entries(WORDS.usages), onChange),
    flags(demonyms, onChange),
  ];
  const count = element("p", { class: "filters-count", role: "status" });
  const reset = () => onChange(Object.fromEntries(FILTER_FIELDS.map((field) => [field, DEFAULT_VIEW[field]])));
  // The controls are made when the panel is first opened: a list of thousands of articles takes long.
  let controls = null;
  let latest = null;
  const fill = () => {
    if (controls) return;
    controls = makeControls();
    refill(panel, element("header", { class: "filters-head" }, element("h2", {}, WORDS.filters), closeButton(WORDS.closeFilters, () => open(false))), controls.map((c) => c.node), count,
      pressButton("more", { onclick: reset }, WORDS.resetFilters));
    for (const control of controls) control.update(latest);
  };
  const open = openedBy(button, panel, "input, select", fill);
  const badge = element("span", { class: "badge", "aria-hidden": "true", hidden: true });
  button.append(badge);
  return {
    update(view, shown) {
      latest = view;
      for (const control of controls ?? []) control.update(view);
      const set = filtersSet(view) + (view.from !== null || view.to !== null ? 1 : 0);
      badge.hidden = !filtersSet(view);
      badge.dataset.count = String(filtersSet(view));
      count.textContent = WORDS.showing(shown.mentions, all);
      narrowed.hidden = !set;
      refill(narrowed, set ? `${WORDS.showing(shown.mentions, all)} ` : "",
        set ? pressButton("link-button", { onclick: reset }, WORDS.resetFilters) : null);
    },
  };
}

function choice(field, label, options, onChange, read = (value) => value) {
  if (options.length < 2) return { node: null, update() {} };
  const select = element("select", { onchange: () => onChange({ [field]: read(select.value) }) },
    element("option", { value: "" }, WORDS.any), options.map(([value, name]) => element("option", { value }, name)));
  return {
    node: element("label", { class: "filter" }, element("span", { class: "filter-name" }, label), select),
    update: (view) => {
      select.value = String(view[field] ?? "");
    },
  };
}

function checks(field, label, values, names, known, onChange) {
  if (values.length < 2) return { node: null, update() {} };
  const boxes = new Map();
  const change = () => {
    const on = values.filter((value) => boxes.get(value).checked);
    onChange({ [field]: on.length === values.length ? "" : someOf(known, on.join(",") || NONE) });
  };
  const showAll = () => {
    onChange({ [field]: "" });
    boxes.get(values[0]).focus();
  };
  const none = element("span", {});
  const labels = values.map((value) => {
    boxes.set(value, element("input", { type: "checkbox", onchange: change }));
    return element("label", { class: "check" }, boxes.get(value), element("span", {}, names[value]));
  });
  return {
    node: element("fieldset", { class: "filter" }, element("legend", { class: "filter-name" }, label), labels, element("p", { class: "note", role: "status" }, none)),
    update: (view) => {
      refill(none, view[field] === NONE ? [WORDS.noneTicked, " ", pressButton("link-button", { onclick: showAll }, WORDS.tickAll)] : []);
      const on = view[field] ? new Set(view[field].split(",")) : null;
      for (const [value, box] of boxes) box.checked = !on || on.has(value);
    },
  };
}

function flags(demonyms, onChange) {
  const dateline = element("input", { type: "checkbox", onchange: () => onChange({ datelines: dateline.checked }) });
  const people = element("input", { type: "checkbox", onchange: () => onChange({ demonyms: people.checked }) });
  return {
    node: element("fieldset", { class: "filter" }, element("legend", { class: "filter-name" }, WORDS.filterCount),
      element("label", { class: "check" }, dateline, element("span", {}, WORDS.countDatelines)),
      demonyms > 0 && element("label", { class: "check" }, people, element("span", {}, WORDS.demonyms(demonyms)))),
    update: (view) => {
      dateline.checked = view.datelines;
      people.checked = view.demonyms;
    },
  };
}
