// Coordinates as people type or paste them: decimal degrees, or degrees, minutes and seconds. Pure.

const ANGLE = /^([NSEW])?\s*([-+]?)(\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*'?\s*(?:(\d{1,2}(?:\.\d+)?)\s*"?)?)?\s*([NSEW])?$/;
const HALVES = [/^([^,;]+)[,;]([^,;]+)$/, /^([NSEW][^NSEW]+)([NSEW][^NSEW]+)$/, /^([^NSEW]+[NSEW])(.+)$/, /^(.+?)\s+([-+]?[\d.]+\s*°.*)$/, /^(\S+)\s+(\S+)$/];

/**
 * "48.5, 37.2" or "48°30'N 37°12'E" as `{lat, lon}`; where that is no point on Earth, as `{fault}`: "latitude" or "longitude" is
 * too large, at "zero" (0, 0) nobody knew, and all else has no known "form".
 */
export function pointOf(text) {
  const plain = text.replace(/[−–]/g, "-").replace(/[″”“ʺ]|''|′′/g, '"').replace(/[′’‘ʹ´\x60]/g, "'").replace(/[º˚]/g, "°")
    .replace(/\b(lat|lon|lng|long)(itude)?\b\.?[:=]?/gi, " ").replace(/^([-+]?\d+),(\d+)\s*[;\s]\s*([-+]?\d+),(\d+)$/, "$1.$2;$3.$4").trim().toUpperCase();
  for (const form of HALVES) {
    const parts = form.exec(plain);
    const [one, other] = parts ? [angleOf(parts[1]), angleOf(parts[2])] : [];
    if (one && other) return onEarth(one, other);
  }
  return { fault: "form" };
}

function onEarth(one, other) {
  if (one.axis && one.axis === other.axis) return { fault: "form" };
  const [lat, lon] = one.axis === "lon" || other.axis === "lat" ? [other.degrees, one.degrees] : [one.degrees, other.degrees];
  const fault = Math.abs(lat) > 90 ? "latitude" : Math.abs(lon) > 180 ? "longitude" : lat || lon ? "" : "zero";
  return fault ? { fault } : { lat, lon };
}

function angleOf(text) {
  const found = ANGLE.exec(text.trim());
  if (!found) return null;
  const [, before, sign, degrees, minutes, seconds, after] = found;
  const letter = before ?? after;
  if ((before && after) || (letter && sign) || Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60 || (minutes && degrees.includes("."))) return null;
  const size = Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  return { degrees: sign === "-" || letter === "S" || letter === "W" ? -size : size, axis: letter && ("NS".includes(letter) ? "lat" : "lon") };
}
