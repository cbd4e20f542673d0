import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAsker, makeParts, PASSAGE } from "../../tests/fakes/http-parts.js";
import { createHttpApp } from "../channels/http/app.js";
import { type HttpServer, serveHttp } from "../channels/http/server.js";
import type { SearchRequest } from "../contracts/question.js";
import { KonsilRetriever } from "./langchain-retriever.js";
import { searchOverHttp } from "./search-over-http.js";

const asked: SearchRequest[] = [];
let server: HttpServer;
beforeAll(async () => {
  const asker = makeAsker({
    async search(request) {
      asked.push(request);
      return [PASSAGE];
    },
  });
  const app = createHttpApp(makeParts({ asker, keys: { ask: ["a-key"], admin: [] }, anonymous: false }));
  server = await serveHttp(app, { host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

describe("searchOverHttp", () => {
  it("finds through a server what a retriever hands to LangChain", async () => {
    const filter = { publishers: ["Klinikum Lindental"] };
    const search = searchOverHttp({ url: server.url, key: "a-key", filter });
    const documents = await new KonsilRetriever({ search, k: 3 }).invoke("Wann?");
    expect(asked).toEqual([{ query: "Wann?", limit: 3, filter }]);
    expect(documents).toMatchObject([
      { id: PASSAGE.passageId, pageContent: PASSAGE.text, metadata: { documentId: "lindental", language: "de" } },
    ]);
  });

  it("throws what the server says", async () => {
    const refused = searchOverHttp({ url: server.url })("Wann?", 3);
    await expect(refused).rejects.toThrow("Konsil: Send a key as Authorization: Bearer <key>");
  });
});
