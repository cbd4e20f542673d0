import {
  ATTRIBUTES,
  CUSTOM_PROPERTIES,
  EVENTS,
  METHODS,
  PARTS,
  PROPERTIES,
  type ReferenceEntry,
  SLOTS,
} from "../../widget/attributes.js";
import { troubleshooting } from "./embedding-troubles.js";
import { code, type GuidePart, type GuideSection, list, paragraph, table } from "./guide-model.js";

export interface EmbeddingFacts {
  /** `https://konsil.example.org` */
  readonly server: string;
  /** Of the widget. */
  readonly version: string;
  /** `sha384-…` of that version. */
  readonly integrity: string;
}

export const EMBEDDING_TITLE = "Konsil in your pages";

/** How to put the widget into a page, for the server that shows it. */
export function embeddingGuide(facts: EmbeddingFacts): GuideSection[] {
  const { server } = facts;
  return [
    {
      id: "tag",
      title: "The tag",
      parts: [
        GERMAN_SUMMARY,
        paragraph("Paste this where the floating button shall be known to the page; just before `</body>` is fine:"),
        code("html", tagOf(server)),
        paragraph("A chat in the flow of the page, where the element stands:"),
        code("html", tagOf(server, ' mode="inline" lang="en"')),
        paragraph("The script alone, with the same attributes under `data-`, makes the floating button too:"),
        code("html", `<script src="${server}/widget.js" data-konsil data-lang="en" defer></script>`),
      ],
    },
    { id: "origins", title: "Allowed origins", parts: originParts() },
    { id: "pinned", title: "A version that never changes", parts: pinnedParts(facts) },
    { id: "attributes", title: "Attributes", parts: [...attributeParts(server)] },
    {
      id: "properties",
      title: "Properties and methods",
      parts: [
        reference("property", PROPERTIES),
        reference("method", METHODS),
        paragraph("Pages with a sign-in of their own hand over bearer tokens themselves, in place of ours:"),
        code("js", 'document.querySelector("konsil-chat").authorize = async () => (await session()).accessToken;'),
      ],
    },
    {
      id: "events",
      title: "Events",
      parts: [
        reference("event", EVENTS),
        code("js", 'document.addEventListener("konsil-answer", ({ detail }) => count(detail.status));'),
      ],
    },
    {
      id: "look",
      title: "Look",
      parts: [
        code(
          "css",
          "konsil-chat {\n  --konsil-accent: #7a2e8e;\n}\nkonsil-chat::part(launcher) {\n  box-shadow: none;\n}",
        ),
        reference("custom property", CUSTOM_PROPERTIES),
        reference("part", PARTS),
        reference("slot", SLOTS),
      ],
    },
    { id: "policy", title: "Content Security Policy", parts: policyParts(server) },
    { id: "sign-in", title: "Your own sign-in", parts: signInParts() },
    { id: "stored", title: "What is stored", parts: storedParts() },
    { id: "troubleshooting", title: "Troubleshooting", parts: troubleshooting() },
  ];
}

const GERMAN_SUMMARY: GuidePart = {
  kind: "paragraph",
  lang: "de",
  text:
    "Kurz auf Deutsch: Den Tag unten in die Seite setzen, die Herkunft der Seite (`https://intranet.example.org`) auf dem " +
    "Server in `KONSIL_WIDGET_ORIGINS` eintragen, neu starten. In der Seite steht kein Schlüssel. Sprache, Farben und Texte " +
    "lassen sich durch Attribute und CSS anpassen; Cookies gibt es keine.",
};

function tagOf(server: string, attributes = ""): string {
  return `<script src="${server}/widget.js" defer></script>\n<konsil-chat${attributes}></konsil-chat>`;
}

function originParts(): GuidePart[] {
  return [
    paragraph("Name on the server the pages that may ask, by origin: scheme, host and port, without a path."),
    code("sh", "KONSIL_WIDGET_ORIGINS=https://intranet.example.org,https://wiki.example.org"),
    paragraph(
      "No key stands in a page. The widget asks `POST /widget/token` for a token, which the server gives to listed origins; " +
        "it is good for ten minutes and for asking and reading alone, from that origin. Where asking needs no key there is no " +
        "token either, and the list still decides which pages may ask.",
    ),
    paragraph(
      "An origin is what browsers swear to, so the list keeps other sites out. A program that is no browser can claim any " +
        "origin: who may reach the server at all is decided by your network, or by the sign-in below.",
    ),
  ];
}

function pinnedParts({ server, version, integrity }: EmbeddingFacts): GuidePart[] {
  return [
    paragraph(
      "`/widget.js` is always the current version; browsers ask each time whether it has changed. A pinned version never " +
        "changes, and the browser refuses it if a single byte is different:",
    ),
    code(
      "html",
      `<script src="${server}/widget@${version}.js"\n  integrity="${integrity}"\n  crossorigin="anonymous" defer></script>\n<konsil-chat></konsil-chat>`,
    ),
    paragraph(
      "The server keeps each version that was shown or fetched here, below `widget/` in its data folder, and serves it after " +
        "an upgrade as well.",
    ),
  ];
}

function attributeParts(server: string): GuidePart[] {
  return [
    reference("attribute", ATTRIBUTES),
    paragraph("Texts can be replaced in the page, too:"),
    code(
      "html",
      `<script src="${server}/widget.js" defer></script>\n<konsil-chat>\n  <script type="application/json">{ "greeting": "What would you like to know?" }</script>\n</konsil-chat>`,
    ),
  ];
}

function policyParts(server: string): GuidePart[] {
  return [
    paragraph("The strictest policy under which the widget runs; add its lines to yours:"),
    code(
      "text",
      [
        "Content-Security-Policy:",
        `  script-src 'self' ${server};`,
        "  style-src 'self';",
        `  connect-src ${server};`,
        "  require-trusted-types-for 'script'",
      ].join("\n"),
    ),
    list(
      "Styles are constructed by the script and need no `unsafe-inline`.",
      "Where the page lists its Trusted Types policies, add `lit-html`: `trusted-types lit-html`.",
      "Nothing is loaded from, or sent to, any other host: no fonts, no images, no frames.",
    ),
  ];
}

function signInParts(): GuidePart[] {
  return [
    paragraph(
      "Where an origin is not enough, let the proxy in front of Konsil say who is signed in. Konsil then gives tokens only to " +
        "requests that carry the header, and every page that has no token can neither ask nor read:",
    ),
    code(
      "sh",
      "KONSIL_API_KEYS=…\nKONSIL_WIDGET_ORIGINS=https://intranet.example.org\nKONSIL_WIDGET_SIGN_IN_HEADER=x-forwarded-user",
    ),
    paragraph(
      "The proxy has to drop that header from every request that comes from outside, or anybody could send it. With nginx and " +
        "a sign-in that answers `auth_request` (oauth2-proxy and the like):",
    ),
    code("nginx", NGINX),
    paragraph("The request for a token has to carry the cookie of that sign-in:"),
    code("html", '<konsil-chat credentials="include"></konsil-chat>'),
  ];
}

const NGINX = `# Only tokens are given by sign-in; everything else is guarded by them.
location = /widget/token {
    auth_request /sign-in;
    auth_request_set $user $upstream_http_x_auth_request_user;
    error_page 401 = @not-signed-in;           # Konsil refuses, in words that the widget can read
    proxy_set_header X-Forwarded-User $user;   # in place of whatever came from outside
    proxy_set_header Host $http_host;
    proxy_pass http://127.0.0.1:8787;
}
location @not-signed-in {
    proxy_set_header X-Forwarded-User "";      # an empty header is not passed on
    proxy_set_header Host $http_host;
    proxy_pass http://127.0.0.1:8787;
}
location / {
    proxy_set_header X-Forwarded-User "";
    proxy_set_header Host $http_host;
    proxy_buffering off;                       # answers come sentence by sentence
    proxy_pass http://127.0.0.1:8787;
}`;

function storedParts(): GuidePart[] {
  return [
    list(
      'In the browser: the conversation, in the `sessionStorage` of the tab, until the tab is closed; `storage="none"` keeps ' +
        "nothing. No cookies. A token lives in memory; the document view keeps one in `sessionStorage`, for its own tab.",
      "On the server: of a question nothing but a line in the log with method, path, status and duration. The last answers are " +
        "held in memory for a while, so that feedback finds them.",
      "Feedback is kept on the server with the question, the conversation before it, the answer and the comment, until the " +
        "operator deletes it; the buttons are pressed by the reader, or not.",
    ),
  ];
}

function reference(what: string, entries: readonly ReferenceEntry[]): GuidePart {
  const rows = entries.map(({ name, values, byDefault, does }) => [`\`${name}\``, values, byDefault, does]);
  const columns = [what, "values", "by default", "what it does"];
  // A column that says nothing anywhere is left out.
  const told = columns.map((_, index) => index === 0 || rows.some((row) => row[index] !== ""));
  const shown = (row: readonly string[]) => row.filter((_, index) => told[index]);
  return table(shown(columns), rows.map(shown));
}
