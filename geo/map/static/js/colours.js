// The page's colours and fonts for what is painted, as the style sheet has them.

/** The colours of the theme that is on, and the fonts of labels. */
export function pageColours() {
  const style = getComputedStyle(document.documentElement);
  const names = {
    accent: "--accent", accentInk: "--accent-ink", areaFill: "--area", areaInk: "--area-ink", filed: "--filed", ink: "--ink", paperHalo: "--halo",
    muted: "--muted", labelFont: "--font-label", areaFont: "--font-area-label", sans: "--sans",
  };
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, style.getPropertyValue(name).trim()]));
}
