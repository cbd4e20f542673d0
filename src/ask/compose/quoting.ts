import type { Language } from "../../contracts/document.js";
import type { DraftSentence, Part } from "../draft.js";
import { asOfOpening, introduction, quotationMarks, speechIntroduction } from "../phrases-framing.js";
import { isSameSentence } from "../reading/neighbours.js";
import { NO_SPEECH, type Speech, speechOf } from "../reading/speech.js";
import type { Finding } from "../steps.js";
import { frame, quotationOf } from "./parts.js";

export interface QuotingOptions {
  /** Of the answer. */
  readonly language: Language;
  /** Says of which date the documents are. */
  readonly dated?: boolean;
  /** Says of which document every quotation is, also in the asker's language. */
  readonly named?: boolean;
  /** Stands in front of the first quotation. */
  readonly opening?: string;
  /** Of the first quotation; the others begin a line, or go on in it. */
  readonly layout?: DraftSentence["layout"];
}

/**
 * Sentences as an answer shows them, one a line, each of them once. One in another language than the answer is introduced
 * in the answer's, the next one of the same document goes on in its line; one from the middle of a speech gets its
 * speaker and its quotation marks.
 */
export function quoteAll(findings: readonly Finding[], options: QuotingOptions): DraftSentence[] {
  const once = findings.filter((it, at) => findings.findIndex((other) => isSameSentence(it, other)) === at);
  const shown = withSpeech(once);
  return shown.map((it, at) => {
    const before = shown[at - 1];
    if (before === undefined) return quoteOne(it, options, false);
    const goesOn = before.finding.candidate.document.id === it.finding.candidate.document.id;
    return quoteOne(it, { ...options, opening: "", layout: it.joined ? "run" : "line" }, goesOn);
  });
}

interface Shown {
  readonly finding: Finding;
  readonly speech: Speech;
  /** Goes on in the speech of the sentence before it, which is shown, too. */
  readonly joined: boolean;
}

/** Sentences that follow each other in one speech share its marks and its speaker. */
function withSpeech(findings: readonly Finding[]): Shown[] {
  const speeches = findings.map(speechOf);
  const joins = findings.map((it, at) => {
    const before = findings[at - 1];
    const isNext = before?.candidate.passage.id === it.candidate.passage.id && before.at + 1 === it.at;
    return isNext && speeches[at - 1]?.close !== "" && speeches[at]?.open !== "";
  });
  return findings.map((finding, at) => {
    const { open, close, speaker } = speeches[at] ?? NO_SPEECH;
    const next = joins[at + 1] === true;
    const isTold = next && speeches[at + 1]?.speaker === null;
    const joined = joins[at] === true;
    const speech: Speech = {
      open: joined ? "" : open,
      close: next ? "" : close,
      speaker: joined || isTold ? null : speaker,
    };
    return { finding, speech, joined };
  });
}

/** A sentence that states the date of its document need not be dated again. */
function isDated({ view, candidate: { document } }: Finding): boolean {
  return view.quantities.some(({ normal }) => normal === document.publishedAt);
}

/** `goesOn`: the sentence before it is of the same document, and has introduced it. */
function quoteOne({ finding, speech, joined }: Shown, options: QuotingOptions, goesOn: boolean): DraftSentence {
  const { language, opening = "", layout = "line" } = options;
  const isForeign = foreign(finding, language);
  const isIntroduced = isForeign || options.named === true;
  const dated = options.dated === true && !isDated(finding);
  const introduced = goesOn ? "" : introduce(finding, speech, { ...options, dated });
  const named = introduced !== "" && isIntroduced ? "" : speakerOpening(speech);
  const [open, close] = marksAround(finding, speech, isIntroduced && !joined);
  const parts: Part[] = [
    frame(`${opening}${introduced}${named}${open}`),
    { says: "quote", text: finding.view.text },
    frame(close),
  ];
  const told = speech.speaker === null ? [] : [quotationOf(speech.speaker.told)];
  return {
    parts: parts.filter(({ text }) => text !== ""),
    quotations: [quotationOf(finding), ...told],
    layout: isForeign && goesOn ? "run" : layout,
  };
}

function foreign({ candidate: { document } }: Finding, language: Language): boolean {
  return document.language !== null && document.language !== language;
}

function introduce(
  finding: Finding,
  { speaker }: Speech,
  { language, dated = false, named = false }: QuotingOptions,
): string {
  const { document } = finding.candidate;
  if (!named && !foreign(finding, language)) return dated ? asOfOpening(document, language) : "";
  if (speaker === null) return introduction(document, language, { dated });
  return speechIntroduction(document, speaker.name, language, { dated });
}

function speakerOpening({ speaker }: Speech): string {
  return speaker === null ? "" : `${speaker.name}: `;
}

/** The marks that a speech lacks; around an introduced sentence a pair of its own, if it does not begin with one. */
function marksAround({ view, candidate }: Finding, { open, close }: Speech, isIntroduced: boolean): [string, string] {
  if (!isIntroduced || open !== "" || /^[„“"»«]/u.test(view.text)) return [open, close];
  const [left, right] = quotationMarks(candidate.document.language ?? "en");
  return [left, `${close}${right}`];
}
