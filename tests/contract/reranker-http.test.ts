import { afterAll, beforeAll, describe } from "vitest";
import { createHttpReranker } from "../../src/adapters/reranker-http.js";
import { type RerankServer, startRerankServer } from "../fakes/rerank-server.js";
import { describeReranker } from "./reranker.js";

describe.each(["documents", "texts"] as const)("over HTTP, with a server that takes %s", (shape) => {
  let server: RerankServer;
  let broken: RerankServer;
  beforeAll(async () => {
    server = await startRerankServer({ shape });
    broken = await startRerankServer({ says: { status: 500, body: '{"error": "out of memory"}' } });
  });
  afterAll(() => Promise.all([server.close(), broken.close()]));

  describeReranker("reranker-http", {
    create: async () => createHttpReranker({ url: server.url }),
    createBroken: async () => createHttpReranker({ url: broken.url }),
  });
});
