import type { DemoTexts } from "../pages/demo-texts.js";
import { element, type TreeElement } from "../pages/element-tree.js";
import { isWebAddress, showDate } from "../pages/wording.js";
import { authorization } from "./access.js";
import { buildTree } from "./build-tree.js";

const SHOWN_AT_FIRST = 6;
/** The most that one page of the API holds. */
const LISTED = 100;
const RETRY_MS = 3000;

interface Listed {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly partners: readonly string[];
}

/** Fills the list of documents, newest first. Resolves to false where `access` does not let read them. */
export async function showDocuments(access: string | null, words: DemoTexts): Promise<boolean> {
  const language = document.documentElement.lang === "de" ? "de" : "en";
  const again = () => void showDocuments(access, words);
  say(words.loading);
  const response = await fetch(`/v1/documents?limit=${LISTED}`, { headers: authorization(access) }).catch(() => null);
  if (response?.status === 401) {
    say("");
    return false;
  }
  if (response?.status === 503) {
    say(words.notReady);
    setTimeout(again, RETRY_MS);
    return true;
  }
  if (response?.ok !== true) {
    say(words.failed, { label: words.again, act: again });
    return true;
  }
  const { documents, more } = readPage(await response.json());
  say(documents.length === 0 ? words.empty : "");
  byId("count").replaceChildren(documents.length === 0 ? "" : words.count(documents.length, more));
  const cards = newestFirst(documents).map((listed) => buildTree(card(listed, words, language)));
  byId("list").replaceChildren(...cards.slice(0, SHOWN_AT_FIRST));
  offerRest(cards.slice(SHOWN_AT_FIRST), words.all(documents.length));
  return true;
}

function offerRest(rest: readonly Node[], label: string): void {
  const button = byId("more");
  button.hidden = rest.length === 0;
  button.replaceChildren(label);
  button.onclick = () => {
    button.hidden = true;
    byId("list").append(...rest);
    const [first] = rest;
    if (first instanceof HTMLElement) first.querySelector("a")?.focus();
  };
}

function card(listed: Listed, words: DemoTexts, language: "de" | "en"): TreeElement {
  const { id, publisher, publishedAt, url, partners } = listed;
  const title = listed.title ?? words.untitled;
  const written = { lang: listed.language ?? language };
  const date =
    publishedAt === null
      ? element("span", {}, [words.undated])
      : element("time", { datetime: publishedAt }, [showDate(publishedAt, language)]);
  const address = `/documents/${encodeURIComponent(id)}?lang=${language}`;
  const original = isWebAddress(url) ? [element("a", { href: url, rel: "noopener noreferrer" }, [words.original])] : [];
  return element("li", { class: "card" }, [
    element("p", { class: "card-date" }, [date]),
    element("h3", { ...written, dir: "auto" }, [element("a", { href: address }, [title])]),
    element("p", { class: "soft", ...written, dir: "auto" }, publisher === null ? [] : [publisher]),
    element(
      "ul",
      { class: "tags", ...written },
      partners.slice(0, 4).map((name) => element("li", { dir: "auto" }, [name])),
    ),
    element("p", { class: "card-links" }, [
      element("a", { href: address, "aria-label": words.readOf(title) }, [words.read]),
      ...original,
    ]),
  ]);
}

/** Undated ones last. */
function newestFirst(documents: readonly Listed[]): Listed[] {
  return [...documents].sort((one, other) => ((one.publishedAt ?? "") < (other.publishedAt ?? "") ? 1 : -1));
}

function readPage(body: unknown): { readonly documents: Listed[]; readonly more: boolean } {
  const fields = fieldsOf(body);
  const documents = Array.isArray(fields.documents) ? fields.documents.map(readListed) : [];
  return { documents, more: typeof fields.nextCursor === "string" };
}

function readListed(value: unknown): Listed {
  const fields = fieldsOf(value);
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : null);
  const partners = Array.isArray(fields.partners) ? fields.partners.filter((name) => typeof name === "string") : [];
  return {
    ...{ id: text("id") ?? "", title: text("title"), publisher: text("publisher") },
    ...{ publishedAt: text("publishedAt"), url: text("url"), language: text("language"), partners },
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return { ...(typeof value === "object" ? value : null) };
}

function say(sentence: string, action?: { readonly label: string; readonly act: () => void }): void {
  const line = byId("list-message");
  line.replaceChildren(sentence);
  if (action === undefined) return;
  const button = document.createElement("button");
  button.type = "button";
  button.append(action.label);
  button.addEventListener("click", action.act);
  line.append(" ", button);
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`#${id} is missing`);
  return found;
}
