import type { Document, Language } from "../../../contracts/document.js";
import { DOCUMENT_TEXTS } from "./document-texts.js";
import { element, type TreeElement, type TreeNode } from "./element-tree.js";
import { readTextBlocks, type TextBlock } from "./text-blocks.js";
import { isWebAddress, showDate } from "./wording.js";

type Shown = Pick<Document, "title" | "publisher" | "publishedAt" | "url" | "language">;

/**
 * A document to read: title, publisher, date, link to the original, and the text. Every block says in `data-start`
 * where it stands in the text, and holds exactly its characters from there, so that quotations can be found by offsets.
 */
export function documentArticle(document: Shown, text: string, language: Language): TreeElement {
  const words = DOCUMENT_TEXTS[language];
  const blocks = readTextBlocks(text, document.title);
  const title = blocks.find(({ kind }) => kind === "title");
  const body = blocks.filter((block) => block !== title);
  const heading =
    title === undefined
      ? element("h1", { dir: "auto" }, [document.title ?? words.untitled])
      : blockElement("h1", title, text);
  return element("article", { id: "document", lang: document.language ?? language }, [
    element("header", { class: "document-head" }, [
      heading,
      element("ul", { class: "facts", lang: language }, factsOf(document, language)),
    ]),
    element("div", { class: "document-text" }, bodyElements(body, text)),
  ]);
}

function factsOf({ publisher, publishedAt, url, language: written }: Shown, language: Language): TreeNode[] {
  const facts: TreeNode[] = [];
  if (publisher !== null) facts.push(element("bdi", { lang: written ?? language }, [publisher]));
  if (publishedAt !== null) {
    facts.push(element("time", { datetime: publishedAt }, [showDate(publishedAt, language)]));
  }
  if (isWebAddress(url)) {
    facts.push(element("a", { href: url, rel: "noopener noreferrer" }, [DOCUMENT_TEXTS[language].original]));
  }
  return facts.map((fact) => element("li", {}, [fact]));
}

const NAMES = { title: "h1", heading: "h2", paragraph: "p", item: "li" } as const;

/** Items that follow one another make one list. */
function bodyElements(blocks: readonly TextBlock[], text: string): TreeElement[] {
  const elements: TreeElement[] = [];
  let items: TreeElement[] = [];
  for (const block of blocks) {
    const made = blockElement(NAMES[block.kind], block, text);
    if (block.kind === "item") {
      if (items.length === 0) elements.push(element("ul", {}, items));
      items.push(made);
    } else {
      items = [];
      elements.push(made);
    }
  }
  return elements;
}

function blockElement(name: string, { start, end }: TextBlock, text: string): TreeElement {
  return element(name, { dir: "auto", "data-start": String(start) }, [text.slice(start, end)]);
}
