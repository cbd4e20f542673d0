/** Browser module `/page/answer.js`: shows answers. Text of documents enters the page as text alone. */
export const ANSWER = String.raw`import { call } from "./stream.js";

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

export function button(text, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** The place for one answer: shows its text while it comes, then all of it. */
export function createReply(words, language) {
  const said = element("p", { class: "said waiting" }, words.waiting);
  const root = element("div", { class: "reply" }, said);
  const markers = new Set();
  let text = "";

  const open = (marker) => {
    const source = root.querySelector('[data-marker="' + marker + '"]');
    if (!source) return;
    source.open = true;
    source.querySelector("summary").focus({ preventScroll: true });
    source.scrollIntoView({ block: "nearest", behavior: "smooth" });
  };
  const say = (whole) => {
    said.classList.remove("waiting");
    // A no-break space keeps a marker with the sentence that it belongs to.
    const parts = whole.replace(/ (?=\[\d+\])/g, "\u00a0").split(/\[(\d+)\]/).map((part, index) => {
      if (index % 2 === 0) return part;
      if (!markers.has(Number(part))) return "[" + part + "]";
      return button(part, () => open(part), { class: "marker", "aria-label": words.source(part) });
    });
    said.replaceChildren(...parts);
  };
  const badge = (message) => root.prepend(element("strong", { class: "badge" }, message));
  const list = (title, citations, numbered) =>
    root.append(
      element("section", { class: "sources" },
        element("h2", {}, title),
        ...citations.map((citation) => showSource(citation, words, language, numbered))),
    );

  return {
    root,
    hear(event) {
      if (event.type === "citation.added") markers.add(event.citation.marker);
      if (event.type === "text.delta") say((text += event.text));
    },
    finish(answer) {
      said.lang = answer.language;
      for (const citation of answer.citations) markers.add(citation.marker);
      say(answer.answer);
      if (answer.status === "abstained") {
        root.classList.add("abstained");
        badge(words.abstained);
      }
      if (answer.status === "partial") badge(words.partial);
      if (answer.readAs) said.before(element("p", { class: "as-of" }, words.readAs(answer.readAs)));
      if (answer.warnings.includes("documents_disagree")) said.after(element("p", { class: "as-of" }, words.disagree));
      if (answer.citations.length > 0) list(words.sources, answer.citations, true);
      const closest = answer.abstention ? answer.abstention.closest : [];
      if (closest.length > 0) list(words.closest, closest, false);
      if (answer.writer.kind === "llm") root.append(element("p", { class: "as-of" }, words.worded(answer.writer.model)));
      if (answer.asOf) root.append(element("p", { class: "as-of" }, words.asOf(showDate(answer.asOf, language))));
    },
    fail(message, requestId) {
      root.classList.add("failed");
      said.classList.remove("waiting");
      said.replaceChildren(message + (requestId ? words.number(requestId) : ""));
      badge(words.failed);
    },
    stop() {
      said.classList.remove("waiting");
      if (text === "") said.replaceChildren(words.stopped);
    },
  };
}

function showSource(citation, words, language, numbered) {
  const facts = [citation.title ? citation.publisher : null, citation.publishedAt && showDate(citation.publishedAt, language)];
  const summary = element("summary", {},
    ...(numbered ? [element("span", { class: "number" }, String(citation.marker))] : []),
    element("span", { class: "about", lang: citation.language ?? language },
      element("b", {}, citation.title ?? citation.publisher ?? words.untitled),
      element("small", {}, facts.filter(Boolean).join(" · "))));
  const quote = element("blockquote", citation.language ? { lang: citation.language } : {}, citation.quote);
  const links = element("div", { class: "links" }, readLink(citation, words));
  if (URL.canParse(citation.url) && /^https?:$/.test(new URL(citation.url).protocol)) {
    links.append(element("a", { href: citation.url, target: "_blank", rel: "noopener noreferrer" }, words.original));
  }
  const source = element("details", { class: "source" }, summary, quote, links);
  if (numbered) source.dataset.marker = citation.marker;
  return source;
}

function showDate(date, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
}

/** A real link to the text; a plain click shows the quotation where it stands, which works with a key, too. */
function readLink(citation, words) {
  const href = "/v1/documents/" + encodeURIComponent(citation.documentId) + "/text";
  const link = element("a", { href }, words.read);
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const title = document.getElementById("reader-title");
    const page = document.getElementById("reader-text");
    title.textContent = citation.title ?? citation.documentId;
    page.replaceChildren(words.waiting);
    document.getElementById("reader").showModal();
    try {
      const text = await (await call(href)).text();
      const quoted = element("mark", {}, text.slice(citation.start, citation.end));
      page.replaceChildren(text.slice(0, citation.start), quoted, text.slice(citation.end));
      page.focus();
      quoted.scrollIntoView({ block: "center" });
    } catch {
      page.replaceChildren(words.problems.other);
    }
  });
  return link;
}
`;
