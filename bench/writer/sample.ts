import type { Case } from "../../evals/cases/case.js";

/** At most `most` cases, all for 0: in turn from each slice and kind, evenly over each, the same ones every time. */
export function sample(cases: readonly Case[], most: number): Case[] {
  if (most === 0 || cases.length <= most) return [...cases];
  const groups = new Map<string, Case[]>();
  for (const it of cases) {
    const group = `${it.answerable} ${it.slice} ${it.kind}`;
    groups.set(group, [...(groups.get(group) ?? []), it]);
  }
  const sorted = [...groups.values()].flat();
  return Array.from({ length: most }, (_, at) => sorted[Math.floor((at * sorted.length) / most)]).filter(
    (it) => it !== undefined,
  );
}
