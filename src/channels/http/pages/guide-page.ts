import { html } from "hono/html";
import { type Markup, renderPage } from "./frame.js";
import type { GuidePart, GuideSection } from "./guide-model.js";

/** The guide as a page, with its contents beside it. */
export function guidePage(title: string, sections: readonly GuideSection[]): Markup {
  return renderPage({
    language: "en",
    title: `${title} – Konsil`,
    styles: ["guide.css"],
    scripts: [],
    body: html`<header class="bar"><a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28"><span>Konsil</span></a><a href="/">Demo</a><a href="/docs">API</a></header>
<div class="guide">
<nav aria-label="Contents"><ul>${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main>
<h1>${title}</h1>
${sections.map(
  ({ id, title: name, parts }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
${parts.map(renderPart)}</section>`,
)}
</main>
</div>`,
  });
}

function renderPart(part: GuidePart): Markup {
  switch (part.kind) {
    case "paragraph":
      return part.lang === undefined
        ? html`<p>${inline(part.text)}</p>\n`
        : html`<p lang="${part.lang}">${inline(part.text)}</p>\n`;
    case "code":
      // Can be scrolled with the keyboard where a line is long.
      return html`<pre tabindex="0"><code>${part.code}</code></pre>\n`;
    case "list":
      return html`<ul>${part.items.map((item) => html`<li>${inline(item)}</li>`)}</ul>\n`;
    case "table":
      return html`<div class="table" tabindex="0" role="region" aria-label="${part.head.join(", ")}"><table>
<thead><tr>${part.head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${part.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody>
</table></div>\n`;
  }
}

/** Text with its `code`. */
function inline(text: string): Markup[] {
  return text.split("`").map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}
