import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type SetName, setNameSchema } from "../asking/document-sets.js";
import type { Grades } from "../compare.js";
import type { Estimate } from "../metrics/estimate.js";
import type { Metric } from "../metrics/metric.js";

const baselineSchema = z.strictObject({
  over: setNameSchema,
  bounds: z
    .record(z.string(), z.number())
    .meta({ description: "By metric: at least, or at most where less is better" }),
  right: z.array(z.string()).meta({ description: "Cases that were right, by id" }),
  wrong: z.array(z.string()).meta({ description: "Cases that were asked and were not" }),
  lowered: z
    .array(z.strictObject({ what: z.string(), from: z.string(), to: z.string(), reason: z.string().min(1) }))
    .meta({ description: "What was given up, and why" }),
});
export type Baseline = z.infer<typeof baselineSchema>;

/**
 * A processor that rounds the products of the model's small integers in another way turns a case on the edge. So many
 * cases may be lost before a bound is missed; the comparison with the baseline names each of them all the same.
 */
const SLACK_CASES = 2;

export interface Measured {
  readonly metric: Pick<Metric, "id" | "better">;
  readonly estimate: Estimate;
}

/** Null where there is none yet. Throws an `Error` that names a file that is no baseline of this set. */
export function readBaseline(over: SetName, folder = import.meta.dirname): Baseline | null {
  const file = path.join(folder, `${over}.json`);
  if (!existsSync(file)) return null;
  const read = baselineSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (read.success && read.data.over === over) return read.data;
  throw new Error(`${file} is no baseline over the ${over}`, { cause: read.error });
}

export function writeBaseline(baseline: Baseline, folder = import.meta.dirname): void {
  const sorted = { ...baseline, right: [...baseline.right].sort(), wrong: [...baseline.wrong].sort() };
  writeFileSync(path.join(folder, `${baseline.over}.json`), `${JSON.stringify(sorted, null, 2)}\n`);
}

export function gradesInBaseline({ right, wrong }: Baseline): Grades {
  return new Map([...right.map((id) => [id, true] as const), ...wrong.map((id) => [id, false] as const)]);
}

/**
 * The baseline after a run: bounds rise, one that nothing was measured for stays, and a case that was right stays one that
 * has to be, as long as it is asked. With a reason, bounds and cases may also fall, and each that does is written down.
 */
export function updatedBaseline(
  old: Baseline | null,
  {
    over,
    measured,
    grades,
  }: { readonly over: SetName; readonly measured: readonly Measured[]; readonly grades: Grades },
  reason: string | null,
): Baseline {
  const lowered = [...(old?.lowered ?? [])];
  const bounds: Record<string, number> = {};
  for (const { metric, estimate } of measured) {
    const before = old?.bounds[metric.id];
    const reached = boundOf(metric, estimate);
    const falls = before !== undefined && (metric.better === "higher" ? reached < before : reached > before);
    bounds[metric.id] = falls && reason === null ? before : reached;
    if (falls && reason !== null) lowered.push({ what: metric.id, from: `${before}`, to: `${reached}`, reason });
  }
  for (const [what, before] of Object.entries(old?.bounds ?? {})) {
    if (what in bounds) continue;
    if (reason === null) bounds[what] = before;
    else lowered.push({ what, from: `${before}`, to: "not measured", reason });
  }
  const lost = (old?.right ?? []).filter((id) => grades.get(id) === false);
  if (reason !== null) lowered.push(...lost.map((what) => ({ what, from: "right", to: "wrong", reason })));
  const isRight = (id: string) => grades.get(id) === true || (reason === null && lost.includes(id));
  const ids = [...grades.keys()];
  return { over, bounds, right: ids.filter(isRight), wrong: ids.filter((id) => !isRight(id)), lowered };
}

/** Rounded away from what was reached, to four digits, and never beyond what a share can be. */
function boundOf({ better }: Measured["metric"], { value, trials }: Estimate): number {
  const slack = SLACK_CASES / trials;
  if (better === "higher") return Math.max(0, Math.floor(10_000 * (value - slack)) / 10_000);
  return Math.min(1, Math.ceil(10_000 * (value + slack)) / 10_000);
}
