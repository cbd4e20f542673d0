import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { clausesOf } from "../../language/clauses.js";
import { type Stance, stanceOf } from "./stance.js";

/** A clause with how it puts what it says. */
export interface Clause extends Span {
  readonly text: string;
  readonly stance: Stance;
}

/** It depends on the clause before it, which may put it as a plan or a doubt. */
const DEPENDENT =
  /^(?:dass|ob|der|die|das|den|dem|deren|dessen|welche[rsnm]?|um|indem|damit|sodass|wo|wodurch|wobei|weil|da|wenn|falls|nachdem|bevor|that|which|who|whom|whose|where|when|because|so|if|whether|as|since|including|among|darunter|also|in which|mit denen|bei de[rmn])(?!\p{L})/iu;

const FINITE =
  "ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurden?|sollen?|will|wollen|kann|können|könnten?|muss|müssen|gilt|gelten|besteht|gehört|zählt|is|are|was|were|has|have|had|does|did|do|will|wants?|plans?|can|could|may|intends?|aims?|says?|fell|rose|dropped|decreased|increased|sank|stieg|fiel|lag|ging|kam|began|begann|led|made|gave|took|includes|provides|runs|works|läuft|leitet|nennt|sagt|betont|plant|liefert|erzielte|beschäftigte";
const VERBS = {
  de: new RegExp(
    `(?<![\\p{L}-])(?:${FINITE})(?![\\p{L}-])|(?<!\\p{L})(?!ge)\\p{Ll}{2,}(?:t|te|ten)(?=[\\s,.;:]|$)`,
    "u",
  ),
  en: new RegExp(
    `(?<![\\p{L}-])(?:${FINITE})(?![\\p{L}-])|(?<=\\p{Lu}\\p{L}*\\s)\\p{Ll}{3,}[^s]s\\s|(?<!\\p{L})\\p{Ll}{3,}ed\\s`,
    "u",
  ),
} as const;
/** What follows "and" is a clause of its own: a verb right behind it, or an auxiliary within a few words. */
const COORDINATED = new RegExp(
  `(?:,\\s|\\s)(?:und|and|sowie|but|aber|while|whereas|während|wobei|sondern)\\s(?=(?:${FINITE})\\s|(?:[\\p{L}\\p{N}.’'-]+\\s){1,7}?(?:${FINITE})(?:\\s|[.,]|$)|(?!ge)\\p{Ll}{3,}(?:(?<!n|c|s)t|te)\\s\\S|\\p{Ll}{2,}(?:[^s]s|ed)\\s(?:the|its?|their|an?|in|on|at|by|until|around|about|more|over|[\\d\\p{Lu}])(?:(?<=[\\d\\p{Lu}])|(?!\\p{L})))`,
  "gu",
);
/** A new sentence in all but the full stop. */
const STRONG = /;\s|\s[–—]\s(?=\p{Ll})|,\s(?=(?:while|whereas|während|wobei|sondern)\s)/gu;

/** The clauses of a sentence, in order. One that depends on the one before it shares its stance. */
export function clausesIn(sentence: string, language: Language | null): Clause[] {
  const spans = clausesOf(sentence).flatMap((clause) => splitCoordinated(sentence, clause, language));
  const clauses: Clause[] = [];
  for (const span of spans) {
    const text = sentence.slice(span.start, span.end);
    const own = stanceOf(text);
    const before = clauses.at(-1);
    const gap = sentence.slice(before?.end ?? 0, span.start);
    const isListed = /:\s*$/u.test(gap) && /^\p{Ll}/u.test(text);
    const depends = isListed || (DEPENDENT.test(text) && !gap.includes(";")) || !verbsOf(language).test(text);
    const inherits = before !== undefined && depends;
    clauses.push({ ...span, text, stance: inherits ? joined(own, before.stance) : own });
  }
  return clauses;
}

/** The parts of a sentence that say something by themselves: main clauses, each with what depends on it. */
export function mainClauses(sentence: string, language: Language): Span[] {
  let from = 0;
  const strong: Span[] = [];
  for (const { 0: mark, index } of sentence.matchAll(STRONG)) {
    strong.push({ start: from, end: index });
    from = index + mark.length;
  }
  return [...strong, { start: from, end: sentence.length }].flatMap((span) =>
    splitCoordinated(sentence, span, language),
  );
}

/** What the clause before plans or doubts, this one does; it denies for itself. */
function joined(own: Stance, before: Stance): Stance {
  return {
    negated: own.negated,
    planned: own.planned || before.planned,
    hedged: own.hedged || before.hedged,
    mayPlan: own.mayPlan || before.mayPlan,
    mayHedge: own.mayHedge || before.mayHedge,
    viewed: own.viewed || before.viewed,
    attributed: own.attributed || before.attributed,
  };
}

function verbsOf(language: Language | null): RegExp {
  return VERBS[language ?? "de"];
}

/** "A and B want" is one clause: what stands before the "and" has to have a verb. */
function splitCoordinated(sentence: string, { start, end }: Span, language: Language | null): Span[] {
  const text = sentence.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: joint, index } of text.matchAll(COORDINATED)) {
    if (index <= from || !verbsOf(language).test(text.slice(from, index))) continue;
    spans.push({ start: start + from, end: start + index });
    from = index + joint.length;
  }
  return [...spans, { start: start + from, end }];
}
