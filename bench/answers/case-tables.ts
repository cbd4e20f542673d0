import { markdownTable } from "../retrieval/tables.js";
import type { CaseResult, CaseShare } from "./cases.js";
import { percent } from "./tables.js";

/** A row for each share, a column for each choice of documents. */
export function caseTable(shares: readonly CaseShare[]): string {
  const overs = [...new Set(shares.map(({ over }) => over))];
  const rows = [...new Set(shares.map(({ name }) => name))].map((name) => [
    name,
    ...overs.map((over) => {
      const share = shares.find((it) => it.over === over && it.name === name)?.share ?? null;
      return share === null ? "–" : `${percent(share)} of ${share.values}`;
    }),
  ]);
  return `**Own cases (+ answerable, – not)**\n\n${markdownTable(["", ...overs], rows)}`;
}

/** Every case that went wrong, with what was asked and answered. */
export function failureList(results: readonly CaseResult[]): string {
  const failures = results
    .filter(({ right }) => !right)
    .map(({ over, id, kind, question, answer, faults }) =>
      [
        `- ${id} (${over}, ${kind}): ${question}`,
        `  => ${answer.replaceAll("\n", " ")}`,
        `  ${faults.join("; ")}`,
      ].join("\n"),
    );
  return failures.length === 0 ? "No case went wrong." : `**Cases that went wrong**\n\n${failures.join("\n")}`;
}
