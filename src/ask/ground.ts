import type { Citation } from "../contracts/answer.js";
import { findNames } from "../language/names.js";
import { covers, findQuantities } from "../language/quantities.js";
import type { Draft, DraftSentence, Grounded, Quotation } from "./draft.js";

/**
 * Lets a sentence stand only when every quotation is verbatim and every number, date and name that the sentence adds
 * of its own is in one of them. Markers are numbered in the order of the text; one place of a document has one marker.
 */
export function ground(draft: Draft): Grounded {
  const citations: Citation[] = [];
  const sentences = draft.sentences.filter(isSupported).map(({ text, quotations, layout }) => {
    const markers = quotations.map((quotation) => markerOf(quotation, citations));
    return { text, markers: [...new Set(markers)], layout };
  });
  return { sentences, citations, dropped: draft.sentences.length - sentences.length };
}

/** Whether the quotations are verbatim, and hold what the sentence says of its own. */
export function isSupported({ own, quotations }: DraftSentence): boolean {
  if (quotations.length === 0 || !quotations.every(isVerbatim)) return false;
  const quoted = quotations.map((quotation) => quotation.quote);
  const stated = quoted.flatMap((quote) => findQuantities(quote));
  const numbers = findQuantities(own).every((quantity) => stated.some((it) => covers(quantity, it)));
  const words = new Set(quoted.flatMap((quote) => quote.match(/[\p{L}\p{N}]+/gu) ?? []));
  const names = findNames(own, null).flatMap((name) => name.surface.match(/[\p{L}\p{N}]+/gu) ?? []);
  return numbers && names.every((name) => words.has(name));
}

function isVerbatim({ quote, start, end, candidate: { passage } }: Quotation): boolean {
  const inside = start >= passage.start && end <= passage.end && end > start;
  return inside && passage.text.slice(start - passage.start, end - passage.start) === quote;
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
