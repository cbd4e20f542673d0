import { serveAsset } from "../assets.js";
import type { HttpApp } from "../openapi.js";
import { ANSWER } from "./answer.js";
import { ICON, MARKUP } from "./markup.js";
import { SCRIPT } from "./script.js";
import { STREAM } from "./stream.js";
import { STYLES } from "./styles.js";
import { TEXTS } from "./texts.js";

/** Nothing but our own files, and no way to turn text into script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const FILES: readonly (readonly [path: string, contentType: string, text: string])[] = [
  ["/", "text/html; charset=utf-8", MARKUP],
  ["/page/page.css", "text/css; charset=utf-8", STYLES],
  ["/page/page.js", "text/javascript; charset=utf-8", SCRIPT],
  ["/page/answer.js", "text/javascript; charset=utf-8", ANSWER],
  ["/page/stream.js", "text/javascript; charset=utf-8", STREAM],
  ["/page/texts.js", "text/javascript; charset=utf-8", TEXTS],
  ["/favicon.svg", "image/svg+xml", ICON],
];

/** `GET /`: a page to ask on, in German and English. Its files stand in the code, as a build copies nothing else. */
export function addAskPage(app: HttpApp): void {
  for (const [path, contentType, text] of FILES) {
    app.get(path, serveAsset({ contentType, load: async () => text, policy: POLICY }));
  }
}
