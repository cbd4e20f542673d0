import { contradict, type Value, valuesIn } from "./judge-values.js";
import type { AnswerKind, Finding, Understood } from "./steps.js";

/** Another document's sentence counts from this share of the best one's probability. */
const SHARE = 0.6;
const KINDS: ReadonlySet<AnswerKind> = new Set(["number", "amount", "percent", "duration", "date", "person"]);

/**
 * The best sentence and those of other documents that state another value of the same thing for the same time, the
 * newest document first; empty when none does. `passing`: what passed the rules, the best first.
 */
export function disagreements(understood: Understood, passing: readonly Finding[], best: Finding): Finding[] {
  if (!KINDS.has(understood.kind) || understood.asksForPublication) return [];
  // A deed may have several doers; a position has one holder.
  if (understood.kind === "person" && !understood.terms.some((term) => term.role)) return [];
  const stated = onlyValue(understood, best);
  if (stated === null) return [];
  const byDocument = new Map<string, Finding>([[best.candidate.document.id, best]]);
  for (const finding of passing) {
    const { id } = finding.candidate.document;
    if (byDocument.has(id) || finding.probability < SHARE * best.probability || !isOfSameTime(finding, best)) continue;
    const value = onlyValue(understood, finding);
    if (value === null || !contradict(stated, value) || !sharesSubject(understood, finding, best)) continue;
    byDocument.set(id, finding);
  }
  return byDocument.size < 2 ? [] : [...byDocument.values()].sort(newestFirst);
}

function onlyValue(understood: Understood, { view }: Finding): Value | null {
  const [value, ...others] = valuesIn(understood, view);
  return others.some((other) => other.normal !== value?.normal) ? null : (value ?? null);
}

/** Figures of different years do not disagree; one that states no year may be of any. */
function isOfSameTime({ view }: Finding, best: Finding): boolean {
  const [years, others] = [yearsOf(view), yearsOf(best.view)];
  if (years.length === 0 && others.length === 0) return true;
  return years.some((year) => others.includes(year));
}

function yearsOf({ quantities }: Finding["view"]): string[] {
  return quantities.flatMap(({ kind, normal }) => (kind === "year" || kind === "date" ? [normal.slice(0, 4)] : []));
}

/** Both name whom the question is about, or neither does. */
function sharesSubject({ terms }: Understood, one: Finding, other: Finding): boolean {
  const names = terms.filter(({ kind }) => kind === "name");
  const heldBy = ({ view }: Finding) => names.filter((term) => term.stems.some((stem) => view.stems.has(stem)));
  const [held, others] = [heldBy(one), heldBy(other)];
  return names.length === 0 ? sharedNames(one, other) : held.length === others.length;
}

function sharedNames(one: Finding, other: Finding): boolean {
  const names = new Set(one.view.names.map(({ surface }) => surface));
  return other.view.names.some(({ surface }) => names.has(surface));
}

export function newestFirst(a: Finding, b: Finding): number {
  const [left, right] = [a.candidate.document.publishedAt ?? "", b.candidate.document.publishedAt ?? ""];
  return left === right ? b.rank - a.rank : left < right ? 1 : -1;
}
