// A map as an SVG file for a graphics desk: named layers, live text, nothing that runs or loads.

const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it may stand in XML, between tags or in quotes; what XML cannot hold is shown as U+FFFD. */
export function xmlText(text) {
  return String(text).replace(NOT_XML, "\ufffd").replace(/[&<>"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** An element with its attributes; null leaves one out. Children are markup already. */
export function svgTag(name, attributes, ...children) {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([key, value]) => ` ${key}="${xmlText(typeof value === "number" ? round(value) : value)}"`);
  const inside = children.flat().filter((child) => child !== null && child !== undefined && child !== "").join("");
  return inside ? `<${name}${told.join("")}>${inside}</${name}>` : `<${name}${told.join("")}/>`;
}

/** A layer by its id, which is made safe and unique among `taken`; without content it is left out. */
export function svgLayer(taken, label, attributes, children) {
  const words = label.normalize("NFKD").toLowerCase().match(/[a-z0-9]+/g) ?? ["layer"];
  let id = words.join("-");
  if (!/^[a-z]/.test(id)) id = `layer-${id}`;
  while (taken.has(id)) id = `${id}-x`;
  taken.add(id);
  const list = children.flat().filter(Boolean);
  // Inkscape and Illustrator show the label; plain SVG readers see the title.
  return list.length ? `${svgTag("g", { id, ...attributes }, svgTag("title", {}, xmlText(label)), list)}\n` : "";
}

/**
 * The `d` of a path along flat lines [x, y, x, y …] after `project(x, y)` → [x, y]. Points off the box [left, top, right,
 * bottom] are left out where the line between their neighbours stays off it too.
 */
export function pathData(lines, project, box, closed) {
  const parts = [];
  for (const line of lines) {
    const kept = [];
    let before = 0;
    for (let i = 0; i < line.length; i += 2) {
      const at = project(line[i], line[i + 1]);
      const side = sideOf(at, box);
      const next = i + 2 < line.length ? sideOf(project(line[i + 2], line[i + 3]), box) : 0;
      if (kept.length && before & side & next) continue;
      kept.push(at);
      before = side;
    }
    if (kept.length < 2 || (!closed && allOff(kept, box))) continue;
    const points = kept.map((point) => point.map(round).join(" "));
    parts.push(`M${points.join("L")}${closed ? "Z" : ""}`);
  }
  return parts.join("");
}

function allOff(points, box) {
  return points.reduce((sides, at) => sides & sideOf(at, box), 15) !== 0;
}

function sideOf([x, y], [left, top, right, bottom]) {
  return (x < left ? 1 : x > right ? 2 : 0) | (y < top ? 4 : y > bottom ? 8 : 0);
}

function round(value) {
  return Math.round(value * 10) / 10;
}
