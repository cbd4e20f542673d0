import { Client, type ClientOptions, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createHttpApp, type HttpParts } from "../../src/channels/http/app.js";
import { type HttpServer, serveHttp } from "../../src/channels/http/server.js";
import { KonsilError } from "../../src/contracts/errors.js";
import { makeAsker, makeDocument, makeLibrary, makeParts } from "../fakes/http-parts.js";
import { KEY, type RealServer, startRealServer } from "../real-server.js";
import { describeMcpServer, textOf } from "./behaviour.js";

const MODES = ["legacy", "auto"] as const;

async function connect(url: string, mode: (typeof MODES)[number] = "auto", key = KEY, options: ClientOptions = {}) {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode }, ...options });
  const headers = { authorization: `Bearer ${key}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }));
  return client;
}

/** Something that happens once, and can be waited for. */
function createMoment() {
  let come = () => {};
  const came = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { came, come: () => come() };
}

let real: RealServer;
beforeAll(async () => {
  real = await startRealServer();
}, 120_000);
afterAll(() => real.close());

describe.each(MODES)("the official client over HTTP, protocol %s", (mode) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(real.url, mode);
  });
  afterAll(() => client.close());
  describeMcpServer(() => client);

  it("needs a key that may ask", async () => {
    await expect(connect(real.url, mode, "wrong")).rejects.toThrow(/401|[Uu]nauthorized/);
  });
});

describe("POST /mcp", () => {
  const servers: HttpServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  async function serve(parts: Partial<HttpParts> = {}): Promise<string> {
    const server = await serveHttp(createHttpApp(makeParts(parts)), { host: "127.0.0.1", port: 0, graceMs: 500 });
    servers.push(server);
    return server.url;
  }
  const ping = { jsonrpc: "2.0", id: 1, method: "ping" };
  const post = (url: string, headers: Record<string, string> = {}, body: string = JSON.stringify(ping)) =>
    fetch(`${url}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
      body,
    });

  it("refuses pages of other sites, with keys and without", async () => {
    const open = await serve();
    const keyed = await serve({ keys: { ask: [KEY], admin: [] }, anonymous: false });
    for (const url of [open, keyed]) {
      const authorization = `Bearer ${KEY}`;
      expect((await post(url, { authorization, origin: "https://evil.example" })).status).toBe(403);
      expect((await post(url, { authorization, origin: "null" })).status).toBe(403);
      expect((await post(url, { authorization, origin: url })).status).toBe(200);
      expect((await post(url, { authorization })).status).toBe(200);
    }
    expect((await post(keyed)).status).toBe(401);
  });

  it("keeps no session: GET and DELETE are told so", async () => {
    const url = await serve();
    for (const method of ["GET", "DELETE"]) {
      const response = await fetch(`${url}/mcp`, { method, headers: { accept: "text/event-stream" } });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  it("refuses what is too large, no JSON, or no message of the protocol", async () => {
    const url = await serve({ bodyLimit: 100 });
    const statuses = [
      await post(url, {}, JSON.stringify({ ...ping, params: { padding: "x".repeat(100) } })),
      await post(url, {}, "{"),
      await post(url, {}, '{"hello": 1}'),
      await post(url, { "content-type": "text/plain" }),
      await post(url, { accept: "text/html" }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([413, 400, 400, 415, 406]);
  });

  it("lists documents page by page, and reads one whose id is not plain ASCII", async () => {
    const many = Array.from({ length: 250 }, (_, at) =>
      makeDocument(`süd-${String(at).padStart(3, "0")}`, `Text ${at}`),
    );
    const library = makeLibrary(new Map(many.map((document) => [document.id, document])));
    const client = await connect(await serve({ library }));
    const first = await client.listResources({});
    expect(first.resources.length).toBeGreaterThan(0);
    const uris: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.request({ method: "resources/list", params: cursor === undefined ? {} : { cursor } });
      expect(page.resources.length).toBeLessThanOrEqual(100);
      uris.push(...page.resources.map(({ uri }) => uri));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(uris).size).toBe(250);
    const { contents } = await client.readResource({ uri: uris[249] ?? "" });
    expect(contents).toMatchObject([{ text: "Text 249" }]);
    await client.close();
  });

  it("does not cut a character in two", async () => {
    const library = makeLibrary(new Map([["corn", makeDocument("corn", "ab🌽cd")]]));
    const client = await connect(await serve({ library }));
    const read = async (start: number, maxLength: number) =>
      (await client.callTool({ name: "read_document", arguments: { documentId: "corn", start, maxLength } }))
        .structuredContent;
    expect(await read(0, 3)).toMatchObject({ text: "ab", nextStart: 2 });
    expect(await read(2, 2)).toMatchObject({ text: "🌽", nextStart: 4 });
    expect(await read(4, 2)).toMatchObject({ text: "cd", nextStart: null });
    await client.close();
  });

  it.each(MODES)("gives the work up when the client does, protocol %s", async (mode) => {
    const hangUp = new AbortController();
    const [begun, cancelled] = [createMoment(), createMoment()];
    const asker = makeAsker({
      async ask(_request, { signal } = {}) {
        signal?.addEventListener("abort", cancelled.come);
        begun.come();
        await cancelled.came;
        throw new KonsilError("cancelled", "The question was cancelled.");
      },
    });
    const client = await connect(await serve({ asker }), mode);
    const asking = client.callTool({ name: "ask", arguments: { question: "Wann?" } }, { signal: hangUp.signal });
    const refused = expect(asking).rejects.toThrow();
    await begun.came;
    // The protocol of 2025 tells of it in a request of its own, which a server without sessions cannot relate: there, only
    // a connection that is gone stops the work.
    if (mode === "legacy") await client.close();
    else hangUp.abort();
    await refused;
    await cancelled.came;
    await client.close();
  });

  it("tells what is ours to mend by a number only, and logs it", async () => {
    const ask = () => Promise.reject(new Error("/srv/secret"));
    const parts = makeParts({ asker: makeAsker({ ask }) });
    const client = await connect(await serve(parts));
    const result = await client.callTool({ name: "ask", arguments: { question: "Wann?" } });
    expect(result.isError).toBe(true);
    const [, id] = /^Something went wrong here \(request ([\w-]+)\)\.$/.exec(textOf(result)) ?? expect.unreachable();
    expect(parts.logged.find(({ level }) => level === "error")?.fields).toMatchObject({ requestId: id });
    await client.close();
  });

  it("says that there is nothing to answer from yet", async () => {
    const message = "There are no documents to answer from yet.";
    const ask = () => Promise.reject(new KonsilError("index_not_ready", message));
    const client = await connect(await serve({ asker: makeAsker({ ask }) }));
    const result = await client.callTool({ name: "ask", arguments: { question: "Wann?" } });
    expect(textOf(result)).toBe(message);
    await client.close();
  });
});
