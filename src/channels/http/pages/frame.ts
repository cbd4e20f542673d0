import { html } from "hono/html";
import type { Language } from "../../../contracts/document.js";

/** Markup in which everything that came from elsewhere is escaped. */
export type Markup = ReturnType<typeof html>;

export interface PageFrame {
  readonly language: Language;
  readonly title: string;
  /** Names of style sheets below `/page/`, beside the common one. */
  readonly styles: readonly string[];
  /** Addresses of scripts, in the order in which they run. */
  readonly scripts: readonly string[];
  readonly body: Markup;
}

/** A whole page of ours. */
export function renderPage({ language, title, styles, scripts, body }: PageFrame): Markup {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${["base.css", ...styles].map((name) => html`<link rel="stylesheet" href="/page/${name}">\n`)}
${scripts.map((address) => html`<script defer src="${address}"></script>\n`)}
</head>
<body>
${body}
</body>
</html>
`;
}
