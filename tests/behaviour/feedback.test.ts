import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { feedbackListSchema } from "../../src/channels/http/schemas.js";
import { readConfig } from "../../src/config.js";
import { answerSchema } from "../../src/contracts/answer.js";
import { type RunningServer, startServer } from "../../src/server.js";
import { createWorkspace } from "./sample-corpus.js";

const QUESTION = "Wann haben das Klinikum Lindental und Aurora Medtech den Vertrag unterzeichnet?";

/** One server after the other, on the same data folder. */
describe("feedback on a running server", { timeout: 120_000 }, () => {
  const workspace = createWorkspace();
  let server: RunningServer;
  let answerId: string;

  async function start(): Promise<void> {
    const { corpus, data } = workspace;
    const config = readConfig({ KONSIL_CORPUS: corpus, KONSIL_DATA: data, KONSIL_PORT: "0", KONSIL_LOG: "silent" });
    server = await startServer(config, { out: () => undefined, err: () => undefined, progress: () => undefined });
    await server.ready;
  }
  const post = (path: string, body: object) =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const read = async () => {
    const response = await fetch(`${server.url}/v1/feedback`);
    return feedbackListSchema.parse(await response.json()).feedback;
  };

  beforeAll(start, 120_000);
  afterAll(async () => {
    await server.close();
    workspace.remove();
  });

  it("is kept with the answer that was streamed", async () => {
    const stream = await (await post("/v1/ask", { question: QUESTION, stream: true })).text();
    const finished = /event: answer\.finished\ndata: (.*)/.exec(stream)?.[1] ?? "{}";
    const { answer } = z.object({ answer: answerSchema }).parse(JSON.parse(finished));
    answerId = answer.id;
    expect((await post("/v1/feedback", { answerId, verdict: "helpful" })).status).toBe(201);
    expect(await read()).toMatchObject([{ answerId, question: QUESTION, answer, documents: ["lindental"] }]);
  });

  it("is still there after a restart, which forgets answers and not feedback", async () => {
    await server.close();
    await start();
    expect(await read()).toMatchObject([{ answerId, verdict: "helpful", question: QUESTION }]);
    expect((await post("/v1/feedback", { answerId: "ans_BEFORE", verdict: "wrong" })).status).toBe(404);
    const again = { answerId, verdict: "wrong", comment: "Doch nicht.", question: QUESTION };
    expect((await post("/v1/feedback", again)).status).toBe(201);
    expect(await read()).toMatchObject([{ verdict: "wrong", comment: "Doch nicht.", answer: null }]);
  });

  it("shows no quotation of a document that was removed", async () => {
    const { id } = answerSchema.parse(await (await post("/v1/ask", { question: QUESTION })).json());
    await post("/v1/feedback", { answerId: id, verdict: "incomplete" });
    expect(JSON.stringify((await read()).at(-1)?.answer)).toContain("3. März 2024");
    expect((await fetch(`${server.url}/v1/documents/lindental`, { method: "DELETE" })).status).toBe(204);
    const last = (await read()).at(-1);
    expect(last).toMatchObject({ answerId: id, verdict: "incomplete", question: QUESTION, answer: null });
    expect(JSON.stringify(await read())).not.toContain("3. März 2024");
  });
});
