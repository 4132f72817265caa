// Takes what is to be seen out of the page: as tables, as a picture, as layers for a graphics desk, or on paper.
import { fileName, mentionsCsv, placesGeojson } from "./download_tables.js";
import { element, pressButton, refill } from "./elements.js";
import { closeButton, openedBy } from "./panels.js";
import { WORDS } from "./words.js";

const PNG_SCALE = 2;
const WIDEST_PNG = 8000;

/**
 * Fills the panel that `button` opens. `sources` are `model`, `seen()` (what `visible` gives for the view) and `svg()`, the
 * map as SVG; `status` tells what was saved.
 */
export function createDownloads({ panel, button, status }, { model, seen, svg }) {
  const title = model.title;
  const open = openedBy(button, panel, ".download");
  const kinds = [
    ["geojson", WORDS.downloadGeojson, () => new Blob([placesGeojson(model, seen())], { type: "application/geo+json" })],
    ["csv", WORDS.downloadCsv, () => new Blob([mentionsCsv(model, seen())], { type: "text/csv" })],
    ["png", WORDS.downloadPng, () => pngOf(svg())],
    ["svg", WORDS.downloadSvg, () => new Blob([svg()], { type: "image/svg+xml" })],
  ];
  const items = kinds.map(([extension, [name, note], make]) => item(name, note, async () => {
    saveFile(await make(), fileName(title, extension));
    status.textContent = WORDS.saved(fileName(title, extension));
  }));
  items.push(item(...WORDS.printMap, () => {
    open(false);
    window.print();
  }));
  refill(panel, element("header", { class: "filters-head" }, element("h2", {}, WORDS.download), closeButton(WORDS.closeDownloads, () => open(false))),
    element("p", { class: "note" }, WORDS.downloadNote), element("ul", {}, items));
}

/** Saves a blob under a name, as the browser saves files. */
export function saveFile(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function item(name, note, onclick) {
  return element("li", {}, pressButton("download", { onclick },
    element("span", { class: "download-name" }, name), element("span", { class: "download-note" }, note)));
}

/** An SVG's text drawn at twice its size. */
async function pngOf(svg) {
  const picture = new Image();
  const bytes = new TextEncoder().encode(svg);
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  picture.src = `data:image/svg+xml;base64,${btoa(binary)}`;
  await picture.decode();
  const scale = Math.min(PNG_SCALE, WIDEST_PNG / picture.width);
  const canvas = element("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png");
  });
}
