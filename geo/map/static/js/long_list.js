// Long lists: the first items at once, more as they are scrolled to, so that thousands cost nothing at first.
import { element } from "./elements.js";

const CHUNK = 120;

/** A list of what `make(item)` gives for each item. */
export function longList(classes, items, make) {
  const list = element("ul", { class: classes });
  const end = element("li", { class: "list-end", "aria-hidden": "true" });
  let shown = 0;
  let watcher = null;
  const more = () => {
    list.append(...items.slice(shown, shown + CHUNK).map(make));
    shown += CHUNK;
    end.remove();
    if (shown >= items.length) return watcher?.disconnect();
    list.append(end);
    // Watched anew, for it may be in view still and would not be told of again.
    watcher?.unobserve(end);
    return watcher?.observe(end);
  };
  more();
  if (shown < items.length) {
    watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && more(), { rootMargin: "600px" });
    watcher.observe(end);
  }
  return list;
}
