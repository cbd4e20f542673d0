import type { Span } from "../../contracts/passage.js";
import { leansBack } from "../../language/leaning.js";
import { deniesPlan } from "../../language/modality.js";
import type { Verdict } from "../phrases-framing.js";
import { contextOf } from "../sentence-views.js";
import type { Finding, SentenceView, Term, Understood, WordsView } from "../steps.js";
import { holds } from "../term-match.js";
import { type Asserted, assertedIn } from "./claim-clauses.js";
import { holdsPosition } from "./claim-position.js";
import { type Claim, readClaim } from "./claim-read.js";
import { isRelatedAlike } from "./claim-relations.js";
import { type Placed, placeUnit, type ReadClause, readClause, type Unit } from "./claim-units.js";
import { isInTime, isRestrictedAlike, verbAskedFor } from "./claim-wording.js";
import { mayBeName } from "./names-asked.js";
import { neighbourOf } from "./neighbours.js";
import { bringsAbout } from "./still-to-come.js";

/**
 * What one sentence says to a yes-or-no question: that it is so, is not so, or is planned. Null unless a single clause
 * holds everything that the question claims, in the same relations, without hedging: a doubt is no verdict.
 */
export function settle(understood: Understood, finding: Finding): Verdict | null {
  const claim = readClaim(understood);
  if (claim === null || !mayHold(claim, finding.view)) return null;
  if (claim.asks === "stated" && holdsPosition(claim, finding)) return "yes";
  const { language } = finding.candidate.document;
  for (const clause of assertedIn(finding.view.text)) {
    const verdict = verdictOf(claim, clause);
    const before = clause.start === 0 && leansBack(clause.text) ? beforeIt(finding) : undefined;
    const read = readClause(clause.text, language);
    if (verdict !== null && says(claim, read, verdict, before)) return verdict;
  }
  return null;
}

/** A quick look before a close one: a sentence without a word for something that is claimed does not settle it. */
function mayHold({ units }: Claim, view: SentenceView): boolean {
  const terms = units.flatMap((unit) => unit.terms).filter(({ quantity }) => quantity === null);
  return leansBack(view.text) || terms.every((term) => holds(view, term) > 0);
}

/** What a pronoun points to: the sentence before, and at the beginning of a passage what stands above it. */
function beforeIt(finding: Finding): WordsView {
  const { passage, document } = finding.candidate;
  return neighbourOf(finding, -1)?.view ?? contextOf(passage, document);
}

function verdictOf({ asks, ofThing }: Claim, { text, modality }: Asserted): Verdict | null {
  if (ofThing && deniesPlan(text)) return "no";
  if (modality === asks) return ofThing && !bringsAbout(text) ? null : "yes";
  if (asks !== "stated") return null;
  if (modality === "negated") return "no";
  return modality === "planned" ? "planned" : null;
}

/** `before`: the sentence that a pronoun at the beginning of the clause points to. */
function says(claim: Claim, clause: ReadClause, verdict: Verdict, before: WordsView | undefined): boolean {
  const { question, units } = claim;
  const denied = verdict === "no";
  const verb = verbOf(claim, clause);
  if (verb === undefined || !isInTime(question, clause.text, verb === null)) return false;
  if (!isRestrictedAlike(question, clause.text)) return false;
  const placed: Placed[] = [];
  for (const unit of units) {
    const found = placeParts(unit, question, clause, denied) ?? placeRest(claim, unit, clause, { denied, before });
    if (found === null) return false;
    placed.push(...found.filter(({ places }) => places.length > 0));
  }
  const isNo = claim.ofThing ? !JOINS.test(clause.text) : isDenied(clause, placed);
  if (placed.length === 0 || (denied && !isNo)) return false;
  if (verdict !== "yes" && placed.some((it) => isOnlyNamed(it, clause))) return false;
  return isRelatedAlike({ question, language: claim.language, clause, placed, verb });
}

/** "Their cooperation is to grow" plans no cooperation: what the question asks with a verb is a mere noun here. */
function isOnlyNamed({ unit, places }: Placed, { text }: ReadClause): boolean {
  const isDeed = unit.terms.some(({ concepts, start, surface }) => {
    return concepts.includes("collaboration") && (start === 0 || /^\p{Ll}/u.test(surface));
  });
  return isDeed && places.some(({ start, end }) => /^\p{Lu}|(?:tion|ship|work)s?$/u.test(text.slice(start, end)));
}

/** In one piece; or a name and what was taken for its last part, for in German any noun has a capital ("Klinik Nord Kinder"). */
function placeParts(unit: Unit, question: string, clause: ReadClause, denied: boolean): Placed[] | null {
  const whole = placeUnit(unit, question, clause, denied);
  if (whole !== null) return [whole];
  const { terms } = unit;
  for (const [cut, { kind, concepts }] of terms.entries()) {
    if (cut === 0 || kind !== "name" || concepts.length === 0) continue;
    const parts = [terms.slice(0, cut), terms.slice(cut)].map(unitFrom);
    const placed = parts.map((part) => placeUnit(part, question, clause, denied)).filter((it) => it !== null);
    if (placed.length === parts.length) return placed;
  }
  return null;
}

function unitFrom(terms: readonly Term[]): Unit {
  return { start: terms[0]?.start ?? 0, end: terms.at(-1)?.end ?? 0, terms };
}

/** A name may stand in the sentence before, a deed may not: what is left of the unit stands in the clause. */
function placeRest(
  { question }: Claim,
  { terms }: Unit,
  clause: ReadClause,
  { denied, before }: { readonly denied: boolean; readonly before: WordsView | undefined },
): Placed[] | null {
  if (before === undefined) return null;
  const named = terms.findIndex((term) => !mayBeName(term) || holds(before, term) < 1);
  const carried = named < 0 ? terms.length : named;
  if (carried === 0) return null;
  const rest = placeUnit(unitFrom(terms.slice(carried)), question, clause, denied);
  return rest === null ? null : [rest];
}

const PARTICIPLE = /(?:ed|en|ing|built|made|held|led|set|won)$/iu;

/** The clause's "has" or "is" where it takes one; null where another verb is compared, undefined where it lacks it. */
function verbOf({ question, language, units, asks }: Claim, { text }: ReadClause): Span | null | undefined {
  const pattern = asks === "planned" ? null : verbAskedFor(question);
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
