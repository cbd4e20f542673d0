import type { SetName } from "./asking/document-sets.js";
import type { Comparison, Report } from "./report-schema.js";
import { mcnemarExact } from "./statistics/mcnemar.js";

/** Whether each case was right, by its id. */
export type Grades = ReadonlyMap<string, boolean>;

/** Two gradings of the cases over one set of documents; a case that was asked only once tells nothing. */
export function compareGrades(over: SetName, before: Grades, now: Grades): Comparison {
  const both = [...now].filter(([id]) => before.has(id));
  const changed = both.filter(([id, right]) => before.get(id) !== right);
  const won = changed.filter(([, right]) => right).map(([id]) => id);
  const lost = changed.filter(([, right]) => !right).map(([id]) => id);
  return { over, cases: both.length, won, lost, p: mcnemarExact(won.length, lost.length) };
}

/** One comparison for each set of documents that both reports are about. Throws an `Error` where there is none. */
export function compareReports(before: Report, now: Report): Comparison[] {
  const pairs = now.sets.flatMap((set) => {
    const earlier = before.sets.find(({ over }) => over === set.over);
    return earlier === undefined ? [] : [compareGrades(set.over, gradesOf(earlier), gradesOf(set))];
  });
  if (pairs.length === 0) throw new Error("the reports are about different documents");
  return pairs;
}

export function gradesOf({ results }: Pick<Report["sets"][number], "results">): Grades {
  return new Map(results.map(({ id, right }) => [id, right]));
}

/** A comparison in words, the changed cases by name. */
export function comparisonText({ over, cases, won, lost, p }: Comparison): string {
  const names = (label: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`${label}: ${ids.join(", ")}`]);
  const head = `over the ${over}: ${won.length} won, ${lost.length} lost of ${cases} cases, p = ${p.toPrecision(2)}`;
  return [head, ...names("  won", won), ...names("  lost", lost)].join("\n");
}
