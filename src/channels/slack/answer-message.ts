import type { Answer, Citation } from "../../contracts/answer.js";
import type { Language } from "../../contracts/document.js";
import { type Block, button, context, LIMITS, section, sections } from "./blocks.js";
import { escapeText, linkTo, shortened } from "./escape.js";
import { TEXTS } from "./texts.js";

/** A message as Slack takes it: `text` is what notifications and screen readers get. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: Block[];
}

export const ACTIONS = {
  quotations: "konsil_quotations",
  helpful: "konsil_helpful",
  wrong: "konsil_wrong",
  incomplete: "konsil_incomplete",
  share: "konsil_share",
} as const;

/** With more sources than this, the rest is counted: nobody reads them, and a message has 50 blocks. */
const MOST_SOURCES = 12;
/** Of the answer's own text; no answer is near it. */
const MOST_SECTIONS = 20;
const MOST_CLOSEST = 5;
/** UTF-16 units of a closest passage, escaped. */
const CLOSEST_QUOTE = 600;
/** Of an answer in its short form: so many UTF-16 units of its text, and lines for sources or closest passages. */
const SHORT = { text: 2000, lines: 2 };

interface MessageOptions {
  /** For an answer that its asker alone sees, and can show to the others: in this thread, or none. */
  readonly share?: { readonly threadTs: string | null };
  /** Mrkdwn above the answer, for one that is shared. */
  readonly heading?: string;
  /** For an answer that was too long for Slack: its beginning, and the first sources. */
  readonly short?: boolean;
}

/** The whole answer: text with markers, sources or closest passages, further questions, buttons. */
export function answerMessage(answer: Answer, options: MessageOptions = {}): SlackMessage {
  const { heading, short = false } = options;
  const escaped = short ? shortened(answer.answer, SHORT.text) : escapeText(answer.answer);
  return {
    text: shortened(answer.answer, short ? SHORT.text : LIMITS.fallback),
    blocks: [
      ...(heading === undefined ? [] : [context(heading)]),
      ...sections(escaped).slice(0, MOST_SECTIONS),
      ...belowAnswer(answer, options),
    ],
  };
}

/** What stands below the text of an answer, which may have been streamed. */
export function belowAnswer(answer: Answer, { share, short = false }: MessageOptions = {}): Block[] {
  const { language, citations, abstention } = answer;
  const texts = TEXTS[language];
  const closest = abstention?.closest.slice(0, short ? SHORT.lines : MOST_CLOSEST) ?? [];
  return [
    ...(answer.readAs === undefined ? [] : [context(shortened(texts.readAs(answer.readAs), LIMITS.section))]),
    ...(answer.warnings.includes("documents_disagree") ? [context(`⚠️ ${texts.disagree}`)] : []),
    ...sourceBlocks(citations, language, short ? SHORT.lines : MOST_SOURCES),
    ...(closest.length === 0 ? [] : [section(`*${texts.closest}*`)]),
    ...closest.map((citation) => section(closestText(citation, language))),
    ...furtherBlocks(answer),
    buttons(answer, share),
  ];
}

/** The part of an answer that is there, while the rest is being made. */
export function partialMessage(text: string): SlackMessage {
  const escaped = `${shortened(text.trimEnd(), LIMITS.fallback)} …`;
  return { text: escaped, blocks: sections(escaped).slice(0, MOST_SECTIONS) };
}

/** A sentence of ours in place of an answer. */
export function noteMessage(text: string): SlackMessage {
  return { text, blocks: [section(escapeText(text))] };
}

/** `*[1] [3]* Publisher · Title · date`, a line for each document. */
function sourceBlocks(citations: readonly Citation[], language: Language, most: number): Block[] {
  if (citations.length === 0) return [];
  const markers = new Map<string, string>();
  for (const { documentId, marker } of citations) {
    markers.set(documentId, `${markers.get(documentId) ?? ""} [${marker}]`.trimStart());
  }
  const lines = [...markers].flatMap(([id, marks]) => {
    const first = citations.find(({ documentId }) => documentId === id);
    return first === undefined ? [] : [`*${marks}* ${sourceLine(first, language)}`];
  });
  const shown = lines.slice(0, most).map(context);
  const hidden = lines.length - shown.length;
  const more = hidden === 0 ? [] : [context(TEXTS[language].moreSources(hidden))];
  return [context(`*${TEXTS[language].sources}*`), ...shown, ...more];
}

/** Publisher, title (linked where there is a web address) and date, as far as they are known; 1,600 units at most. */
export function sourceLine({ publisher, title, publishedAt, url }: Citation, language: Language): string {
  const linked = linkTo(url, shortened(oneLine(title ?? "") || TEXTS[language].untitled, 300));
  const by = oneLine(publisher ?? "") === "" ? [] : [shortened(oneLine(publisher ?? ""), 200)];
  const on = publishedAt === null ? [] : [dateText(publishedAt, language)];
  return [...by, linked, ...on].join(" · ");
}

function closestText(citation: Citation, language: Language): string {
  const quote = shortened(oneLine(citation.quote), CLOSEST_QUOTE);
  return `> ${quote}\n${sourceLine(citation, language)}`;
}

function furtherBlocks({ followUps, language }: Answer): Block[] {
  if (followUps.length === 0) return [];
  const lines = followUps.map((question) => `• ${shortened(oneLine(question), 300)}`);
  return [context([`*${TEXTS[language].further}*`, ...lines].join("\n"))];
}

function buttons({ id, citations, language }: Answer, share: MessageOptions["share"]): Block {
  const texts = TEXTS[language];
  const quotations = citations.length === 0 ? [] : [button(ACTIONS.quotations, texts.quotations(citations.length), id)];
  return {
    type: "actions",
    elements: [
      ...quotations,
      button(ACTIONS.helpful, texts.verdicts.helpful, id),
      button(ACTIONS.wrong, texts.verdicts.wrong, id),
      button(ACTIONS.incomplete, texts.verdicts.incomplete, id),
      ...(share === undefined ? [] : [button(ACTIONS.share, texts.share, shareValue(id, share), "primary")]),
    ],
  };
}

/** What the button to share carries: the answer, and the thread to share it in. */
function shareValue(answerId: string, { threadTs }: { readonly threadTs: string | null }): string {
  return threadTs === null ? answerId : `${answerId} ${threadTs}`;
}

/** The other way round. */
export function sharedWith(value: string): { readonly answerId: string; readonly threadTs: string | null } {
  const [answerId = "", threadTs = null] = value.split(" ");
  return { answerId, threadTs };
}

function dateText(isoDate: string, language: Language): string {
  const locale = language === "de" ? "de-DE" : "en-GB";
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(isoDate));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
