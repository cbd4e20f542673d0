import { leansBack } from "../../language/leaning.js";
import type { DraftSentence } from "../draft.js";
import { wordsOf } from "../sentence-views.js";
import type { Finding, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { factOf } from "./fact.js";
import { neighbourOf } from "./neighbours.js";
import { ownSentence } from "./parts.js";
import { quoteAll } from "./quoting.js";

/** What it is: the sentence that defines it, with one that goes on from it. What an abbreviation stands for comes first. */
export function answerDefinition({ understood, findings }: Asked): DraftSentence[] {
  const { language } = understood;
  const [best, ...others] = [...findings].sort((a, b) => defines(b, understood) - defines(a, understood));
  if (best === undefined) return [];
  const stated = factOf(understood, best);
  const facts = stated === null ? [] : [ownSentence(stated, best)];
  const defining = defines(best, understood) > 0;
  const next = neighbourOf(best, 1);
  const goesOn =
    next !== undefined && leansBack(next.view.text) && (!defining || others.some((it) => it.at === next.at));
  const more = goesOn ? [next] : defining ? [] : others.slice(0, 1);
  return [...facts, ...quoteAll([best, ...more], { language })];
}

const COPULA =
  /(?<!\p{L})(?:ist|sind|is|are|bezeichne[tn]|bedeute[tn]|heißt|means?|refers? to|stands? for|steh(?:t|en) für|versteht man)(?!\p{L})/iu;
/** What follows says what kind of thing it is. */
const KIND = /^[^.]{0,60}?(?<!\p{L})(?:eine?[rsmn]?|der|die|das|dem|den|an?|the|one of|those|für|for)(?!\p{L})/iu;
const LEAST_SURE = 1;

/** 2: "X is a …"; 1: "X, a …"; 0: neither. */
function defines({ view, candidate: { document } }: Finding, { terms }: Understood): number {
  const { text } = view;
  const verb = COPULA.exec(text);
  if (verb !== null && KIND.test(text.slice(verb.index + verb[0].length))) {
    const subject = text.slice(0, verb.index);
    if (isNamedIn(subject, terms, document.language) && !/[,;:]/u.test(subject)) return 2;
  }
  const apposition = /,\s(?:ein|eine|einem|einer|einen|der|die|das|dem|den|an?|the)\s/iu.exec(text);
  const before = apposition === null ? "" : text.slice(0, apposition.index);
  return apposition !== null && endsWith(before, terms, document.language) ? LEAST_SURE : 0;
}

/** All that is to be defined. */
function isNamedIn(
  text: string,
  terms: readonly Term[],
  language: Finding["candidate"]["document"]["language"],
): boolean {
  const words = wordsOf(text, language);
  return terms.length > 0 && terms.every((term) => holds(words, term) === 1);
}

function endsWith(
  text: string,
  terms: readonly Term[],
  language: Finding["candidate"]["document"]["language"],
): boolean {
  return isNamedIn(
    text
      .split(/\s+/)
      .slice(-terms.length - 1)
      .join(" "),
    terms,
    language,
  );
}
