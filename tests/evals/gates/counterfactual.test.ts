import { expect, it } from "vitest";
import { readRenamings } from "../../../evals/counterfactual/names.js";
import { passesGates } from "./passes-gates.js";

/** Names of the corpus that are no words of their own. */
const OLD = new RegExp(
  `(?<!\\p{L})(?:${readRenamings()
    .filter(({ isWord }) => !isWord)
    .flatMap(({ forms }) => forms)
    .join("|")})`,
  "iu",
);

passesGates("counterfactual", (set) => {
  it("answers with the names of its documents, and with none of the corpus", () => {
    const said = set().results.map(({ id, answer, citations }) => ({
      id,
      old: OLD.exec([answer, ...citations.map(({ quote }) => quote)].join("\n"))?.[0] ?? null,
    }));
    expect(said.filter(({ old }) => old !== null)).toEqual([]);
  });
});
