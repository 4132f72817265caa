// The tabs "Articles", "Places" and "Not placed", after the ARIA pattern: arrows move between them.

/** Makes tabs work: `onSelect(name)` is told which was chosen ("articles" of `tab-articles`); returns `select(id)`. */
export function createTabs(list, onSelect) {
  const tabs = [...list.querySelectorAll("[role=tab]")];
  const choose = (tab) => onSelect(tab.id.replace("tab-", ""));
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) choose(tab);
  });
  list.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const tab = tabs[(to + tabs.length) % tabs.length];
    choose(tab);
    tab.focus();
  });
  return (id) => {
    for (const tab of tabs) {
      const on = tab.id === id;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !on;
    }
  };
}
