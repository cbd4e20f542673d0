import type { Grounded } from "./draft.js";

/** The pieces of an answer's text, sentence by sentence, with markers; joined they are the answer. */
export function renderPieces({ sentences }: Grounded): string[] {
  return sentences.map(({ text, markers, layout }, at) => {
    const marked = [withoutMarkers(text), ...markers.map((marker) => `[${marker}]`)].join(" ");
    if (at === 0) return layout === "item" ? `- ${marked}` : marked;
    return layout === "item" ? `\n- ${marked}` : layout === "line" ? `\n${marked}` : ` ${marked}`;
  });
}

/** A document's own "[7]" must not pass for a marker; the quotation keeps it. */
export function withoutMarkers(text: string): string {
  return text.replace(/\[(\d+)\]/g, "($1)");
}
