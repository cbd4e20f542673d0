import { documentsMeant, documentsOf, onePerCollaboration } from "./judge-documents.js";
import { contradict, valuesIn } from "./judge-values.js";
import type { AnswerKind, Evidence, Finding, Understood } from "./steps.js";
import { isAboutCollaboration, isNameLike } from "./term-match.js";

const SHARES = {
  /** Two documents answer equally well from this share of the best one's probability on. */
  rival: 0.85,
  /** A document that the question may mean as well, from this share on. */
  meant: 0.4,
} as const;

/** Kinds that one value answers. */
const VALUED: ReadonlySet<AnswerKind> = new Set(["date", "person", "number", "amount", "percent", "duration"]);
/** Kinds of which each collaboration has its own answer. */
const OWN: ReadonlySet<AnswerKind> = new Set([...VALUED, "overview", "plan", "list", "reason"]);

/**
 * The best sentence of each document that a question may mean, where these answer it differently; empty when only one
 * reading is open. `passing`: what passed the rules, the best first.
 */
export function readings(understood: Understood, evidence: Evidence, passing: readonly Finding[]): Finding[] {
  const [best] = passing;
  if (best === undefined || !OWN.has(understood.kind)) return [];
  const namesNone = !understood.terms.some((term) => term.kind !== "word");
  if (namesNone && (understood.kind === "date" || understood.kind === "person")) {
    const rivals = differing(understood, passing, best, SHARES.rival);
    if (areOfSeveral(rivals)) return rivals;
  }
  if (!isAboutCollaboration(understood)) return [];
  const meant = onePerCollaboration(documentsMeant(understood, evidence));
  if (meant.length < 2 || isOneOf(understood, meant.length)) return [];
  const ids = new Set(meant.map(({ id }) => id));
  const open = differing(
    understood,
    passing.filter(({ candidate }) => ids.has(candidate.document.id)),
    best,
    SHARES.meant,
  );
  return open.length > 1 && ids.has(best.candidate.document.id) ? open : [];
}

/** What points to something said before. */
const POINTS_BACK =
  /(?<!\p{L})(?:die (?=(?:denn|eigentlich|da|dort|so|jetzt)(?!\p{L}))|(?:er|sie|es(?! gibt)|ihn|ihm|dort|davon|dazu|dessen|it|its|he|she|they|them|their|his|her|there(?! (?:is|are)))(?!\p{L})|(?:das|dies|diese[nrs]?|that|this|those|these)(?=[?!. ]*$))/iu;
/** With more words a question says what it is about, whatever it points to beside. */
const MOST_WORDS = 2;
/** Asked back about so many documents at most. */
const READINGS = 3;

/**
 * The best sentence of each document where a question says neither of whom nor of which collaboration it speaks: "How many
 * people work there?", "What are the goals of the cooperation?". `ranked`: every sentence, the best first.
 */
export function unresolved(understood: Understood, evidence: Evidence, ranked: readonly Finding[]): Finding[] {
  const { kind, terms, standalone } = understood;
  if (terms.some((term) => term.kind !== "word" || isNameLike(term))) return [];
  const pointsBack = terms.length <= MOST_WORDS && POINTS_BACK.test(standalone) && POINTING.has(kind);
  const isOpen = pointsBack || (isAboutCollaboration(understood) && OWN.has(kind));
  if (!isOpen) return [];
  const documents = pointsBack ? documentsOf(evidence) : documentsMeant(understood, evidence);
  return onePerCollaboration(documents)
    .slice(0, READINGS)
    .flatMap(({ id }) => ranked.find((it) => it.candidate.document.id === id) ?? []);
}

/** Whether sentences are of several collaborations: several documents about one are no different readings. */
export function areOfSeveral(findings: readonly Finding[]): boolean {
  const documents = findings.map(({ candidate }) => ({ id: candidate.document.id, candidates: [candidate] }));
  return new Set(onePerCollaboration(documents).map(({ id }) => id)).size > 1;
}

/** Kinds that ask about one thing or person. */
const POINTING: ReadonlySet<AnswerKind> = new Set([...VALUED, "place", "role", "statement"]);

/** Names of two parties and more tell which collaboration is meant, as far as any document does. */
function isOneOf({ terms }: Understood, documents: number): boolean {
  const runs = terms.filter(isNameLike).filter((term, at, all) => (all[at - 1]?.end ?? -2) + 1 !== term.start);
  return runs.length > documents;
}

/** One sentence a document, as far as they are close to the best one and say something else. */
function differing(understood: Understood, passing: readonly Finding[], best: Finding, share: number): Finding[] {
  const byDocument = new Map<string, Finding>([[best.candidate.document.id, best]]);
  for (const finding of passing) {
    const { id } = finding.candidate.document;
    const isClose = finding.probability >= share * best.probability;
    if (!byDocument.has(id) && isClose && saysElse(understood, finding, best)) byDocument.set(id, finding);
  }
  return [...byDocument.values()];
}

function saysElse(understood: Understood, one: Finding, other: Finding): boolean {
  if (!VALUED.has(understood.kind)) return true;
  const [values, others] = [valuesIn(understood, one.view), valuesIn(understood, other.view)];
  return values.length > 0 && others.length > 0 && values.every((a) => others.every((b) => contradict(a, b)));
}
