import type { Span } from "../contracts/passage.js";
import { conceptsOf } from "./glossary.js";
import { analyseWords, type Word } from "./words.js";

/** A verb whose particle stands apart from it. */
export interface SeparatedVerb {
  readonly verb: Span;
  readonly particle: Span;
  /** What the two mean together, none of them empty. */
  readonly concepts: readonly string[];
}

/** What German verbs lose to the end of their clause: "arbeiten ... zusammen", "baut ... aus". */
const PARTICLE =
  /(?<=\s)(?:ab|an|auf|aus|bei|bereit|durch|ein|fest|fort|frei|heraus|her|hin|mit|nach|statt|teil|um|vor|voran|weiter|wieder|zu|zurück|zusammen)(?=\s*(?:[.,;:!?–)“”"]|$|\s(?:und|sowie|oder|bzw)(?!\p{L})))/gu;
const CLAUSE_MARK = /[.;:!?,–(]/u;
const VERB = /^\p{L}\p{Ll}+(?:t|en|te|ten|n)$/u;

/** The verbs of a German text whose two parts stand apart, where the glossary knows what they mean together. */
export function separatedVerbs(text: string): SeparatedVerb[] {
  return [...text.matchAll(PARTICLE)].flatMap(({ 0: particle, index }) => {
    const from = clauseStart(text, index);
    for (const word of analyseWords(text.slice(from, index), "de").filter(mayBeVerb)) {
      const concepts = meaningOf(particle + word.surface.toLowerCase());
      const verb = { start: from + word.start, end: from + word.end };
      if (concepts.length > 0) return [{ verb, particle: { start: index, end: index + particle.length }, concepts }];
    }
    return [];
  });
}

/** From the mark before it on. */
function clauseStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && !CLAUSE_MARK.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** In small letters, or in front of its clause. */
function mayBeVerb({ surface, start, stop }: Word): boolean {
  return !stop && VERB.test(surface) && (/^\p{Ll}/u.test(surface) || start <= 1);
}

const meanings = new Map<string, readonly string[]>();
const MOST_KEPT = 5000;

/** A compound that only holds a known word is another verb. */
function meaningOf(verb: string): readonly string[] {
  const known = meanings.get(verb);
  if (known !== undefined) return known;
  const hits = conceptsOf(analyseWords(verb, "de"), "de");
  const concepts = hits.flatMap(({ concept, partial }) => (partial ? [] : [concept]));
  if (meanings.size < MOST_KEPT) meanings.set(verb, concepts);
  return concepts;
}
