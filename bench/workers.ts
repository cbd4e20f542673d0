import { quantile } from "../evals/statistics/quantile.js";
import { sum } from "../evals/statistics/sum.js";
import type { Embedder } from "../src/contracts/ports.js";
import { benchDocument, benchQuestion } from "./corpus.js";
import type { Measurement } from "./measurement.js";
import { loadBundledModel } from "./model.js";
import { timed } from "./timed.js";

const PASSAGES = 500;
const ROUNDS = 3;
const PASSAGES_A_ROUND = 40;
const QUESTIONS = 60;

/** What a second worker gains, and how long a question takes while passages wait. */
export async function measureWorkers(two: Embedder): Promise<Measurement[]> {
  const one = await loadBundledModel(1);
  try {
    const times: Record<"one" | "two", number[]> = { one: [], two: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const texts = passages(PASSAGES_A_ROUND, round);
      times.one.push((await timed(() => one.embedPassages(texts))).ms);
      times.two.push((await timed(() => two.embedPassages(texts))).ms);
    }
    const idle = await questionTimes(two);
    const stop = new AbortController();
    const embedding = two.embedPassages(passages(PASSAGES, ROUNDS), stop.signal).catch(() => undefined);
    const busy = await questionTimes(two);
    stop.abort();
    await embedding;
    const rate = (ms: readonly number[]) => (1000 * PASSAGES_A_ROUND * ROUNDS) / sum(ms);
    return [
      { name: "passages, one worker", value: rate(times.one), unit: "/s" },
      { name: "passages, all workers", value: rate(times.two), unit: "/s" },
      { name: "question, idle, p50", value: quantile(idle, 0.5), unit: "ms" },
      { name: `question while ${PASSAGES} passages wait, p50`, value: quantile(busy, 0.5), unit: "ms" },
      { name: `question while ${PASSAGES} passages wait, p95`, value: quantile(busy, 0.95), unit: "ms" },
    ];
  } finally {
    await one.close();
  }
}

async function questionTimes(embedder: Embedder): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < QUESTIONS; i++) times.push((await timed(() => embedder.embedQuestion(benchQuestion(i)))).ms);
  return times;
}

/** Of some 100 tokens each, no two alike. */
function passages(count: number, salt: number): string[] {
  return Array.from({ length: count }, (_, i) => benchDocument(i + 1000 * salt, 1));
}
