import type { Citation } from "../contracts/answer.js";
import { fold } from "../language/fold.js";
import { findNames } from "../language/names.js";
import { covers, findQuantities, type Quantity } from "../language/quantities.js";
import type { Draft, DraftSentence, Grounded, GroundedSentence, Part, Quotation } from "./draft.js";

/**
 * Lets a sentence stand only when every quotation is verbatim and everything else that it says is vouched for, as `Part`
 * tells. Markers are numbered in the order of the text; one place of a document has one marker. A draft that quotes
 * nothing any more says nothing.
 */
export function ground(draft: Draft, question: string): Grounded {
  const supported = draft.sentences.filter((sentence) => isSupported(sentence, question));
  const kept = supported.some(({ quotations }) => quotations.length > 0) ? supported : [];
  const { cite, citations } = createCiting();
  const sentences = kept.map(cite);
  const { status, warnings } = draft;
  return { sentences, citations, status, warnings, dropped: draft.sentences.length - sentences.length };
}

/** Numbers the citations of sentences that are supported, one sentence after the other. */
export function createCiting() {
  const citations: Citation[] = [];
  return {
    /** Those of all sentences so far, by their markers. */
    citations: citations as readonly Citation[],
    cite({ parts, quotations, layout }: DraftSentence): GroundedSentence {
      const markers = quotations.map((quotation) => markerOf(quotation, citations));
      return { text: parts.map(({ text }) => text).join(""), markers: [...new Set(markers)], layout };
    },
  };
}

/** Whether the quotations are verbatim, and every part is vouched for. */
export function isSupported({ parts, quotations }: DraftSentence, question: string): boolean {
  if (!quotations.every(isVerbatim)) return false;
  const quoted = quotations.map(({ quote }) => quote);
  const known = quotations.flatMap(({ candidate: { document } }) => {
    const { title, publisher, publishedAt } = document;
    return [title, publisher, publishedAt].filter((it) => it !== null);
  });
  const framing = [question, ...quoted, ...known];
  return parts.every((part) => isVouchedFor(part, quoted, framing));
}

function isVouchedFor({ says, text }: Part, quoted: readonly string[], framing: readonly string[]): boolean {
  if (says === "written") return true;
  if (says === "quote") return quoted.includes(text);
  if (says === "frame") return holdsQuantities(text, framing) && holdsNames(text, framing);
  return holdsQuantities(text, quoted) && holdsWords(withoutQuantities(text), quoted);
}

function isVerbatim({ quote, start, end, candidate: { passage } }: Quotation): boolean {
  const inside = start >= passage.start && end <= passage.end && end > start;
  return inside && passage.text.slice(start - passage.start, end - passage.start) === quote;
}

/** In either notation, and with its unit: "80" is not "80 percent", nor are euros dollars. A date holds its year. */
function holdsQuantities(text: string, sources: readonly string[]): boolean {
  const said = findQuantities(text);
  if (said.length === 0) return true;
  const stated = sources.flatMap((source) => findQuantities(source));
  return said.every((quantity) => stated.some((it) => isStated(quantity, it)));
}

function isStated(said: Quantity, stated: Quantity): boolean {
  const isDated = said.kind === "year" && stated.kind === "date";
  return (said.kind === stated.kind || isDated) && covers(said, stated);
}

function holdsNames(text: string, sources: readonly string[]): boolean {
  return findNames(text, null).every(({ surface }) => holdsWords(surface, sources));
}

function holdsWords(text: string, sources: readonly string[]): boolean {
  const held = new Set(sources.flatMap(wordsOf));
  return wordsOf(text).every((word) => held.has(word));
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function withoutQuantities(text: string): string {
  return findQuantities(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

function markerOf(quotation: Quotation, citations: Citation[]): number {
  const { id } = quotation.candidate.document;
  const isSame = (it: Citation) => it.documentId === id && it.start === quotation.start && it.end === quotation.end;
  const known = citations.find(isSame);
  if (known) return known.marker;
  const citation = citationOf(quotation, citations.length + 1);
  citations.push(citation);
  return citation.marker;
}

/** A quotation as it is handed out. */
export function citationOf({ candidate, quote, start, end }: Quotation, marker: number): Citation {
  const { id: documentId, title, publisher, publishedAt, url, language } = candidate.document;
  const { id: passageId, heading } = candidate.passage;
  return { marker, documentId, title, publisher, publishedAt, url, language, passageId, heading, quote, start, end };
}
