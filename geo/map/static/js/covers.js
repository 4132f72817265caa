// On a phone, panels and the search's answers lie over the page: what is under them is out of reach until they close.
import { narrowScreen } from "./panels.js";

/** Makes `under` inert while any of `covers` is open on a narrow screen. */
export function coverOnPhones(covers, under) {
  const narrow = narrowScreen();
  const update = () => {
    const isCovered = narrow.matches && covers.some((cover) => !cover.hidden);
    for (const part of under) part.inert = isCovered;
  };
  const watcher = new MutationObserver(update);
  for (const cover of covers) watcher.observe(cover, { attributeFilter: ["hidden"] });
  narrow.addEventListener("change", update);
}
