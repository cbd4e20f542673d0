import type { KnownDocument } from "./api.js";
import { fill, type Texts } from "./texts.js";

const SHOWN = 3;

/** Questions about partners that the documents name, whatever the corpus is; no two about the same partners. */
export function exampleQuestions(documents: readonly KnownDocument[], words: Texts): string[] {
  const patterns = [words.exampleAbout, words.exampleGoals, words.examplePlans];
  const pairs = new Map<string, readonly [string, string]>();
  for (const { partners } of documents) {
    const [a, b] = partners;
    if (a !== undefined && b !== undefined) pairs.set([a, b].sort().join("\n"), [a, b]);
  }
  return [...pairs.values()]
    .slice(0, SHOWN)
    .map(([a, b], index) => fill(patterns[index % patterns.length] ?? words.exampleAbout, { a, b }));
}
