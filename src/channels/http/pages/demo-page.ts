import { html } from "hono/html";
import type { Language } from "../../../contracts/document.js";
import { DEMO_TEXTS } from "./demo-texts.js";
import { type Markup, renderPage } from "./frame.js";

export interface DemoPage {
  readonly language: Language;
  /** Asking needs no key; else the page shows the chat once it has one. */
  readonly open: boolean;
  readonly version: string;
}

/** An intranet page with the chat in it. Nothing of the corpus is in its markup: the script asks for that. */
export function renderDemo({ language, open, version }: DemoPage): Markup {
  const words = DEMO_TEXTS[language];
  const switchTo = (other: Language, short: string, name: string) =>
    html`<a href="/?lang=${other}" lang="${other}" hreflang="${other}" aria-label="${short} – ${name}"${other === language ? html` aria-current="true"` : ""}>${short}</a>`;
  return renderPage({
    language,
    title: words.title,
    styles: ["demo.css"],
    scripts: ["/widget.js", "/page/demo.js"],
    body: html`<a class="skip" href="#content">${words.skip}</a>
<header class="bar">
<a class="brand" href="/?lang=${language}">${LOGO}<span>Intranet</span></a>
<nav class="sections" aria-label="${words.sections}">
<a href="/?lang=${language}" aria-current="page">${words.start}</a>
<a href="#documents">${words.documents}</a>
<a href="/docs/embedding?lang=${language}">${words.embedding}</a>
</nav>
<div class="tools">
<div class="languages" role="group" aria-label="${words.languages}">${switchTo("de", "DE", "Deutsch")}${switchTo("en", "EN", "English")}</div>
<button type="button" id="theme" class="icon" aria-pressed="false" aria-label="${words.dark}" title="${words.dark}" hidden>${MOON}</button>
</div>
</header>
<main id="content" class="desk" tabindex="-1">
<section class="welcome">
<p class="eyebrow">${words.eyebrow}</p>
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
<noscript><p class="lead">${words.needsScript}</p></noscript>
</section>
<section id="assistant" class="assistant" aria-label="${words.assistant}" data-open="${String(open)}">
${
  open
    ? html`<konsil-chat mode="inline" lang="${language}"></konsil-chat>`
    : html`<form id="key-form" class="key-form" hidden>
<h2>${words.assistant}</h2>
<label for="key">${words.keyLabel}</label>
<div class="row"><input id="key" type="password" autocomplete="off" required aria-describedby="key-hint key-wrong"><button type="submit" class="primary">${words.keySend}</button></div>
<p id="key-wrong" class="wrong" role="alert"></p>
<p id="key-hint" class="soft">${words.keyHint}</p>
</form>`
}
</section>
<section id="documents" class="news" aria-labelledby="news-heading">
<div class="section-head"><h2 id="news-heading">${words.news}</h2><p id="count" class="soft"></p></div>
<ol id="list" class="cards"></ol>
<p id="list-message" class="soft" role="status"></p>
<button type="button" id="more" hidden></button>
</section>
<section class="embed" aria-labelledby="embed-heading">
<h2 id="embed-heading">${words.embedHeading}</h2>
<p class="soft">${words.embedLead}</p>
<pre tabindex="0"><code id="tag"></code></pre>
<p><a href="/docs/embedding?lang=${language}">${words.embedLink}</a></p>
</section>
</main>
<footer class="foot"><span>Konsil ${version}</span><a href="/docs/embedding?lang=${language}">${words.embedding}</a><a href="/docs">${words.api}</a></footer>`,
  });
}

const LOGO = html`<svg aria-hidden="true" viewBox="0 0 24 24" width="24" height="24"><rect x="2" y="2" width="9" height="9" rx="2.5"/><rect x="13" y="2" width="9" height="9" rx="4.5"/><rect x="2" y="13" width="9" height="9" rx="4.5"/><rect x="13" y="13" width="9" height="9" rx="2.5"/></svg>`;

const MOON = html`<svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20"><path d="M20 14.6A8.2 8.2 0 0 1 9.4 4a8.2 8.2 0 1 0 10.6 10.6z"/></svg>`;
