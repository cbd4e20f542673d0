import type { Trial } from "../trial.js";
import type { Metric } from "./metric.js";

/** The same metric, which grades each trial once, in however many groups it is counted. */
export function remembering(metric: Metric): Metric {
  if (metric.of === "share") return { ...metric, valueOf: once(metric.valueOf) };
  return metric.of === "mean" ? { ...metric, valueOf: once(metric.valueOf) } : metric;
}

function once<T>(measure: (trial: Trial) => T): (trial: Trial) => T {
  const values = new WeakMap<Trial, { readonly value: T }>();
  return (trial) => {
    const known = values.get(trial) ?? { value: measure(trial) };
    values.set(trial, known);
    return known.value;
  };
}
