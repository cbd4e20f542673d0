import { quantile } from "../evals/statistics/quantile.js";
import { answerSchema } from "../src/contracts/answer.js";
import type { Embedder } from "../src/contracts/ports.js";
import { benchQuestion } from "./corpus.js";
import type { Measurement } from "./measurement.js";
import type { ServerProcess } from "./server-process.js";
import { timed } from "./timed.js";

const WARM_UP = 20;
const QUESTIONS = 200;
const EXPECTED_RATIO = 1.25;

/**
 * How much longer a whole answer over HTTP takes than the embedding of its question alone. The two are measured by
 * turns with the same questions, so that whatever else the machine does falls on both.
 */
export async function measureAsk(embedder: Embedder, server: ServerProcess): Promise<Measurement[]> {
  const bare: number[] = [];
  const asked: number[] = [];
  const inside: number[] = [];
  for (let i = -WARM_UP; i < QUESTIONS; i++) {
    const question = benchQuestion(i + WARM_UP);
    const embedding = () => timed(() => embedder.embedQuestion(question));
    const asking = () => timed(() => server.post("/v1/ask", { question }));
    const order = i % 2 === 0 ? [embedding, asking] : [asking, embedding];
    for (const measure of order) {
      const { ms, result } = await measure();
      if (i < 0) continue;
      (measure === embedding ? bare : asked).push(ms);
      if (measure === asking) inside.push(answerSchema.parse(result).timings.totalMs);
    }
  }
  const ratio = (share: number) => quantile(asked, share) / quantile(bare, share);
  const withoutHttp = quantile(inside, 0.5) / quantile(bare, 0.5);
  return [
    { name: "ask / bare embedding, p50", value: ratio(0.5), unit: "", expected: { atMost: EXPECTED_RATIO } },
    { name: "ask / bare embedding, p95", value: ratio(0.95), unit: "", expected: { atMost: EXPECTED_RATIO } },
    { name: "the same inside the server, without HTTP, p50", value: withoutHttp, unit: "" },
    { name: "question embedded bare, p50", value: quantile(bare, 0.5), unit: "ms" },
    { name: "question embedded bare, p95", value: quantile(bare, 0.95), unit: "ms" },
    { name: "POST /v1/ask, p50", value: quantile(asked, 0.5), unit: "ms" },
    { name: "POST /v1/ask, p95", value: quantile(asked, 0.95), unit: "ms" },
  ];
}
