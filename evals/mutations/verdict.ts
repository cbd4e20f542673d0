import { NOT_KNOWN_ANY_MORE } from "../gates.js";
import type { GateResult, Report, Result } from "../report-schema.js";
import type { Mutant } from "./mutants.js";

/** Whether the evaluation noticed that Konsil was broken. */
export interface Verdict extends Pick<Mutant, "id" | "breaks" | "gate" | "over"> {
  /** The gate that had to fail did. */
  readonly caught: boolean;
  /** What that gate says. */
  readonly found: string;
  /** Other gates that failed too. */
  readonly also: readonly string[];
  /** Which cases showed it, by id. */
  readonly cases: readonly string[];
}

/**
 * Compares the report of a mutant with the one of the unbroken Konsil, over the same documents. Throws an `Error` when the
 * evaluation has no such gate.
 */
export function verdictOn({ id, breaks, gate: wanted, over }: Mutant, broken: Report, sound: Report): Verdict {
  const gate = broken.gates.find((it) => it.id === wanted && it.over === over);
  if (gate === undefined) throw new Error(`${id}: the evaluation over the ${over} has no gate ${wanted}`);
  const faulty = faultsOf(gate).map((fault) => fault.case);
  const cases = gate.bound === null ? faulty : worseCases(wanted, broken, sound);
  return {
    id,
    breaks,
    gate: wanted,
    over,
    caught: hasFailed(gate),
    found: foundBy(gate),
    also: broken.gates.filter((it) => it !== gate && hasFailed(it)).map((it) => it.id),
    cases: [...new Set(cases)],
  };
}

function hasFailed(gate: GateResult): boolean {
  return gate.bound === null ? faultsOf(gate).length > 0 : !gate.passed;
}

/** That a known fault is gone fails a gate too, and shows nothing that is broken. */
function faultsOf({ faults }: GateResult): GateResult["faults"] {
  return faults.filter(({ fault }) => fault !== NOT_KNOWN_ANY_MORE);
}

/** "12 faults"; "0.64, bound 0.99". */
function foundBy(gate: GateResult): string {
  const { bound } = gate;
  const faults = faultsOf(gate).length;
  if (bound === null) return `${faults} ${faults === 1 ? "fault" : "faults"}`;
  return `${bound.measured?.toFixed(3) ?? "nothing measured"}, bound ${bound.value.toFixed(3)}`;
}

/** The cases that the metric, which knows each case by itself, thinks less of than before. */
function worseCases(metric: string, broken: Report, sound: Report): string[] {
  const sign = sound.metrics.find(({ id }) => id === metric)?.better === "lower" ? -1 : 1;
  const before = new Map(resultsOf(sound).map((result) => [result.id, result.measures[metric]]));
  return resultsOf(broken).flatMap(({ id, measures }) => {
    const [was, is] = [before.get(id), measures[metric]];
    return was !== undefined && is !== undefined && sign * is < sign * was ? [id] : [];
  });
}

function resultsOf({ sets }: Report): Result[] {
  return sets.flatMap(({ results }) => results);
}
