import { afterEach, expect, it } from "vitest";
import { createHttpApp } from "../../src/channels/http/app.js";
import { type HttpServer, serveHttp } from "../../src/channels/http/server.js";
import { ANSWER, CITATION, makeParts, PASSAGE, TEXT } from "../../tests/fakes/http-parts.js";
import { documentSet } from "./document-sets.js";
import { systemAt } from "./over-http.js";

const KEY = "a-key-that-may-ask";
const servers: HttpServer[] = [];

async function served(overrides: Parameters<typeof makeParts>[0] = {}): Promise<string> {
  const server = await serveHttp(createHttpApp(makeParts(overrides)), { host: "127.0.0.1", port: 0 });
  servers.push(server);
  return server.url;
}

const openAt = (url: string, key?: string) => systemAt(url, { key }).open(documentSet("corpus"));

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

it("asks, searches, and reads the text that citations point to", async () => {
  const system = await openAt(`${await served()}/`);
  expect(await system.ask({ question: "Wann wurde das Institut gegründet?" })).toEqual(ANSWER);
  expect(await system.search("Institut", 10)).toEqual([{ documentId: PASSAGE.documentId, text: PASSAGE.text }]);
  const text = await system.textOf(CITATION.documentId);
  expect(text).toBe(TEXT);
  expect(text?.slice(CITATION.start, CITATION.end)).toBe(CITATION.quote);
});

it("sends a filter with the question and with the search", async () => {
  const filter = { documentIds: ["lindental"], publishedAfter: "2026-01-01" };
  const got: unknown[] = [];
  const { asker } = makeParts();
  const listening: typeof asker = {
    ask: (request, options) => {
      got.push(request.filter);
      return asker.ask(request, options);
    },
    search: (request, options) => {
      got.push(request.filter);
      return asker.search(request, options);
    },
  };
  const system = await openAt(await served({ asker: listening }));
  await system.ask({ question: "Wann?", filter });
  await system.search("Institut", 10, filter);
  expect(got).toEqual([filter, filter]);
});

it("has no text for a document that is not there", async () => {
  const system = await openAt(await served());
  expect(await system.textOf("missing")).toBeNull();
  expect(await system.textOf("süd-ost")).toBe("Eine Übersicht.");
});

it("hands over the key, and breaks without one where one is needed", async () => {
  const url = await served({ keys: { ask: [KEY], admin: [] }, anonymous: false });
  expect(await (await openAt(url, KEY)).ask({ question: "Wann?" })).toEqual(ANSWER);
  await expect((await openAt(url)).ask({ question: "Wann?" })).rejects.toThrow("/v1/ask says 401");
  await expect((await openAt(url)).textOf("lindental")).rejects.toThrow("says 401");
});

it("waits where it is asked too often, as long as it is told to, and no longer than ten minutes", async () => {
  const clock = { ms: 0 };
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
    clock.ms += ms;
  };
  const oncePer = (seconds: number) =>
    served({ limits: { rateLimit: { requests: 1, seconds }, trustedProxies: 0, now: () => clock.ms } });
  const patient = await systemAt(await oncePer(60), { sleep }).open(documentSet("corpus"));
  for (const question of ["Wann?", "Wer?", "Wo?"]) expect(await patient.ask({ question })).toEqual(ANSWER);
  expect(waits).toEqual([60_000, 60_000]);
  const given = await systemAt(await oncePer(3600), { sleep }).open(documentSet("corpus"));
  await given.ask({ question: "Wann?" });
  await expect(given.ask({ question: "Wer?" })).rejects.toThrow("/v1/ask says 429");
  expect(waits).toHaveLength(2);
});

it("breaks on an answer of another shape, and on an address where nobody answers", async () => {
  const citations = [{ ...CITATION, start: -1 }];
  const asker = { ...makeParts().asker, ask: async () => ({ ...ANSWER, citations }) };
  await expect((await openAt(await served({ asker }))).ask({ question: "Wann?" })).rejects.toThrow("start");
  const url = await served();
  await servers.at(-1)?.close();
  await expect((await openAt(url)).ask({ question: "Wann?" })).rejects.toThrow("cannot be reached");
});
