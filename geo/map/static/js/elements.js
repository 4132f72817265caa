// Building elements. Text goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element: `element("p", {class: "x", hidden: true, onclick: f}, "text", child)`. Properties beginning with "on"
 * are listeners, true sets an empty attribute, null and false set none. Children null and false are left out.
 */
export function element(name, properties = {}, ...children) {
  return fill(document.createElement(name), properties, children);
}

/** The same for SVG. */
export function svgElement(name, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, name), properties, children);
}

/** A button of a class, with other properties as of `element`. */
export function pressButton(classes, properties, ...children) {
  return element("button", { type: "button", class: classes, ...properties }, children);
}

/** Puts other children in the place of an element's own. */
export function refill(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== false));
}

/** Calls `action` on a click that is not the end of a drag over the map; `first` before what lies inside hears of it. */
export function onPress(target, action, first = false) {
  let from = null;
  target.addEventListener("pointerdown", (event) => {
    from = [event.clientX, event.clientY];
  }, first);
  target.addEventListener("click", (event) => {
    const dragged = from && event.detail > 0 && Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 6;
    from = null;
    if (!dragged) action(event);
  }, first);
}

function fill(made, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === false || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== false && child !== undefined));
  return made;
}
