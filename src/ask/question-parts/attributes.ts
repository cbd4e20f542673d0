import type { QuestionPart, Term, Understood } from "../steps.js";
import { isNameLike } from "../term-match.js";
import { attributeKind } from "../understand/keywords.js";
import { asksForDetail, tidied } from "./part.js";

const AND = /,?\s+(?:und|and|sowie|as well as|&|plus|bzw\.)\s+(?:auch |also )?/giu;
/** What only asks, before the things that are asked for. */
const HEAD =
  /^(?:(?:bitte|please) )?(?:wer|was|wie(?: (?:hoch|groß))?|welche[nrs]?|who|what|which|how (?:high|large|big)|nenne?n?(?: sie)?|name|list|give|gib|tell|show|zeig(?:e|en sie)?)?(?:['’]s)?(?:\s+(?:mir|uns|bitte|me|us|denn|eigentlich))*(?:\s+(?:ist|sind|war|waren|is|are|was|were|lautet|lauten|heißt|heißen))?(?:\s+(?:(?:the|die|der) )?(?:names?(?: of)?|namen?(?: von)?))?\s*$/iu;
const ARTICLE = /(?:^|(?<!\p{L}))(?:der|die|das|den|dem|des|the|its|their|his|her|seine?|ihre?|both|beide)\s*$/iu;
const ARTICLE_AT_FRONT = /^(?:der|die|das|den|dem|des|the|its|their|his|her|seine?|ihre?)\s+/iu;
/** Between a coordination and the word that is coordinated: articles and adjectives. */
const ATTRIBUTIVE =
  /^(?:(?:der|die|das|den|dem|the|its|their|his|her|seine?|ihre?|\p{Ll}{4,}(?:e[nrs]?|ing|al|ive))\s+)*$/u;
/** One person in two positions. */
const ONE_PERSON = /^(?:wer|who)(?:['’]s|\s+(?:ist|war|is|was))(?!\p{L})/iu;

/** Coordinated things that are asked for: "Umsatz und Mitarbeiterzahl von X", "the CEO of A and the director of B". */
export function attributesOf(understood: Understood): QuestionPart[] {
  for (const match of understood.standalone.matchAll(AND)) {
    const parts = partsAt(match.index, match.index + match[0].length, understood);
    if (parts.length > 0) return parts;
  }
  return [];
}

/** `from`, `to`: where the coordination stands. */
function partsAt(from: number, to: number, { standalone, terms, language }: Understood): QuestionPart[] {
  const text = standalone.replace(/[?!. ]+$/u, "");
  const attributes = terms.filter((term) => term.role || attributeKind(term) !== null);
  const left = attributes.findLast(({ end }) => end <= from);
  const right = attributes.find(({ start }) => start >= to);
  if (left === undefined || right === undefined || !ATTRIBUTIVE.test(text.slice(to, right.start))) return [];
  const start = beginningOf(left, terms, text).start;
  const leading = leadingNames(text.slice(0, start), terms);
  if (leading === null) return [];
  const owner = text.slice(left.end, from);
  const isOwned = owner.trim() !== "";
  if (isOwned ? !hasName(left.end, from, terms) : ONE_PERSON.test(text) && left.role && right.role) return [];
  const named = text.slice(start, left.end);
  const other = text.slice(to).replace(ARTICLE_AT_FRONT, "");
  const tail = text.slice(right.end);
  const ending = isOwned ? owner : tail;
  const lacking = isOwned && !hasName(right.end, text.length, terms) ? owner : "";
  const questions = [`${leading} ${named}${ending}`, `${leading} ${other}${lacking}`].map(tidied);
  if (!questions.every((question) => asksForDetail(question, language))) return [];
  const labels = isOwned ? questions : [named, other.slice(0, other.length - tail.length)].map(tidied);
  return questions.map((question, at) => ({ question, asked: labels[at] ?? question, label: labels[at] ?? null }));
}

/** Of whom something is asked, before what is asked for ("What are Nordtal's …"); null where it is no mere asking. */
function leadingNames(head: string, terms: readonly Term[]): string | null {
  const names = terms.filter((term) => isNameLike(term) && term.start > 0 && term.end <= head.length);
  const first = names[0]?.start ?? head.length;
  const asking = head.slice(0, first).replace(ARTICLE, "");
  if (!HEAD.test(asking.trim())) return null;
  const named = head
    .slice(first)
    .replace(ARTICLE, "")
    .replace(/[:,\s–-]+$/u, "");
  // "Health" in "Nordtal Health's" is a word by itself.
  const isOnlyNames = terms.every(
    ({ start, end, surface }) => start < first || end > head.length || /^\p{Lu}/u.test(surface),
  );
  return isOnlyNames ? named : null;
}

/** "Medical director" begins with the first word of it. */
function beginningOf(attribute: Term, terms: readonly Term[], text: string): Term {
  const before = terms.findLast((term) => term.end <= attribute.start && term.role && attribute.role);
  if (before === undefined || text.slice(before.end, attribute.start).trim() !== "") return attribute;
  return beginningOf(before, terms, text);
}

function hasName(from: number, to: number, terms: readonly Term[]): boolean {
  return terms.some((term) => isNameLike(term) && term.start >= from && term.end <= to);
}
