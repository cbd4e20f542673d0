import { splitSentences } from "../../language/sentences.js";
import type { WrittenSentence } from "../written.js";

/** What a model writes in place of an answer that the sources do not hold. */
const NO_ANSWER = /^\W*NO[_ ]ANSWER\b/i;

/** Marks as models write them: "[1]", "[1, 2]", "[1][2]", "[source 1]", "(Quelle 1)", "【1】". */
const MARKS =
  /[ \t]*(?:[[【(]\s*(?:source|quelle|sources|quellen|nr\.?|no\.?)?\s*(\d{1,3}(?:\s*[,;&-]\s*\d{1,3})*)\s*(?:†[^\]】]*)?[\]】)])/giu;
const MARKS_BEHIND_END = new RegExp(`([.!?…]["'”“»«’)]*)((?:${MARKS.source})+)`, "giu");
/** Round brackets hold a year or an amount as often: only with the word they are a marker. */
const IS_MARK = /[[【]|source|quelle/i;

/** A thought that some models write before their reply. */
const THOUGHT = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi;
const LIST_ITEM = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/;

/** What some models put before their answer. */
const LABEL = /^\s*(?:answer|antwort)\s*:\s*/i;
const END_MARK = /[.!?…\n]/;

/** What is longer than this without an end is no sentence. */
const LONGEST = 1_500;
/** After a quotation, an attribution may follow that belongs to it: so much has to be seen, in UTF-16 code units. */
const ATTRIBUTION = 60;

export interface ReplyReader {
  /** The sentences that are complete now: what follows them has begun. */
  push(piece: string): WrittenSentence[];
  /** The rest, when nothing more comes; a rest without an end mark is broken off, and left out when `isBroken`. */
  end(options?: { readonly isBroken?: boolean }): WrittenSentence[];
  /** The model has said that the sources do not answer. */
  readonly declined: boolean;
}

/**
 * Reads a reply as it comes, sentence by sentence, the same ones however it is cut into pieces. Mark-up and thoughts are
 * left out, and markers behind a full stop belong to the sentence before it.
 */
export function createReplyReader(): ReplyReader {
  let text = "";
  let told = 0;
  let declined = false;
  let mayEnd = false;

  function read(isEnd: boolean, isBroken: boolean): WrittenSentence[] {
    const plain = text.replace(THOUGHT, "").replace(LABEL, "");
    declined ||= NO_ANSWER.test(plain);
    if (declined) return [];
    const sentences = isEnd ? sentencesOf(plain) : settledOf(plain);
    const last = sentences.at(-1);
    const isCut = isBroken && last !== undefined && !/[.!?…]["'”“»«’)]*$/u.test(last.text);
    const fresh = sentences.slice(told, isCut ? -1 : undefined);
    told = Math.max(told, sentences.length);
    return fresh;
  }

  return {
    push(piece) {
      text += piece;
      mayEnd ||= END_MARK.test(piece);
      if (!mayEnd || !/\s/.test(piece)) return [];
      const fresh = read(false, false);
      if (fresh.length > 0) mayEnd = END_MARK.test(text.slice(-ATTRIBUTION));
      return fresh;
    },
    end: ({ isBroken = false } = {}) => read(true, isBroken),
    get declined() {
      return declined;
    },
  };
}

/** Those that nothing that still comes can change: the one after them has begun. */
function settledOf(reply: string): WrittenSentence[] {
  const settled = reply.slice(0, settledUntil(reply));
  const sentences = sentencesOf(settled);
  const isLine = /\n\s*$/.test(settled);
  const before = sentences.at(-2);
  const rest = sentences.at(-1)?.text.length ?? 0;
  const isOpen = before !== undefined && /["'”“»«’]\W*$/u.test(before.text) && rest < ATTRIBUTION;
  return sentences.slice(0, isLine ? undefined : isOpen ? -2 : -1);
}

function sentencesOf(reply: string): WrittenSentence[] {
  const marked = reply.replace(MARKS_BEHIND_END, (whole, end: string, marks: string) =>
    IS_MARK.test(marks) ? `${marks}${end}` : whole,
  );
  return marked
    .split("\n")
    .flatMap(sentencesOfLine)
    .filter(({ text }) => text !== "");
}

/**
 * Up to the last white space: a word, a marker or a date that is still being written would be read in another way. An open
 * bracket is waited for, and so is one right behind a sentence.
 */
function settledUntil(text: string): number {
  const space = text.search(/\s\S*$/);
  const until = space < 0 ? 0 : space + 1;
  const open = /[[【(<][^\]】)>\n]{0,30}$/.exec(text.slice(0, until));
  return open === null ? until : open.index;
}

function sentencesOfLine(line: string): WrittenSentence[] {
  const isItem = LIST_ITEM.test(line);
  const text = line
    .replace(LIST_ITEM, "")
    .replace(/^\s*(?:#{1,6}\s+|>\s*|```.*$)/, "")
    .replace(/\*\*|__|`/g, "");
  return splitSentences(text).map(({ start, end }, at) => {
    const layout = at > 0 ? "run" : isItem ? "item" : "line";
    return { ...withoutMarks(text.slice(start, end).slice(0, LONGEST)), layout };
  });
}

function withoutMarks(sentence: string): Pick<WrittenSentence, "text" | "markers"> {
  const markers: number[] = [];
  const text = sentence.replace(MARKS, (mark, numbers: string) => {
    if (!IS_MARK.test(mark)) return mark;
    for (const number of numbers.split(/\D+/)) if (number !== "") markers.push(Number(number));
    return "";
  });
  return { text: text.replace(/\s+([.,;:!?])/g, "$1").trim(), markers: [...new Set(markers)] };
}
