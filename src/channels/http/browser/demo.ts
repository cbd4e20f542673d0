import { DEMO_TEXTS } from "../pages/demo-texts.js";
import { forgetAccess, ownToken, storeAccess, storedAccess } from "./access.js";
import { showDocuments } from "./document-list.js";
import { applyStoredTheme, chooseTheme, currentTheme } from "./theme.js";

// The script of the demo page: lists the documents, switches the colours, and where the server asks for a key, takes
// one and hands it to the chat.

const language = document.documentElement.lang === "de" ? "de" : "en";
const words = DEMO_TEXTS[language];
const assistant = document.getElementById("assistant");

offerTheme();
showTag();
if (assistant?.dataset.open === "true") void showDocuments(null, words);
else void openWithAccess();

/** The tag as another page would have it. */
function showTag(): void {
  const tag = `<script src="${location.origin}/widget.js" defer></script>\n<konsil-chat></konsil-chat>`;
  document.getElementById("tag")?.replaceChildren(tag);
}

function offerTheme(): void {
  const button = document.getElementById("theme");
  if (button === null) return;
  const show = () => button.setAttribute("aria-pressed", String(currentTheme() === "dark"));
  applyStoredTheme();
  show();
  button.hidden = false;
  button.addEventListener("click", () => {
    chooseTheme(currentTheme() === "dark" ? "light" : "dark");
    show();
  });
}

/** With the key of this tab; else with a token, where the operator lets pages of this server have one; else asks. */
async function openWithAccess(): Promise<void> {
  const key = storedAccess();
  if (key !== null && (await showDocuments(key, words))) return showChat(key);
  forgetAccess();
  const token = await ownToken().catch(() => null);
  if (token !== null && (await showDocuments(token, words))) return showChat(null);
  offerKeyForm();
}

function offerKeyForm(): void {
  const form = document.getElementById("key-form");
  const input = document.getElementById("key");
  if (!(form instanceof HTMLFormElement) || !(input instanceof HTMLInputElement)) return;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const key = input.value.trim();
    // What cannot stand in a header is no key.
    const works = /^[\x21-\x7e]+$/.test(key) && (await showDocuments(key, words));
    document.getElementById("key-wrong")?.replaceChildren(works ? "" : words.keyWrong);
    if (!works) return;
    storeAccess(key);
    showChat(key);
  });
}

/** Without a key, the chat gets its own tokens. */
function showChat(key: string | null): void {
  const chat = document.createElement("konsil-chat");
  chat.setAttribute("mode", "inline");
  chat.setAttribute("lang", language);
  if (key !== null) Object.assign(chat, { authorize: async () => key });
  assistant?.replaceChildren(chat);
  applyStoredTheme();
}
