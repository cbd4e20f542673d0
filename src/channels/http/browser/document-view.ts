import { documentArticle } from "../pages/document-article.js";
import { DOCUMENT_TEXTS } from "../pages/document-texts.js";
import { forgetAccess, ownToken, storeAccess, storedAccess, takeAccessFromAddress } from "./access.js";
import { buildTree } from "./build-tree.js";
import { fetchDocument } from "./fetch-document.js";
import { markQuotes } from "./mark-quotes.js";

// The script of the document view: highlights what the address quotes, and where the server has not sent the text,
// because it does not know the reader, fetches it with the access that this tab has.

const language = document.documentElement.lang === "de" ? "de" : "en";
const words = DOCUMENT_TEXTS[language];
const lockedId = document.getElementById("document")?.dataset.id;

takeAccessFromAddress();
if (lockedId === undefined) markQuotes(words);
else unlock(lockedId);

window.addEventListener("hashchange", () => {
  takeAccessFromAddress();
  markQuotes(words);
});

function unlock(id: string): void {
  const form = document.getElementById("key-form");
  const input = document.getElementById("key");
  if (!(form instanceof HTMLFormElement) || !(input instanceof HTMLInputElement)) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    storeAccess(input.value.trim());
    void show(id, input.value.trim(), words.keyWrong);
  });
  void showWithKnownAccess(id);
}

async function showWithKnownAccess(id: string): Promise<void> {
  const stored = storedAccess();
  const access = stored ?? (await ownToken().catch(() => null));
  if (access === null) askForKey("");
  else await show(id, access, stored === null ? words.keyWrong : words.accessEnded);
}

/** `refused`: what is said where the access is not valid. */
async function show(id: string, access: string, refused: string): Promise<void> {
  say(words.loading);
  // What cannot stand in a header is no key.
  const fetched = /^[\x21-\x7e]+$/.test(access) ? await fetchDocument(id, access) : { status: 401 };
  if ("text" in fetched) {
    const { document: shown, text } = fetched;
    document.title = `${shown.title ?? words.untitled} – Konsil`;
    document.getElementById("document")?.replaceWith(buildTree(documentArticle(shown, text, language)));
    markQuotes(words);
  } else if (fetched.status === 401) {
    forgetAccess();
    askForKey(refused);
  } else {
    say(REASONS.get(fetched.status) ?? words.failed);
  }
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [0, words.unreachable],
  [404, `${words.missing}. ${words.missingHint}`],
  [429, words.tooMany],
  [503, words.notReady],
]);

function askForKey(reason: string): void {
  say(reason);
  const form = document.getElementById("key-form");
  if (form !== null) form.hidden = false;
  document.getElementById("key")?.focus();
}

function say(sentence: string): void {
  document.getElementById("message")?.replaceChildren(sentence);
}
