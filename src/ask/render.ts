import type { Grounded, GroundedSentence } from "./draft.js";

/** The pieces of an answer's text, sentence by sentence, with markers; joined they are the answer. */
export function renderPieces({ sentences }: Grounded): string[] {
  return sentences.map((sentence, at) => renderPiece(sentence, at === 0));
}

/** One sentence, with what parts it from the one before it. */
export function renderPiece({ text, markers, layout }: GroundedSentence, isFirst: boolean): string {
  const marked = [withoutMarkers(text), ...markers.map((marker) => `[${marker}]`)].join(" ");
  if (isFirst) return layout === "item" ? `- ${marked}` : marked;
  return layout === "item" ? `\n- ${marked}` : layout === "line" ? `\n${marked}` : ` ${marked}`;
}

/** A document's own "[7]" must not pass for a marker; the quotation keeps it. */
export function withoutMarkers(text: string): string {
  return text.replace(/\[(\d+)\]/g, "($1)");
}
