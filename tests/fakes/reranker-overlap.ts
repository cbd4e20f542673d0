import { setImmediate } from "node:timers/promises";
import { RunningCalls } from "../../src/adapters/running-calls.js";
import { KonsilError } from "../../src/contracts/errors.js";
import type { Reranker } from "../../src/contracts/ports.js";

/** How many different words of the question a text holds. */
export function sharedWords(question: string, text: string): number {
  const held = new Set(wordsOf(text));
  return new Set(wordsOf(question).filter((word) => held.has(word))).size;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Scores by shared words; a broken one fails as a real one does. `asked` holds what it was asked. */
export function createOverlapReranker({ isBroken = false } = {}) {
  const calls = new RunningCalls();
  const asked: { readonly question: string; readonly texts: readonly string[] }[] = [];
  const reranker: Reranker = {
    id: "overlap",
    rerank: (question, texts, signal) =>
      calls.run(async () => {
        asked.push({ question, texts });
        await setImmediate();
        if (isBroken) throw new KonsilError("model_unavailable", "The reranker is broken");
        return texts.map((text) => sharedWords(question, text));
      }, signal),
    close: async () => calls.close(),
  };
  return { ...reranker, asked };
}
