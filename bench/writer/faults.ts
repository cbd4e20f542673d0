import { markdownTable } from "../../evals/reporting/markdown-table.js";
import { createAsker } from "../../src/ask/ask.js";
import { readConfig } from "../../src/config.js";
import { createLog } from "../../src/observe/log.js";
import { openWriter } from "../../src/open-writer.js";
import { readPrompts } from "../../src/prompts.js";
import type { Application } from "../../src/wire.js";
import { LLM_FAULTS, type LlmFault, startLlmServer } from "../../tests/fakes/llm-server.js";

/** A question that the corpus answers, and what a model that works would write. */
const ASKED = {
  question: "Wann gaben Northwestern Medicine und Siemens Healthineers ihre Partnerschaft bekannt?",
  reply: "Northwestern Medicine und Siemens Healthineers gaben ihre Partnerschaft am 9. Februar 2026 bekannt. [1]",
};
/** Of a whole answer, in seconds, so that the table shows what the limit does. */
const TIMEOUT = "10";

/** What a caller gets from a model behind a server that misbehaves in each known way, against the extracted answer. */
export async function faultTable({ library, embedder }: Application): Promise<string> {
  const { question, reply } = ASKED;
  const extracted = await createAsker({ library, embedder, followUps: false }).ask({ question });
  const rows: string[][] = [];
  for (const fault of [null, ...LLM_FAULTS]) rows.push([fault ?? "none", ...(await cells(fault))]);
  return markdownTable(["the model's server", "answered by", "warnings", "as without a model", "s"], rows);

  async function cells(fault: LlmFault | null): Promise<string[]> {
    const server = await startLlmServer({ reply, fault });
    const env = { KONSIL_WRITER: "openai", KONSIL_WRITER_URL: server.url, KONSIL_WRITER_MODEL: "served-model" };
    const log = createLog({ level: "silent" });
    const writer = await openWriter(readConfig({ ...env, KONSIL_WRITER_TIMEOUT: TIMEOUT }), log);
    if (writer === null) throw new Error("no writer");
    try {
      const writing = { writer, prompts: readPrompts() };
      const asker = createAsker({ library, embedder, followUps: false, writing });
      const answer = await asker.ask({ question });
      const isSame = answer.answer === extracted.answer ? "yes" : answer.writer.kind === "llm" ? "worded" : "NO";
      const seconds = (answer.timings.totalMs / 1000).toFixed(1);
      return [answer.writer.kind === "llm" ? "the model" : "extraction", answer.warnings.join(", "), isSame, seconds];
    } finally {
      await writer.close();
      await server.close();
    }
  }
}
