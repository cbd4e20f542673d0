import type { Language } from "../../contracts/document.js";
import { fold } from "../../language/fold.js";
import { isStopWord } from "../../language/stop-words.js";
import type { Block, ParsedDocument } from "../document-structure.js";

/** What can be told from a block by itself, and how much of it the text above has already spoken of. */
export interface Signals {
  readonly block: Block;
  readonly text: string;
  readonly words: number;
  /** A paragraph of whole sentences. */
  readonly isProse: boolean;
  /** Distinct services of a site that it offers: newsletter, login, sharing … */
  readonly services: number;
  /** Speaks to the reader: "Sie", "you". */
  readonly addressesReader: boolean;
  /** Stands above links to other texts or above readers' comments: "More on this topic". */
  readonly label: "others" | "comments" | null;
  /** Share of its distinct content words that occur in the text above, 0 to 1. */
  readonly similarity: number;
  /** How many of its distinct content words the title and the first paragraphs hold. */
  readonly core: number;
}

/** Prose, after jusText (Pomikálek 2011): long enough, and with a share of function words that no link list has. */
const PROSE = { words: 8, functionWords: 0.2 };
/** Paragraphs that make up the core of an article, with its title. */
const CORE_PARAGRAPHS = 2;
/** A label is short. */
const LABEL_WORDS = 7;
/** Characters of a word that are compared: enough to tell words apart, and few enough to pass over endings. */
const STEM = 7;

/** One entry for each kind of service; German and English, the vocabulary of sites in general. */
const SERVICES: readonly RegExp[] = [
  /newsletter|\bnews alerts?\b|push-?nachricht/i,
  /\blog-?ins?\b|\blogged in\b|\beinloggen\b|\b(?:log|sign) (?:in|up)\b|\bregistrier(?:en|ung)\b|\bregister now\b|\bpasswor[dt]/i,
  /\babonn(?:ieren|iert|ement)|\bsubscri(?:be|ption)|\bprobeabo\b|\bfree trial\b|\bpaywall\b/i,
  /\bcookies?\b|\btracking\b|\bad-?blocker\b|\bjavascript\b/i,
  /\b(?:teilen|share|tweet|drucken|print)\b.{0,20}(?:artikel|seite|article|page|story|facebook|linkedin|whatsapp|twitter|mail)|^(?:artikel |seite |article |page )?(?:teilen|share|drucken|print|vorlesen|merken|tweet)\b.{0,30}$/i,
  /\b(?:werbung|anzeige|advertisement|sponsored)\b/i,
  /\bkommentar (?:schreiben|verfassen)|\b(?:leave|post|write) a (?:comment|reply)\b|\bdiskutieren sie\b|\bjoin the (?:conversation|discussion)\b/i,
  /\b(?:jetzt|kostenlos) (?:bestellen|anmelden|testen|lesen|herunterladen)\b|\b(?:bestellen|abonnieren) ?[»›>]|\bkostenloses?\b|\bfor free\b|\bdownload (?:the|our) app\b/i,
  /\b(?:folgen sie|follow us|besuchen sie uns|find us)\b/i,
];

const COMMENTS = /^(?:\d+ )?(?:leser-?|user-?)?(?:kommentare|comments)(?: ?\(?\d+\)?)?:?$|^leave a (?:comment|reply)$/i;
const OTHERS: readonly RegExp[] = [
  /^(?:mehr|weitere|weiteres|ähnliche|verwandte|aktuelle|neueste|more|further|related|similar|latest|recent|other|top)\b.{0,20}(?:thema|themen|artikel|beiträge|meldungen|nachrichten|news|stor(?:y|ies)|articles?|topics?|posts?|headlines?|coverage|reading|content)\b/i,
  /^top-?(?:meldungen|themen|news|stories)/i,
  /\b(?:auch|ebenfalls|noch) interess(?:ieren|ant)|\b(?:might|may) (?:also )?(?:like|interest|be interested)|\brecommended (?:for|reading)\b|\bempfehlungen der redaktion\b/i,
  /^(?:lesen sie|lesetipps?|leseempfehlung|meistgelesen|meist gelesen|beliebt|das k(?:ö|oe)nnte|read (?:more|next|also|on)|see also|most (?:read|popular|viewed)|editor.?s.? picks?|trending|you may|don.t miss|up next|in this section|passend dazu|zum weiterlesen|mehr (?:dazu|lesen|zum thema|aus|von)|more (?:on|from|like|in))\b/i,
];

const GERMAN_ADDRESS = /(?<=[\p{L},]\s)(?:Sie|Ihnen|Ihre[mnrs]?|Ihr)\b/u;
const ENGLISH_ADDRESS = /\b(?:you|your|yours)\b/i;

/** Signals of every block of a document, in its order. */
export function signalsOf({ text, blocks }: ParsedDocument, language: Language | null): Signals[] {
  const above = new Set<string>();
  const title = blocks.find((block) => block.kind === "title");
  const matter = title ? text.slice(title.start, title.end) : "";
  // What the document is about is no offer: an announcement of a login for patients speaks of logins.
  const services = SERVICES.filter((service) => !service.test(matter));
  const core = coreOf(text, blocks);
  return blocks.map((block) => {
    const content = text.slice(block.start, block.end);
    const words = content.match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];
    const stems = contentWords(content);
    const known = [...stems].filter((stem) => above.has(stem)).length;
    for (const stem of stems) above.add(stem);
    const functionWords = words.filter((word) => isStopWord(fold(word), language)).length;
    return {
      block,
      text: content,
      words: words.length,
      isProse:
        block.kind === "paragraph" &&
        words.length >= PROSE.words &&
        functionWords >= words.length * PROSE.functionWords &&
        /[.!?…:]["“”’»)\]]*(?:\s*\([^()]{1,20}\))?$|[.!?]\s/u.test(content),
      services: services.filter((service) => service.test(content)).length,
      addressesReader:
        language === "en"
          ? ENGLISH_ADDRESS.test(content)
          : GERMAN_ADDRESS.test(content) || ENGLISH_ADDRESS.test(content),
      label: labelOf(content, words.length),
      similarity: stems.size === 0 ? 0 : known / stems.size,
      core: [...stems].filter((stem) => core.has(stem)).length,
    };
  });
}

function coreOf(text: string, blocks: readonly Block[]): ReadonlySet<string> {
  const title = blocks.findIndex((block) => block.kind === "title");
  const first = blocks.slice(title + 1).filter((block) => block.kind === "paragraph");
  const core = [...blocks.slice(title, title + 1), ...first.slice(0, CORE_PARAGRAPHS)];
  return contentWords(core.map((block) => text.slice(block.start, block.end)).join(" "));
}

/** Distinct content words, folded and cut to stems of a kind. */
export function contentWords(text: string): Set<string> {
  const words = (text.match(/\p{L}[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => fold(word));
  return new Set(words.filter((word) => !isStopWord(word, null)).map((word) => word.slice(0, STEM)));
}

function labelOf(text: string, words: number): Signals["label"] {
  if (words > LABEL_WORDS || /[.]$/.test(text)) return null;
  if (COMMENTS.test(text)) return "comments";
  return OTHERS.some((label) => label.test(text)) ? "others" : null;
}
