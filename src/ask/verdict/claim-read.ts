import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { conceptsOf } from "../../language/glossary.js";
import { type Modality, modalityOf } from "../../language/modality.js";
import type { Quantity } from "../../language/quantities.js";
import { analyseWords } from "../../language/words.js";
import type { Term, Understood } from "../steps.js";
import { expressionsIn } from "./claim-expressions.js";
import { isField } from "./claim-fields.js";
import { findOnly } from "./claim-only.js";
import { quantitiesIn } from "./claim-quantity.js";
import { type Unit, unitsOf } from "./claim-units.js";

/** What a yes-or-no question claims. */
export interface Claim {
  /** Without words that only restrict ("only"), which leave blanks. */
  readonly question: string;
  readonly language: Language;
  readonly units: readonly Unit[];
  /** What a clause must be for a yes: a plan where a plan is asked for. */
  readonly asks: Extract<Modality, "stated" | "planned" | "possible">;
  /** Asks whether a thing is planned at all, and not whether a deed is. */
  readonly ofThing: boolean;
  /** What "only" stands with; null without one. */
  readonly only: Unit | null;
}

const OPENING =
  /^(?:(?:und|and|aber|but)\s)?(?:(?:stimmt es|trifft es zu|ist es (?:wahr|richtig|so)|is it (?:true|correct|right)|is it the case),?\s(?:dass|that)\s)?/iu;
const ALTERNATIVES = /\b(?:oder|or)\b/iu;
const LEAST_TERMS = 2;
/** "Is a centre to be built?" */
const TO_BE_DONE = /^(?:is|are|was|were)\s.*\sto be \p{Ll}+(?:ed|t|n)(?!\p{L})/iu;
/** "Soll es ein Zentrum geben?" asks for the thing, and not for a deed. */
const OF_THING =
  /(?<!\p{L})(?:geplant|vorgesehen|planned)$|^(?:soll(?:te)?|wird)(?: es)? .*(?:geben|entstehen)$|^(?:will|is|are) there (?:to|going to)? ?be(?!\p{L})/iu;
const EXISTING = /^(?:geben|gibt|entstehen|there|be)$/iu;

/** Every sentence is compared with the same claim. */
const claims = new WeakMap<Understood, { readonly claim: Claim | null }>();

/** Null when the question asks for more than yes or no, denies something, or says too little to be compared. */
export function readClaim(understood: Understood): Claim | null {
  const { claim } = claims.get(understood) ?? { claim: claimOf(understood) };
  claims.set(understood, { claim });
  return claim;
}

function claimOf({ standalone, terms, detected, language, asksForPlan }: Understood): Claim | null {
  const cut = OPENING.exec(standalone)?.[0].length ?? 0;
  const asked = standalone.slice(cut).replace(/[?\s]+$/u, "");
  const only = findOnly(asked);
  const question = withoutBoth(only === null ? asked : blank(asked, only));
  const modality = modalityOf(question);
  if (ALTERNATIVES.test(question) || modality === "negated" || modality === "open") return null;
  const asks = asksForPlan || TO_BE_DONE.test(question) ? "planned" : modality;
  const isOwn = ({ start, end }: Span) => only === null || end - cut <= only.start || start - cut >= only.end;
  const named = terms.filter((term) => term.surface !== "" && isOwn(term) && !(asks === "planned" && isPlan(term)));
  if (named.some(({ start }) => start < cut)) return null;
  const moved = named.map((term): Term => ({ ...term, start: term.start - cut, end: term.end - cut }));
  const told = withoutEmpty(withExpressions(withVague(moved, question), question), question);
  const ofThing = asks === "planned" && OF_THING.test(question);
  const claimed = ofThing ? told.filter(({ surface }) => !EXISTING.test(surface)) : told;
  if (claimed.length < (ofThing ? 1 : LEAST_TERMS)) return null;
  const units = unitsOf(withFirst(claimed, question).map(withGenitive), question);
  const target = only === null ? null : (targetOf(units, only, question) ?? null);
  return { question, language: detected ?? language, units, asks, ofThing, only: target };
}

/** "Both A and B" are just A and B. */
function withoutBoth(question: string): string {
  const found = /(?<!\p{L})(?:beiden?|both)(?=\s.*\p{Lu}\p{L}+\s(?:und|and)\s\p{Lu})/u.exec(question);
  return found === null ? question : blank(question, { start: found.index, end: found.index + found[0].length });
}

function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

/** What is measured, wherever "only" stands ("has only been there since 2024"); else what follows it. */
function targetOf(units: readonly Unit[], only: Span, question: string): Unit | undefined {
  const isSince = (start: number) => /(?:seit|since)\s$/iu.test(question.slice(0, start));
  const isMeasured = ({ quantity }: Term) => quantity !== null && (quantity.kind !== "year" || isSince(quantity.start));
  return units.find(({ terms }) => terms.some(isMeasured)) ?? units.find(({ start }) => start >= only.end);
}

/** "A single year", "several years" as lengths of time. */
function withVague(terms: readonly Term[], question: string): Term[] {
  const known = terms.flatMap(({ quantity, start }) => (quantity === null ? [] : [start]));
  const vague = quantitiesIn(question).filter((it) => it.kind === "duration" && !known.includes(it.start));
  return replaced(terms, vague.map(termOfQuantity));
}

function termOfQuantity(quantity: Quantity): Term {
  return { ...termOf(quantity.surface, quantity, []), kind: "quantity", quantity };
}

function withExpressions(terms: readonly Term[], question: string): Term[] {
  const found = expressionsIn(question).map((it) => termOf(question.slice(it.start, it.end), it, [it.concept]));
  return replaced(terms, found);
}

function termOf(surface: string, { start, end }: Span, concepts: readonly string[]): Term {
  const none = { stems: [], parts: [], role: false, quantity: null };
  return { kind: "word", certainty: "none", surface, start, end, concepts, ...none };
}

/** Terms in whose place others stand that say more. */
function replaced(terms: readonly Term[], by: readonly Term[]): Term[] {
  const kept = terms.filter((term) => !by.some(({ start, end }) => start < term.end && end > term.start));
  return [...kept, ...by];
}

/** "Gehört zu den größten" says no more than "is one of"; a qualifier is compared with its figure. */
const EMPTY =
  /^(?:(?:gehör|zähl)(?:t|en)|belongs?|counts?|ranks?|least|most|fewer|less|above|exceed\p{L}*|approximately|roughly|nearly|almost|mindestens|wenigstens|höchstens|maximal|weniger|rund|circa|knapp|etwa|schon|bereits|already|yet|eigentlich|actually|really|wirklich|overall|insgesamt|betr(?:ug|ägt|agen)|amount(?:s|ed)?)$/iu;
/** So do words for lasting, next to a length of time. */
const LASTING =
  /^(?:angelegt|ausgelegt|dauer(?:t|n|te)|läuft|laufen|last(?:s|ing)?|meant|designed|set|runs?|running|limited|beschränkt|begrenzt|befristet|geht|vereinbart|agreed)$/iu;
/** In front of a name. */
const TITLE = /^(?:professor(?:in)?|prof|doktor|dr|herrn?|frau|mr|mrs|ms)$/iu;

function withoutEmpty(terms: readonly Term[], question: string): Term[] {
  const isTimed = terms.some(({ quantity }) => quantity?.kind === "duration");
  const isListed = terms.some(({ concepts }) => concepts.includes("=listed"));
  const isRanked = /(?<!\p{L})(?:belongs? to|(?:counts?|ranks?) among) (?:the|\p{L}+['’]s)/iu.test(question);
  const kept = terms.filter(({ surface, concepts, end }) => {
    if (EMPTY.test(surface)) return /^(?:belong|count|rank)/iu.test(surface) && !isRanked;
    if (TITLE.test(surface))
      return !terms.some((it) => /^\.?\s$/u.test(question.slice(end, it.start)) && mayBePerson(it));
    return !(isTimed && LASTING.test(surface)) && !(isListed && concepts.includes("stake"));
  });
  return withHeadcount(kept);
}

function mayBePerson({ kind, concepts, surface }: Term): boolean {
  return /^\p{Lu}/u.test(surface) && (kind === "name" || concepts.length === 0);
}

/** "Employs 5 people" counts employees. */
function withHeadcount(terms: readonly Term[]): Term[] {
  const verb = terms.find(({ surface }) => /^(?:beschäftig\p{L}*|employ(?:s|ed|ing)?)$/iu.test(surface));
  const people = terms.find(({ concepts, start }) => concepts.includes("person") && start !== verb?.start);
  if (verb === undefined || people === undefined) return [...terms];
  return terms
    .filter((term) => term !== verb)
    .map((term) => (term === people ? { ...term, concepts: ["employee"], stems: [] } : term));
}

/** "Europas": a name that the glossary knows without its ending. */
function withGenitive(term: Term): Term {
  if (term.concepts.length > 0 || term.quantity !== null || !/^\p{Lu}\p{L}{3,}s$/u.test(term.surface)) return term;
  const words = analyseWords(term.surface.slice(0, -1), null);
  return { ...term, concepts: conceptsOf(words, null).map(({ concept }) => concept) };
}

/** "Do they begin with cancer?" asks what comes first. */
function withFirst(terms: readonly Term[], question: string): Term[] {
  const isOfField = /\s(?:mit|with)\s/u.test(question) && terms.some(isField);
  const isFirst = ({ surface, concepts }: Term) =>
    isOfField &&
    concepts.includes("start") &&
    /^(?:beginn(?:en|t)|fangen|fängt|anfangen|starte(?:n|t)|start|begin)$/iu.test(surface);
  return terms.map((term) => (isFirst(term) ? { ...term, concepts: ["first"], stems: [] } : term));
}

function isPlan({ concepts, surface }: Term): boolean {
  return concepts.includes("plan") || /^(?:want|wish|intend|aim|hope|going)/iu.test(surface);
}
