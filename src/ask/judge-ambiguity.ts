import { documentsMeant, isAboutCollaboration, isNameLike } from "./judge-documents.js";
import { contradict, valuesIn } from "./judge-values.js";
import type { AnswerKind, Evidence, Finding, Understood } from "./steps.js";

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
    if (rivals.length > 1) return rivals;
  }
  if (!isAboutCollaboration(understood)) return [];
  const meant = documentsMeant(understood, evidence);
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
