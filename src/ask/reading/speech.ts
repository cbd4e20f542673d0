import { SPEECH_VERBS } from "../../language/abbreviations.js";
import type { Finding, SentenceView } from "../steps.js";
import { passageOf } from "./neighbours.js";

/** How a sentence lies in direct speech that goes over several sentences. */
export interface Speech {
  /** Quotation marks that the sentence lacks, since the speech began before it or ends after it. */
  readonly open: string;
  readonly close: string;
  /** Who speaks, with title, and the sentence that says so, when this one does not; null when it does or nothing tells. */
  readonly speaker: { readonly name: string; readonly told: Finding } | null;
}

export const NO_SPEECH: Speech = { open: "", close: "", speaker: null };
const OPENING: Readonly<Record<string, string>> = { "„": "“", "“": "”", "»": "«", "«": "»" };
const MARK = /[„“”»«]/gu;

/** Reads the quotation marks of the passage from its beginning. */
export function speechOf(finding: Finding): Speech {
  const sentences = passageOf(finding);
  const states = openMarks(sentences.map(({ view }) => view.text));
  const before = states[finding.at] ?? null;
  const after = states[finding.at + 1] ?? null;
  const own = finding.view.text;
  const isWhole = before === null && after === null && isAllSpeech(own);
  if (before === null && after === null && !isWhole) return NO_SPEECH;
  const open = before ?? "";
  const close = after === null ? "" : (OPENING[after] ?? "");
  if (outsideOf(finding.view, before).length > 0) return { open, close, speaker: null };
  return { open, close, speaker: speakerOf(finding, sentences, states) };
}

/** Whether a sentence is nothing but what somebody says, as far as its quotation marks tell. */
function isAllSpeech(text: string): boolean {
  return /^[„“»«]/u.test(text) && /[“”»«][.!?]?$/u.test(text);
}

/** The quotation mark that is open before each sentence, and after the last one; null for none. */
function openMarks(texts: readonly string[], openBefore: string | null = null): (string | null)[] {
  let open = openBefore;
  const states = [open];
  for (const text of texts) {
    for (const [mark] of text.matchAll(MARK)) {
      const closes = open !== null && (mark === OPENING[open] || mark === "”");
      if (closes) open = null;
      else if (open === null && mark !== "”") open = mark;
    }
    states.push(open);
  }
  return states;
}

/** The persons that a sentence names outside of the speech. */
function outsideOf(view: SentenceView, openBefore: string | null) {
  return view.names.filter(({ kind, start }) => {
    return kind === "person" && openMarks([view.text.slice(0, start)], openBefore).at(-1) === null;
  });
}

/** The sentence that ends the speech, or the one right before it, where it names one person with a verb of saying. */
function speakerOf(finding: Finding, sentences: readonly Finding[], states: readonly (string | null)[]) {
  const ends = states.findIndex((state, at) => at > finding.at && state === null);
  const begins = states.findLastIndex((state, at) => at <= finding.at && state === null);
  for (const [at, openBefore] of [
    [ends - 1, states[ends - 1] ?? null],
    [begins - 1, null],
  ] as const) {
    const told = sentences[at];
    if (told === undefined || at === finding.at) continue;
    const persons = outsideOf(told.view, openBefore);
    const [person] = persons;
    if (persons.length > 1 || !saysSomething(told.view.text)) continue;
    const surname = BEHIND_SPEECH.exec(told.view.text)?.groups;
    const named =
      person === undefined ? surname?.name : [person.title, person.surface].filter((it) => it !== null).join(" ");
    if (named === undefined || (person === undefined && !SPEECH_VERBS.has(surname?.verb ?? ""))) continue;
    return { name: named, told };
  }
  return null;
}

/** "…“, sagte Vogt." */
const BEHIND_SPEECH = /[“”»«],?\s(?<verb>\p{Ll}+)\s(?<name>(?:(?:Prof|Dr)\.\s)*\p{Lu}[\p{L}-]+)(?=[.,;]|$)/u;

function saysSomething(text: string): boolean {
  return (text.match(/\p{L}+/gu) ?? []).some((word) => SPEECH_VERBS.has(word.toLowerCase()));
}
