import { html, raw } from "hono/html";
import type { DocumentWithText, Language } from "../../../contracts/document.js";
import { documentArticle } from "./document-article.js";
import { DOCUMENT_TEXTS } from "./document-texts.js";
import type { TreeNode } from "./element-tree.js";
import { type Markup, renderPage } from "./frame.js";

/** The document, readable as it is; its script only highlights. */
export function renderDocument(document: DocumentWithText, language: Language): Markup {
  const article = documentArticle(document, document.text, language);
  return pageOf(language, document.title ?? DOCUMENT_TEXTS[language].untitled, renderTree(article));
}

/** For readers whose right to read is yet to be shown: the script fetches the document with what the address holds. */
export function renderLockedDocument(id: string, language: Language): Markup {
  const words = DOCUMENT_TEXTS[language];
  return pageOf(
    language,
    words.document,
    html`<article id="document" data-id="${id}">
<h1 class="unseen">${words.document}</h1>
<p id="message" role="status">${words.loading}</p>
<form id="key-form" class="key-form" hidden>
<label for="key">${words.keyLabel}</label>
<div class="row"><input id="key" type="password" autocomplete="off" required aria-describedby="key-hint"><button type="submit" class="primary">${words.keySend}</button></div>
<p id="key-hint" class="soft">${words.keyHint}</p>
</form>
<noscript><p>${words.needsScript}</p></noscript>
</article>`,
  );
}

/** In place of a document: one heading, and one sentence on what to do. */
export function renderDocumentProblem(problem: "missing" | "not-ready" | "too-many", language: Language): Markup {
  const words = DOCUMENT_TEXTS[language];
  const title = problem === "missing" ? words.missing : words.document;
  const hint = { missing: words.missingHint, "not-ready": words.notReady, "too-many": words.tooMany }[problem];
  return pageOf(language, title, html`<article class="problem"><h1>${title}</h1><p>${hint}</p></article>`);
}

function pageOf(language: Language, title: string, article: Markup): Markup {
  const words = DOCUMENT_TEXTS[language];
  return renderPage({
    language,
    title: `${title} – Konsil`,
    styles: ["document.css"],
    scripts: ["/page/document-view.js"],
    body: html`<header class="bar"><a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28"><span>Konsil</span></a><a href="/">${words.home}</a></header>
<main class="sheet">
<div id="quotes" class="quotes"><p id="quotes-said" role="status"></p><div id="quotes-links" class="row"></div></div>
${article}
</main>`,
  });
}

function renderTree(node: TreeNode): Markup {
  if (typeof node === "string") return html`${node}`;
  const attributes = Object.entries(node.attributes).map(([name, value]) => html` ${raw(name)}="${value}"`);
  return html`<${raw(node.name)}${attributes}>${node.children.map(renderTree)}</${raw(node.name)}>`;
}
