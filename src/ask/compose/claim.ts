import type { Language } from "../../contracts/document.js";
import type { Span } from "../../contracts/passage.js";
import { clausesOf } from "../../language/clauses.js";
import { leansBack } from "../../language/leaning.js";
import { type Modality, modalityOf } from "../../language/modality.js";
import type { Verdict } from "../phrases-framing.js";
import type { Finding, SentenceView, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import { isInTime, isRestrictedAlike, verbAskedFor } from "./claim-grammar.js";
import { isRelatedAlike } from "./claim-relations.js";
import { type Placed, placeUnit, type ReadClause, readClause, type Unit, unitsOf } from "./claim-units.js";
import { neighbourOf } from "./neighbours.js";

/** What a yes-or-no question claims. */
interface Claim {
  readonly question: string;
  readonly language: Language;
  readonly units: readonly Unit[];
  /** What a clause must be for a yes: a plan where a plan is asked for. */
  readonly asks: Extract<Modality, "stated" | "planned" | "possible">;
}

/**
 * What one sentence says to a yes-or-no question: that it is so, is not so, or is planned. Null unless a single clause
 * holds everything that the question claims, in the same relations, without hedging: a doubt is no verdict.
 */
export function settle(understood: Understood, finding: Finding): Verdict | null {
  const claim = readClaim(understood);
  if (claim === null) return null;
  const { text } = finding.view;
  const clauses = clausesOf(text).map((clause) => text.slice(clause.start, clause.end));
  const modalities = clauses.map(modalityOf);
  for (const [at, clause] of clauses.entries()) {
    const modality = modalities[at];
    const isDoubted = modalities.some((it, other) => other !== at && (it === "open" || it === "negated"));
    const verdict = modality === undefined || isDoubted ? null : verdictOf(claim, modality);
    const before = at === 0 && leansBack(clause) ? neighbourOf(finding, -1)?.view : undefined;
    const read = readClause(clause, finding.candidate.document.language);
    if (verdict !== null && says(claim, read, verdict === "no", before)) return verdict;
  }
  return null;
}

const OPENING =
  /^(?:(?:und|and|aber|but)\s)?(?:(?:stimmt es|trifft es zu|ist es (?:wahr|richtig|so)|is it (?:true|correct|right)|is it the case),?\s(?:dass|that)\s)?/iu;
const ALTERNATIVES = /\b(?:oder|or)\b/iu;
const LEAST_TERMS = 2;

/** Null when the question asks for more than yes or no, denies something, or says too little to be compared. */
function readClaim({ standalone, terms, detected, language, asksForPlan }: Understood): Claim | null {
  const cut = OPENING.exec(standalone)?.[0].length ?? 0;
  const question = standalone.slice(cut).replace(/[?\s]+$/u, "");
  const modality = modalityOf(question);
  if (ALTERNATIVES.test(question) || modality === "negated" || modality === "open") return null;
  const asks = asksForPlan ? "planned" : modality;
  const claimed = terms.filter(
    ({ surface, concepts }) => surface !== "" && !BELONGS.test(surface) && !(asks === "planned" && isPlan(concepts)),
  );
  if (claimed.length < LEAST_TERMS || claimed.some(({ start }) => start < cut)) return null;
  const moved = claimed.map((term): Term => ({ ...term, start: term.start - cut, end: term.end - cut }));
  return { question, language: detected ?? language, units: unitsOf(moved, question), asks };
}

/** "Gehört zu den größten": says no more than "is one of". */
const BELONGS = /^(?:gehör|zähl)(?:t|en)$/iu;

function isPlan(concepts: readonly string[]): boolean {
  return concepts.includes("plan");
}

function verdictOf({ asks }: Claim, modality: Modality): Verdict | null {
  if (modality === asks) return "yes";
  if (asks !== "stated") return null;
  if (modality === "negated") return "no";
  return modality === "planned" ? "planned" : null;
}

/** `before`: the sentence that a pronoun at the beginning of the clause points to. */
function says(claim: Claim, clause: ReadClause, denied: boolean, before: SentenceView | undefined): boolean {
  const { question, units } = claim;
  if (!isRestrictedAlike(question, clause.text) || !isInTime(question, clause.text)) return false;
  const placed: Placed[] = [];
  for (const unit of units) {
    const found = placeUnit(unit, question, clause, denied) ?? placeRest(claim, unit, clause, { denied, before });
    if (found === null) return false;
    if (found.places.length > 0) placed.push(found);
  }
  if (placed.length === 0) return false;
  const verb = verbOf(claim, clause);
  if (verb === undefined || (denied && !isDenied(clause, placed))) return false;
  return isRelatedAlike({ question, language: claim.language, clause, placed, verb });
}

/** A name may stand in the sentence before, a deed may not: what is left of the unit stands in the clause. */
function placeRest(
  { question }: Claim,
  unit: Unit,
  clause: ReadClause,
  { denied, before }: { readonly denied: boolean; readonly before: SentenceView | undefined },
): Placed | null {
  if (before === undefined) return null;
  const { terms } = unit;
  const named = terms.findIndex((term) => term.kind !== "name" || holds(before, term) < 1);
  const carried = named < 0 ? terms.length : named;
  const rest = terms.slice(carried);
  if (carried === 0) return null;
  return placeUnit({ ...unit, start: rest[0]?.start ?? unit.start, terms: rest }, question, clause, denied);
}

const PARTICIPLE = /(?:ed|en|ing|built|made|held|led|set|won)$/iu;

/** The clause's "has" or "is" where it takes one; null where another verb is compared, undefined where it lacks it. */
function verbOf({ question, language, units }: Claim, { text }: ReadClause): Span | null | undefined {
  const pattern = verbAskedFor(question);
  const terms = units.flatMap((unit) => unit.terms).filter(({ quantity }) => quantity === null);
  const isVerb = ({ surface }: Term) => (language === "de" ? /^\p{Ll}/u.test(surface) : PARTICIPLE.test(surface));
  if (pattern === null || (!/\bhave$|\bhave\s/iu.test(question.replace(/^\p{L}+/u, "")) && terms.some(isVerb)))
    return null;
  const found = pattern.exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

const DENIALS = /(?<!\p{L})(?:nicht|kein(?:e|en|er|em|es)?|not|no)(?!\p{L})|n['’]t(?!\p{L})/giu;
const JOINS = /\s(?:und|and|oder|or|sondern|but|aber|sowie)\s/iu;

/** Only what a single "not" or "no" right before it denies, in a clause that joins nothing else to it. */
function isDenied({ text, words }: ReadClause, placed: readonly Placed[]): boolean {
  const denials = [...text.matchAll(DENIALS)];
  const [denial] = denials;
  if (denial === undefined || denials.length > 1 || JOINS.test(text)) return false;
  const from = denial.index + denial[0].length;
  const next = words.find(({ start, stop }) => !stop && start >= from);
  const isPlaced = ({ start, end }: Span) =>
    placed.some(({ places }) => places.some((place) => place.start < end && place.end > start));
  return next === undefined ? /nicht/iu.test(denial[0]) : isPlaced(next);
}
