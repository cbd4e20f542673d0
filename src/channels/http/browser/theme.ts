/** Light or dark as the reader chose on the demo page; until then, and without a place to keep it, as the system says. */

const STORED = "konsil-theme";

export type Theme = "light" | "dark";

export function currentTheme(): Theme {
  const applied = document.documentElement.dataset.theme;
  if (applied === "light" || applied === "dark") return applied;
  return storedTheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

export function applyStoredTheme(): void {
  const theme = storedTheme();
  if (theme !== null) applyTheme(theme);
}

/** For the page and for the chats in it. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  for (const chat of document.querySelectorAll("konsil-chat")) chat.setAttribute("theme", theme);
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // Then it holds for this page alone.
  }
}

function storedTheme(): Theme | null {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === "light" || stored === "dark" ? stored : null;
  } catch {
    return null;
  }
}
