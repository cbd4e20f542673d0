import { KonsilChat } from "./konsil-chat.js";
import { home, settingsOfScript } from "./settings.js";

const NAME = "konsil-chat";

/** A page may load the script twice, or two versions of it: the first one stays. */
if (customElements.get(NAME) === undefined) customElements.define(NAME, KonsilChat);
const settings = settingsOfScript();
if (settings !== null) whenParsed(() => addFloatingChat(settings));

/** A script tag with settings and a page without the element: the floating button comes by itself. */
function addFloatingChat(settings: ReadonlyMap<string, string>): void {
  if (document.querySelector(NAME) !== null) return;
  const chat = document.createElement(NAME);
  // The class may be that of another server's script, which was there before.
  if (home !== null) chat.setAttribute("server", home);
  for (const [name, value] of settings) chat.setAttribute(name, value);
  document.body.append(chat);
}

function whenParsed(act: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act, { once: true });
  else act();
}
