import type { Span } from "../../contracts/passage.js";
import { leansBack } from "../../language/leaning.js";
import { deniesPlan } from "../../language/modality.js";
import { findNames } from "../../language/names.js";
import type { Verdict } from "../phrases-framing.js";
import { neighbourOf, passageOf } from "../reading/neighbours.js";
import { speechOf } from "../reading/speech.js";
import { bringsAbout } from "../reading/still-to-come.js";
import { contextOf } from "../sentence-views.js";
import type { Finding, SentenceView, Term, Understood, WordsView } from "../steps.js";
import { holds, isNameLike } from "../term-match.js";
import { type Asserted, assertedIn } from "./claim-clauses.js";
import { isExpression } from "./claim-expressions.js";
import { asksForFirst, isField, placeOtherField } from "./claim-fields.js";
import { isOneOfSeveral } from "./claim-only.js";
import { holdsPosition } from "./claim-position.js";
import { type Claim, readClaim } from "./claim-read.js";
import { isRelatedAlike } from "./claim-relations.js";
import { type Placed, placeUnit, type ReadClause, readClause, type Unit } from "./claim-units.js";
import { isInTime, isRestrictedAlike, verbAskedFor } from "./claim-wording.js";

/** What a sentence says to a question. */
export interface Settled {
  readonly verdict: Verdict;
  /** It says no by another quantity, or by naming more: elsewhere it may be told of another time. */
  readonly differs: boolean;
}

/** Judging and composing ask the same sentences; a view belongs to one passage of one document. */
const known = new WeakMap<Understood, WeakMap<SentenceView, { readonly settled: Settled | null }>>();

/**
 * What one sentence says to a yes-or-no question: that it is so, is not so, or is planned. Null unless a single clause
 * holds everything that the question claims, in the same relations, without hedging: a doubt is no verdict.
 */
export function settle(understood: Understood, finding: Finding): Settled | null {
  const bySentence = known.get(understood) ?? new WeakMap<SentenceView, { readonly settled: Settled | null }>();
  known.set(understood, bySentence);
  const { settled } = bySentence.get(finding.view) ?? { settled: compare(understood, finding) };
  bySentence.set(finding.view, { settled });
  return settled;
}

function compare(understood: Understood, finding: Finding): Settled | null {
  const claim = readClaim(understood);
  if (claim === null || !mayHold(claim, finding.view)) return null;
  if (claim.asks === "stated" && claim.only === null && holdsPosition(claim, finding)) {
    return { verdict: "yes", differs: false };
  }
  const { language, publishedAt } = finding.candidate.document;
  for (const clause of assertedIn(finding.view.text)) {
    const verdict = verdictOf(claim, clause);
    if (verdict === null) continue;
    const text = asksForStart(claim) ? withoutFirstPhase(clause.text) : clause.text;
    const read = withCapital(readClause(text, language, publishedAt), finding);
    const settled = says(claim, read, verdict, pointedTo(clause, finding));
    if (settled !== null) return settled;
  }
  return null;
}

/** A quick look before a close one: a sentence without a word for something that is claimed does not settle it. */
function mayHold({ units, only }: Claim, view: SentenceView): boolean {
  const terms = units.filter((unit) => unit !== only).flatMap((unit) => unit.terms);
  const told = terms.filter(({ quantity, concepts }) => quantity === null && !concepts.some(isExpression));
  const isPointing = leansBack(view.text) || WE.test(view.text) || PARTIES.test(view.text) || COMPANY.test(view.text);
  const isCapital = ({ concepts }: Term) => concepts.includes("berlin") && CAPITAL.test(view.text);
  const isOtherField = (term: Term) => isField(term) && asksForFirst({ units });
  return (
    isPointing ||
    told.every(
      (term) => holds(view, term) > 0 || isCountedAsPerson(term, view) || isCapital(term) || isOtherField(term),
    )
  );
}

/** "Employs 5 people" counts employees. */
function isCountedAsPerson({ concepts }: Term, view: SentenceView): boolean {
  return concepts.includes("employee") && view.concepts.has("person");
}

const CAPITAL = /(?<!\p{L})(?:the (?:german )?capital|der (?:deutschen )?Hauptstadt)(?!\p{L}| of| von)/iu;

/** "The capital" is Berlin, where the text has spoken of Berlin. */
function withCapital(clause: ReadClause, { candidate }: Finding): ReadClause {
  const found = CAPITAL.exec(clause.text);
  if (found === null || !/(?<!\p{L})Berlin/u.test(candidate.passage.text)) return clause;
  const capital = { concept: "berlin", start: found.index, end: found.index + found[0].length };
  return { ...clause, expressions: [...clause.expressions, capital] };
}

const WE = /(?<!\p{L})(?:wir|we|our|unser\p{L}*)(?!\p{L})/iu;
/** Those whom the whole document is about. */
const PARTIES =
  /(?<!\p{L})(?:die (?:beiden )?(?:partner|häuser|kliniken|krankenhäuser|unternehmen|parteien)|beide (?:partner|häuser|kliniken)|the (?:two |both )?(?:partners|hospitals|companies|parties)|(?:der|die|the|this|our|dieser?) (?:cooperation|collaboration|partnership|zusammenarbeit|kooperation|partnerschaft)(?! (?:of|between|with|von|zwischen|mit|der|des)))(?!\p{L})/iu;
const COMPANY = /^(?:das unternehmen|der konzern|die gruppe|die einrichtung|the company|the group)(?!\p{L})/iu;

/** What stands for somebody in a clause points to this: the sentence before, what stands above it, or who speaks. */
function pointedTo({ start, text }: Span & { readonly text: string }, finding: Finding): WordsView | undefined {
  const { passage, document } = finding.candidate;
  if (WE.test(text)) return speechOf(finding).speaker?.told.view;
  const before = neighbourOf(finding, -1)?.view;
  if (PARTIES.test(text)) return united(contextOf(passage, document), before);
  if (start > 0) return undefined;
  if (COMPANY.test(text)) {
    const sentences = passageOf(finding).slice(0, finding.at).reverse();
    return sentences.find(({ view }) => view.names.some(({ kind }) => kind === "organisation"))?.view;
  }
  return leansBack(text) ? (before ?? contextOf(passage, document)) : undefined;
}

function united(one: WordsView, other: WordsView | undefined): WordsView {
  if (other === undefined) return one;
  return {
    stems: new Set([...one.stems, ...other.stems]),
    longStems: `${one.longStems} ${other.longStems}`,
    concepts: new Set([...one.concepts, ...other.concepts]),
  };
}

function asksForStart({ units }: Claim): boolean {
  return units.some((unit) => unit.terms.some(({ concepts }) => concepts.includes("start")));
}

/** What has begun with its first phase has begun. */
function withoutFirstPhase(text: string): string {
  return text.replace(FIRST_PHASE, (phase) => " ".repeat(phase.length));
}

const FIRST_PHASE =
  /(?<!\p{L})(?:(?:in |mit )?(?:die|der|ihrer|ihre|einer) erste[nr]? Phase(?= (?:der|einer|ihrer|des|gestartet))|(?:(?:in|into|with) )?(?:the|its|their) first phase(?: of)?)(?!\p{L})/giu;

function verdictOf({ asks, ofThing }: Claim, { text, modality }: Asserted): Verdict | null {
  if (ofThing && deniesPlan(text)) return "no";
  if (modality === asks) return ofThing && !bringsAbout(text) ? null : "yes";
  if (asks !== "stated") return null;
  if (modality === "negated") return "no";
  return modality === "planned" ? "planned" : null;
}

/** `before`: the sentence that a pronoun at the beginning of the clause points to. */
function says(claim: Claim, clause: ReadClause, verdict: Verdict, before: WordsView | undefined): Settled | null {
  const { question, units, only } = claim;
  const denied = verdict === "no";
  const verb = verbOf(claim, clause);
  if (verb === undefined || !isInTime(question, clause.text, verb === null)) return null;
  if (!isRestrictedAlike(question, clause.text)) return null;
  const placed: Placed[] = [];
  let carried = false;
  for (const unit of units) {
    const found =
      placeParts(unit, question, clause, denied) ??
      placeRest(claim, unit, clause, { denied, before }) ??
      otherField(unit, claim, clause);
    if (found === null) return null;
    carried ||= found.some(({ places }) => places.length === 0);
    placed.push(...found.filter(({ places }) => places.length > 0));
  }
  const isNo = claim.ofThing ? !JOINS.test(clause.text) : isDenied(clause, placed);
  if (placed.length === 0 || (denied && !isNo)) return null;
  if (verdict !== "yes" && placed.some((it) => isOnlyNamed(it, clause))) return null;
  if (!isRelatedAlike({ question, language: claim.language, clause, placed, verb, carried })) return null;
  const differs = placed.some((it) => it.differs);
  if (differs) return verdict === "yes" && !isOfPart(clause, placed) ? { verdict: "no", differs } : null;
  if (only === null) return { verdict, differs };
  return verdict !== "yes" ? null : restricted(only, placed, clause);
}

/** To "only": that there are more denies it; that it is just as many confirms it. */
function restricted(only: Unit, placed: readonly Placed[], clause: ReadClause): Settled | null {
  if (only.terms.some(({ quantity }) => quantity !== null)) return { verdict: "yes", differs: false };
  const target = placed.filter(({ unit }) => unit.start >= only.start && unit.end <= only.end);
  return target.some((it) => isOneOfSeveral(it, placed, clause)) ? { verdict: "no", differs: true } : null;
}

const OF_PART = /(?<!\p{L})(?:davon|darunter|including|of (?:them|these|whom|which)|einschließlich)(?!\p{L})/iu;

/** A figure of a place or of one of several does not exclude another figure of the whole. */
function isOfPart(clause: ReadClause, placed: readonly Placed[]): boolean {
  const places = placed.flatMap((it) => it.places);
  const others = findNames(clause.text, clause.language).filter(
    ({ kind }) => kind === "place" || kind === "organisation",
  );
  const isJoined = (gap: string) => /^\s*(?:(?:,|und|and|sowie)\s(?:(?:der|die|das|dem|den|the)\s)?)?$/u.test(gap);
  const isTold = ({ start, end }: Span) =>
    places.some(
      (place) =>
        (place.start < end && place.end > start) ||
        isJoined(place.end <= start ? clause.text.slice(place.end, start) : clause.text.slice(end, place.start)),
    );
  // "100 clinics and institutes" says nothing of clinics alone.
  const isCountedWithMore = placed.some(({ differs, places: [, ...counted] }) => {
    const end = counted.at(-1)?.end;
    const isToldToo = (at: number) =>
      [...places, ...clause.quantities].some((place) => place.start >= at && place.start < at + 8);
    return (
      differs && end !== undefined && /^\s(?:und|and|oder|or|sowie)\s/u.test(clause.text.slice(end)) && !isToldToo(end)
    );
  });
  return OF_PART.test(clause.text) || isCountedWithMore || others.some((name) => !isTold(name));
}

/** "Their cooperation is to grow" plans no cooperation: what the question asks with a verb is a mere noun here. */
function isOnlyNamed({ unit, places }: Placed, { text }: ReadClause): boolean {
  const isDeed = unit.terms.some(({ concepts, start, surface }) => {
    return concepts.includes("collaboration") && (start === 0 || /^\p{Ll}/u.test(surface));
  });
  return isDeed && places.some(({ start, end }) => /^\p{Lu}|(?:tion|ship|work)s?$/u.test(text.slice(start, end)));
}

function otherField(unit: Unit, claim: Claim, clause: ReadClause): Placed[] | null {
  const placed = placeOtherField(unit, claim, clause);
  return placed === null ? null : [placed];
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
  const named = terms.findIndex((term) => !(isNameLike(term) || isOrganisation(term)) || holds(before, term) < 1);
  const left = named < 0 ? terms.length : named;
  if (left === 0) return null;
  const rest = placeUnit(unitFrom(terms.slice(left)), question, clause, denied);
  return rest === null ? null : [rest];
}

const ORGANISATIONS: ReadonlySet<string> = new Set(
  "hospital university_hospital university company organisation institute partner".split(" "),
);

/** "The hospitals in A and B" are "both houses". */
function isOrganisation({ concepts }: Term): boolean {
  return concepts.some((concept) => ORGANISATIONS.has(concept));
}

const PARTICIPLE = /(?:ed|en|ing|built|made|held|led|set|won)$/iu;

/** The clause's "has" or "is" where it takes one; null where another verb is compared, undefined where it lacks it. */
function verbOf({ question, language, units, asks }: Claim, { text }: ReadClause): Span | null | undefined {
  const pattern = asks === "planned" ? null : verbAskedFor(question);
  if (units.some((unit) => unit.terms.some(({ concepts }) => concepts.some(isExpression)))) return null;
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
