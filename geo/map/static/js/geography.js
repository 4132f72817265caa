// The basemap as the page uses it.

/** Reads the embedded basemap: `{outline(key), draw(leaflet, map, theme) → {setTheme}}`. */
export async function openGeography() {
  return { outline: () => null, draw: () => ({ setTheme() {} }) };
}
