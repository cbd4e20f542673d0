import type { Language } from "../../contracts/document.js";
import { leansBack } from "../../language/leaning.js";
import type { DraftSentence } from "../draft.js";
import { neighbourOf } from "../reading/neighbours.js";
import { wordsOf } from "../sentence-views.js";
import type { Finding, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { factOf } from "./fact.js";
import { asksForLongForm, longFormOf } from "./fact-name.js";
import { sentencesOf } from "./gathered.js";
import { ownSentence } from "./parts.js";
import { quoteAll } from "./quoting.js";

/**
 * What it is: the sentence that defines it best, with the one that goes on from it; what an abbreviation stands for comes
 * first.
 */
export function answerDefinition({ understood, findings, evidence }: Asked): DraftSentence[] {
  const { language } = understood;
  const defining = findings.some((it) => defines(it, understood) > MENTION)
    ? []
    : sentencesOf(evidence, findings[0].candidate.document.id).filter((it) => defines(it, understood) >= DEFINITION);
  const told = [...findings, ...defining.slice(0, 1)];
  const [best, ...others] = told.sort((a, b) => defines(b, understood) - defines(a, understood));
  if (best === undefined) return [];
  const stated = factOf(understood, best);
  const facts = stated === null ? [] : [ownSentence(stated, best)];
  return [...facts, ...quoteAll([best, ...furtherOf(best, others, defines(best, understood))], { language })];
}

/** After a mere mention, the sentence that may explain it; after none, what else was found. */
function furtherOf(best: Finding, others: readonly Finding[], defined: number): Finding[] {
  const next = neighbourOf(best, 1);
  const goesOn = next !== undefined && leansBack(next.view.text);
  if (goesOn && (defined <= MENTION || others.some((it) => it.at === next.at && isSamePassage(it, next))))
    return [next];
  return defined === 0 ? others.slice(0, 1) : [];
}

function isSamePassage(a: Finding, b: Finding): boolean {
  return a.candidate.passage.id === b.candidate.passage.id;
}

const MENTION = 1;
const APPOSITION = 2;
const DEFINITION = 3;
const LONG_FORM = 4;
const STATED = 5;

/** How well a sentence says what something is: what it stands for, "X is a …", "X, a …", "so-called X", or not at all. */
function defines(finding: Finding, understood: Understood): number {
  const { document } = finding.candidate;
  const { text } = finding.view;
  if (asksForLongForm(understood) && spellsOut(text))
    return longFormOf(understood, finding) === null ? LONG_FORM : STATED;
  const names = (part: string) => isNamedIn(part, understood, document.language);
  const verb = COPULA.exec(text);
  if (verb !== null && names(text.slice(0, verb.index)) && !/[,;:]/u.test(text.slice(0, verb.index))) return DEFINITION;
  const apposition = ARTICLE_AFTER_COMMA.exec(text);
  const before = apposition === null ? [] : text.slice(0, apposition.index).split(/\s+/);
  if (names(before.slice(-understood.terms.length - NEAR).join(" "))) return APPOSITION;
  return SO_CALLED.test(text) && names(text) ? MENTION : 0;
}

/** Says right behind the verb what kind of thing it is: "is a", "ist auch die". */
const COPULA =
  /\s(?:(?:ist|sind|is|are|bezeichne[tn]|means?|refers? to|bedeute[tn])\s(?:\p{Ll}+\s)?(?:eine?[rsmn]?|der|die|das|an?|the|one of)|steh(?:t|en) für|stands? for)\s/iu;
const ARTICLE_AFTER_COMMA = /,\s(?:eine?[rsmn]?|der|die|das|dem|den|an?|the)\s/iu;
/** Words that may stand between a name and what explains it. */
const NEAR = 2;
const SO_CALLED = /(?<!\p{L})(?:so-called|sogenannte\p{L}*|known as|bekannt als)(?!\p{L})/iu;

/** All that is to be defined; where the question says much else, at least what it ends with. */
function isNamedIn(text: string, { terms: all, standalone }: Understood, language: Language | null): boolean {
  const words = wordsOf(text, language);
  const meant = MEANT_BY.exec(standalone)?.[0].length ?? 0;
  const terms = meant === 0 ? all : all.filter(({ start }) => start >= meant);
  const asked = terms.length > FEW ? lastRunOf(terms) : terms;
  return asked.length > 0 && asked.every((term) => holds(words, term) === 1);
}

/** "What do A and B mean by": who means it is not to be defined. */
const MEANT_BY =
  /^.*?(?:what (?:do|does|did) .{2,100}? mean by |was (?:verstehen|versteht|meinen) .{2,100}? (?:unter|mit) )/iu;

/** So many terms may all be what is to be defined. */
const FEW = 4;

/** The last term and those that stand right in front of it, with nothing but a space between: "digital twin". */
function lastRunOf(terms: readonly Term[]): readonly Term[] {
  const start = terms.findLastIndex((term, at) => at === 0 || term.start > (terms[at - 1]?.end ?? 0) + 1);
  return terms.slice(start);
}

/** "WTZ steht für …", "Westdeutsches Tumorzentrum (WTZ)" */
function spellsOut(text: string): boolean {
  return /\b(?:steht für|stands for|short for)\b/iu.test(text) || /\p{L}+\s\(\p{Lu}{2,8}\)/u.test(text);
}
