import type { Span } from "../../contracts/passage.js";

/** Words that say one thing together, in either language. */
export interface Expression extends Span {
  /** A concept of the glossary, or one of those that only claims have. */
  readonly concept: string;
}

/** What is told in other words than those of the glossary, or in several at once. */
const EXPRESSIONS: readonly (readonly [concept: string, pattern: RegExp])[] = [
  [
    "=listed",
    /(?<!\p{L})(?:an der (?:\p{L}+ )?Börse(?: (?:notiert|gelistet)\p{L}*)?|börsen(?:notiert|gelistet)\p{L}*(?: (?:Unternehmen|Konzern|Gesellschaft|Firma)s?)?|gelistet(?=[ ,.?]|$)|publicly (?:traded|listed|quoted|held)(?: company| corporation| firm)?|(?:listed|traded|quoted) on (?:the|a) (?:\p{Lu}\p{L}+ )?stock (?:exchange|market)|(?:traded|quoted|listed) on the stock (?:exchange|market)|stock[- ](?:exchange|market) listing|on the stock (?:exchange|market)|(?:listed|traded|quoted) (?:company|corporation|firm)|(?:listed|traded|quoted)(?= in [\p{Lu}])|(?<=Aktien? .{1,80})notiert)(?!\p{L})/giu,
  ],
  [
    "start",
    /^(?:Läuft|Laufen)(?= .{1,120}(?<!\p{L})(?:schon|bereits)(?!\p{L}))|(?<!\p{L})(?:under ?way|up and running|in gang|losgegangen|losgelegt|kicked off|got going)(?!\p{L})/giu,
  ],
  [
    "=first",
    /(?<!\p{L})(?:initially|at first|to begin with|comes? first|zunächst|zuerst|anfangs|als erstes)(?!\p{L})/giu,
  ],
  [
    "=top",
    /(?<!\p{L})(?:Nummer eins|Nr\. ?1|number one|(?:aller)?häufigste[nrms]?|most (?:common|frequent)|leading(?= cause)|top(?= cause)|main(?= cause))(?!\p{L})/giu,
  ],
  [
    "revenue",
    /(?<!\p{L})(?:umgesetzt|umsetzte|setzte(?= .{1,80}(?:Euro|Dollar).{0,20} um(?!\p{L}))|turned over|turnover)(?!\p{L})/giu,
  ],
];

/** The expressions of a text, one at a place. */
export function expressionsIn(text: string): Expression[] {
  const found = EXPRESSIONS.flatMap(([concept, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ concept, start: index, end: index + words.length })),
  );
  return found
    .filter((it, at) => !found.slice(0, at).some(({ start, end }) => start < it.end && end > it.start))
    .sort((a, b) => a.start - b.start);
}

/** Whether a concept is known to claims alone, and not to the glossary. */
export function isExpression(concept: string): boolean {
  return concept.startsWith("=");
}
