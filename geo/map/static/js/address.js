// The view as the page's address holds it: `#place=<id>`.

/** The parts of an address's fragment: `#place=gn%3A1&x=2` → `{place: "gn:1", x: "2"}`. */
export function readFragment(fragment) {
  const parts = {};
  for (const pair of fragment.replace(/^#/, "").split("&")) {
    const at = pair.indexOf("=");
    if (at > 0) parts[decoded(pair.slice(0, at))] = decoded(pair.slice(at + 1));
  }
  return parts;
}

/** The fragment that opens a place; ids stay readable. */
export function placeFragment(id) {
  return `#place=${encodeURIComponent(id).replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%40/g, "@")}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
