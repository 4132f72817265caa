// The form that moves a mention, or marks a name that was missed: a runner-up, a place found by name, a press on the map, coordinates.
import { element, pressButton, refill } from "./elements.js";
import { scopeSelect } from "./mending_acts.js";
import { canBeMended, placeRowOf, rowLine, rowOf, targetOf } from "./mending_rows.js";
import { findInArticle, targetsFor } from "./mending_targets.js";
import { closeButton } from "./panels.js";
import { pointOf } from "./typed_point.js";
import { WORDS } from "./words.js";

/**
 * `open(subject, scope)` shows the form (a subject without `mention` asks for the name first), `choose(place or {lat, lon})` takes a
 * target from elsewhere. `onMade(row)`, `onShown(subject or null, targets)` and `onTarget(target or null)` are told.
 */
export function createMendingForm(region, known, { onMade, onShown, onTarget }) {
  let [subject, target, opener, parts] = [null, null, null, null];
  region.addEventListener("keydown", (event) => event.key === "Escape" && close());

  function close() {
    if (!subject) return;
    subject = null;
    region.hidden = true;
    refill(region);
    onShown(null, []);
    onTarget(null);
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  }

  function build(scope) {
    const input = (type, more, onInput) => element("input", { type, autocomplete: "off", spellcheck: "false", ...more, oninput: onInput });
    parts = {
      options: element("fieldset", { class: "filter targets" }),
      search: input("search", {}, () => offer()),
      point: input("text", { placeholder: WORDS.pointExample, "aria-describedby": "point-fault" }, () => typed()),
      fault: element("p", { class: "note fault", id: "point-fault", role: "status" }),
      isNew: element("input", { type: "checkbox", onchange: () => preview() }),
      kind: element("select", { "aria-label": WORDS.kindOfPlace, onchange: () => preview() }, Object.entries(WORDS.newKinds).map(([value, word]) => element("option", { value }, word))),
      scope: scopeSelect(subject.article, () => preview()),
      line: element("code", { class: "row-line", dir: "ltr" }),
      said: element("p", { class: "note", role: "status" }),
      make: pressButton("more is-main", { onclick: make }, WORDS.makeRow),
      quote: element("blockquote", { class: "quote" }),
      name: subject.mention ? null : input("text", {}, () => named()),
    };
    parts.scope.value = scope;
    parts.isNew.checked = !subject.place;
    parts.newPlace = element("p", { class: "new-place", hidden: true }, element("label", { class: "check" }, parts.isNew, element("span", {}, WORDS.addToGazetteer)), parts.kind);
    const field = (word, control, hint) => element("label", { class: "filter" }, element("span", { class: "filter-name" }, word), control, hint && element("span", { class: "note" }, hint));
    const title = !subject.mention ? WORDS.markMissed : subject.place ? WORDS.moveName(subject.mention.text) : WORDS.placeName(subject.mention.text);
    refill(region,
      element("header", { class: "card-head" }, element("div", { class: "card-title" }, element("h2", { tabindex: "-1", dir: "auto" }, title)),
        closeButton(WORDS.cancel, close)),
      parts.name && field(WORDS.nameAsWritten, parts.name), parts.quote, parts.options,
      field(WORDS.searchPlaces, parts.search), field(WORDS.coordinates, parts.point, WORDS.orPressMap), parts.fault, parts.newPlace, parts.line, parts.said,
      element("p", { class: "acts-row" }, parts.make, parts.scope, pressButton("more", { onclick: close }, WORDS.cancel)));
    region.hidden = false;
    region.scrollTop = 0;
  }

  /** Lists what the name may be moved to. */
  function offer() {
    const places = targetsFor(known(), subject, parts.search.value);
    const list = target && !places.some((place) => isSame(target, place)) ? [target, ...places] : places;
    refill(parts.options, element("legend", { class: "filter-name" }, WORDS.whichPlace), list.map((place) => {
      const radio = element("input", { type: "radio", name: "mend-target", checked: isSame(target, place), onchange: () => take(place, false) });
      const facts = [place.kind, place.region, place.country, place.km ? WORDS.kilometresAway(place.km) : ""].filter(Boolean).join(", ");
      return element("label", { class: "target" }, radio, element("span", {}, element("bdi", {}, place.name ?? pointWords(place)), element("span", { class: "result-facts" }, place.isTown ? WORDS.basemapTown : place.name ? facts : WORDS.pointChosen)));
    }), !list.length && element("p", { class: "note" }, parts.search.value ? WORDS.noResults(parts.search.value) : WORDS.noTargets));
    onShown(subject, places);
  }

  function preview() {
    const row = currentRow();
    parts.newPlace.hidden = !target || Boolean(target.name);
    parts.line.hidden = !row;
    parts.line.textContent = row ? [row, row.newPlace].filter(Boolean).map((one) => (one === row ? rowLine(one) : rowLine(one, ["name", "latitude", "longitude", "feature_code"]))).join("\n") : "";
    parts.make.disabled = !row;
    const sentence = subject.mention && sentenceOf(subject.article, subject.mention);
    refill(parts.quote, sentence && element("p", { dir: "auto" }, sentence.before, element("mark", {}, subject.mention.text), sentence.after));
  }

  function currentRow() {
    if (!target || !subject.mention) return null;
    const aim = target.id === undefined ? { lat: target.lat, lon: target.lon } : targetOf(target);
    const row = { ...rowOf(subject.article, subject.mention, parts.scope.value, aim), placeName: target.name ?? "" };
    return !target.name && parts.isNew.checked ? { ...row, newPlace: placeRowOf(subject.mention.text, target, parts.kind.value) } : row;
  }

  function take(place, shows = true) {
    target = place;
    if (place.name) parts.point.value = "";
    parts.said.textContent = "";
    tellFault();
    if (shows) offer();
    preview();
    onTarget(target);
  }

  function typed() {
    const point = pointOf(parts.point.value);
    if (!point.fault) return take(point);
    // A point that no longer stands there is not meant.
    if (target && !target.name) {
      target = null;
      offer();
      preview();
      onTarget(null);
    }
    return tellFault(parts.point.value.trim() && WORDS.notAPoint(WORDS.pointFaults[point.fault]));
  }

  function tellFault(words = "") {
    parts.fault.textContent = words;
    parts.point.setAttribute("aria-invalid", String(Boolean(words)));
    if (words) parts.fault.scrollIntoView({ block: "nearest" });
  }

  function named() {
    const found = findInArticle(subject.article, parts.name.value);
    const mention = found && canBeMended(found.text) ? found : null;
    subject = { ...subject, mention };
    parts.said.textContent = mention || !parts.name.value.trim() ? "" : WORDS.notInArticle;
    offer();
    preview();
  }

  function make() {
    const row = currentRow();
    if (!row) return;
    close();
    onMade(row);
  }

  return {
    open(next, scope = "here") {
      opener = subject ? opener : document.activeElement;
      [subject, target] = [next, null];
      onTarget(null);
      build(scope);
      offer();
      preview();
      (parts.name ?? region.querySelector("h2")).focus({ preventScroll: true });
    },
    choose(place) {
      if (place.id === undefined) parts.point.value = pointWords(place);
      take(place);
    },
    isOpen: () => subject !== null,
    close,
  };
}

function isSame(one, other) {
  return one !== null && one.id === other.id && one.lat === other.lat && one.lon === other.lon;
}

function pointWords({ lat, lon }) {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/** The sentence about a mention, in what stands before and behind it. */
function sentenceOf(article, { start, end }) {
  const sentence = article.sentences.findLast((one) => one.text !== null && one.start <= start);
  if (!sentence) return null;
  const points = [...sentence.text];
  return { before: points.slice(0, start - sentence.start).join(""), after: points.slice(end - sentence.start).join("") };
}
