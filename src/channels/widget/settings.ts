import { ATTRIBUTES } from "./attributes.js";

/** Taken while the script is being run: later the browser no longer tells which one it is. */
const ownScript = findOwnScript();

/** Where the script came from: the server that is asked when nothing else is said. Null where that is no web address. */
export const home = ownScript === null ? location.origin : addressOf(ownScript.src, ".");

/** Of a server, as it stands before a path: without query, fragment and slash at its end. */
export function serverAddress(given: string | null | undefined): string {
  const address = given?.trim() ? addressOf(given.trim(), "") : home;
  return address ?? location.origin;
}

/** What a JSON attribute holds; null for what cannot be read, so that a slip of the page breaks nothing. */
export function readJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    console.warn(`konsil-chat: this is not JSON: ${text?.slice(0, 80)}`);
    return null;
  }
}

/** What the script tag says with `data-` attributes, by attribute name; null where it has none of ours. */
export function settingsOfScript(): ReadonlyMap<string, string> | null {
  if (ownScript === null) return null;
  const settings = new Map<string, string>();
  for (const { name } of ATTRIBUTES) {
    const value = ownScript.getAttribute(`data-${name}`);
    if (value !== null && name !== "mode") settings.set(name, value);
  }
  return settings.size > 0 || ownScript.hasAttribute("data-konsil") ? settings : null;
}

/** A module has no `currentScript`; it is known by its name then. */
function findOwnScript(): HTMLScriptElement | null {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement && currentScript.src !== "") return currentScript;
  return document.querySelector<HTMLScriptElement>('script[src*="/widget.js"], script[src*="/widget@"]');
}

function addressOf(base: string, path: string): string | null {
  if (!URL.canParse(base, document.baseURI)) return null;
  const address = new URL(base, document.baseURI);
  if (!/^https?:$/.test(address.protocol)) return null;
  const { origin, pathname } = new URL(path, address);
  return `${origin}${pathname}`.replace(/\/+$/, "");
}
