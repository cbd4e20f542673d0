import { createHash } from "node:crypto";
import type { Report, TimingsReport } from "../report-schema.js";
import { CASES } from "./html/cases.js";
import { CHARTS } from "./html/charts.js";
import { PEERS } from "./html/peers.js";
import { RELIABILITY } from "./html/reliability.js";
import { SCRIPT } from "./html/script.js";
import { STYLES } from "./html/styles.js";
import { TEXTS } from "./html/texts.js";

const PROGRAM = `${TEXTS}${CHARTS}${PEERS}${RELIABILITY}${CASES}${SCRIPT}`;

/** Nothing but the style and the script below, nothing from anywhere else, and no way to turn text into markup. */
const POLICY = [
  "default-src 'none'",
  `script-src '${hashOf(PROGRAM)}'`,
  `style-src '${hashOf(STYLES)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/**
 * The report as one page in German and English that opens from disk, without network: gates, charts, and every failed
 * case to search. The same report and the same timings make the same bytes; without timings the page has no latency.
 */
export function reportPage(report: Report, timings: TimingsReport | null): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation</title>
<style>${STYLES}</style>
</head>
<body>
<header id="top"></header>
<main id="report"><noscript><p>This page needs JavaScript. The same is to be read in report.md.</p></noscript></main>
<script type="application/json" id="data">${embeddedJson(shown(report, timings))}</script>
<script type="module">${PROGRAM}</script>
</body>
</html>
`;
}

/** Of the cases, only those that failed: the others would be most of the page, and are in `report.json`. */
function shown({ subject, selection, metrics, sets, gates }: Report, timings: TimingsReport | null) {
  return {
    subject,
    selection,
    metrics,
    gates,
    sets: sets.map(({ over, groups, sinceBaseline, peers, reliability, results }) => ({
      over,
      groups,
      sinceBaseline,
      peers,
      reliability,
      failed: results.filter(({ right }) => !right),
    })),
    timings,
  };
}

/** JSON that no text inside can end: without `<` there is neither an end tag nor a comment. */
function embeddedJson(data: unknown): string {
  return JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
