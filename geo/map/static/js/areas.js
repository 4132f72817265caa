// Outlines of countries and regions, and footprints of other areas: drawn under the marks, pressed to open.
import { areaLook } from "./mark_looks.js";

const PANE = "areas";

/** Draws areas on canvas; `update` takes the places to show and the chosen one's id. */
export function createAreas(leaflet, map, outline, onOpen) {
  map.createPane(PANE).style.zIndex = 350;
  const renderer = leaflet.canvas({ pane: PANE, padding: 0.4 });
  const group = leaflet.layerGroup().addTo(map);
  const geometries = new Map();
  const geometryOf = (key) => {
    if (!geometries.has(key)) geometries.set(key, outline(key));
    return geometries.get(key);
  };
  const make = (place, style) => {
    const options = { renderer, pane: PANE };
    if (place.shape !== "outline") {
      return leaflet.circle([place.lat, place.lon], { ...options, ...style, radius: 1000 * place.radius_km });
    }
    const { area, edge } = geometryOf(place.outline);
    // The edge is drawn apart, for the area's own ends with a straight line at the antimeridian.
    return leaflet.featureGroup([
      leaflet.geoJSON(area, { ...options, style: () => ({ ...style, stroke: false }) }),
      leaflet.geoJSON(edge, { ...options, interactive: false, style: () => ({ ...style, fill: false }) }),
    ]);
  };
  return {
    update(places, chosen, colours) {
      group.clearLayers();
      const drawn = places.filter((p) => p.shape === "outline" || p.shape === "footprint" || p.shape === "derived" || (p.approximate && p.radius_km > 0));
      // The widest first, so that a region inside a country lies on top and is the one that is pressed.
      for (const place of [...drawn].sort((a, b) => b.radius_km - a.radius_km)) {
        const layer = make(place, areaLook(place, place.id === chosen, colours));
        layer.on("click", () => onOpen(place.id));
        group.addLayer(layer);
      }
    },
    /** The box of an outline, or null. */
    boxOf(key) {
      const geometry = geometryOf(key);
      const bounds = geometry && leaflet.geoJSON(geometry.area).getBounds();
      return bounds?.isValid() ? [[bounds.getSouth(), bounds.getWest()], [bounds.getNorth(), bounds.getEast()]] : null;
    },
  };
}
