import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { LATENCIES, METRICS } from "../../evals/metrics/all.js";

const README = readFileSync(path.resolve(import.meta.dirname, "../../evals/README.md"), "utf8");

it("names every metric in the README of the evaluation, in the order of the report", () => {
  const table = /<!-- metrics -->([\s\S]*)<!-- \/metrics -->/.exec(README)?.[1] ?? "";
  const named = table.split("\n").flatMap((row) => (row.split("|")[1] ?? "").match(/`[^`]+`/g) ?? []);
  expect(named).toEqual([...METRICS, ...LATENCIES].map(({ id }) => `\`${id}\``));
});
