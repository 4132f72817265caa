// Light or dark: the system's choice until the reader makes one; paper is light.

/** Calls `onChange("light" | "dark")` at once and whenever the theme changes; the switch shows and sets it. */
export function followTheme(button, onChange) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  let printing = false;
  const apply = () => {
    const theme = printing ? "light" : chosen ?? (system.matches ? "dark" : "light");
    document.documentElement.dataset.theme = theme;
    button.setAttribute("aria-checked", String(theme === "dark"));
    onChange(theme);
  };
  button.addEventListener("click", () => {
    chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    apply();
  });
  system.addEventListener("change", apply);
  for (const [event, on] of [["beforeprint", true], ["afterprint", false]]) {
    window.addEventListener(event, () => {
      printing = on;
      apply();
    });
  }
  apply();
}
