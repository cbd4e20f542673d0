import { once } from "node:events";
import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { createHttpApp, type HttpParts } from "../../src/channels/http/app.js";
import { type HttpServer, serveHttp } from "../../src/channels/http/server.js";
import { ANSWER, makeAsker, makeParts } from "../fakes/http-parts.js";

const QUESTION = JSON.stringify({ question: "Wann?" });
const STREAMED = JSON.stringify({ question: "Wann?", stream: true });

const servers: HttpServer[] = [];

async function serve(parts: Partial<HttpParts> = {}, graceMs = 5_000): Promise<HttpServer> {
  const server = await serveHttp(createHttpApp(makeParts(parts)), { host: "127.0.0.1", port: 0, graceMs });
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Something that happens once, and can be waited for. */
function createMoment() {
  let come = () => {};
  const came = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { came, come: () => come() };
}

/** An asker that starts, and then waits until it is cancelled or let go on. */
function waitingAsker() {
  const events = { begun: createMoment(), cancelled: createMoment(), goOn: createMoment() };
  const asker = makeAsker({
    async ask(_request, { emit, signal } = {}) {
      emit?.({ type: "answer.started", id: ANSWER.id, language: "de" });
      signal?.addEventListener("abort", () => {
        events.cancelled.come();
        events.goOn.come();
      });
      events.begun.come();
      await events.goOn.came;
      emit?.({ type: "answer.finished", answer: ANSWER });
      return ANSWER;
    },
  });
  return { asker, ...events };
}

/** Asks with a plain Node request, which can be hung up. */
function ask(url: string, body: string, agent?: Agent) {
  const headers = { "content-type": "application/json" };
  const request = httpRequest(`${url}/v1/ask`, { method: "POST", headers, ...(agent ? { agent } : {}) });
  request.on("error", () => {});
  request.end(body);
  return request;
}

describe("a server on a real socket", () => {
  it("takes a free port on 0, and answers there", async () => {
    const { url } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    const response = await fetch(`${url}/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: QUESTION,
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(ANSWER);
    expect(response.headers.get("content-length")).not.toBeNull();
  });

  it("leaves the globals of the process alone, so that others know a response when they get one", async () => {
    const { url } = await serve();
    expect(await fetch(url)).toBeInstanceOf(Response);
  });

  it("names a port that is in use, and what to do", async () => {
    const { url } = await serve();
    const port = Number(new URL(url).port);
    await expect(serveHttp(createHttpApp(makeParts()), { host: "127.0.0.1", port })).rejects.toMatchObject({
      code: "port_in_use",
      message: expect.stringMatching(new RegExp(`${port}.*KONSIL_PORT`)),
    });
  });

  it("names an address that is not of this machine", async () => {
    const listening = serveHttp(createHttpApp(makeParts()), { host: "192.0.2.1", port: 0 });
    await expect(listening).rejects.toMatchObject({
      code: "invalid_configuration",
      message: expect.stringContaining("192.0.2.1"),
    });
  });

  it("sends events while the answer is still being made", async () => {
    const { asker, goOn } = waitingAsker();
    const { url } = await serve({ asker });
    const [response] = (await once(ask(url, STREAMED), "response")) as [IncomingMessage];
    const [first] = (await once(response, "data")) as [Buffer];
    expect(first.toString()).toMatch(/^event: answer\.started\ndata: /);
    goOn.come();
    expect(await text(response)).toMatch(/^event: answer\.finished\ndata: [^\n]+\n\n$/);
  });

  it("cancels the work when the client hangs up in the middle of a stream", async () => {
    const { asker, cancelled } = waitingAsker();
    const { url } = await serve({ asker });
    const request = ask(url, STREAMED);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    await once(response, "data");
    request.destroy();
    await cancelled.came;
  });

  it("cancels the work when the client hangs up before a plain answer", async () => {
    const { asker, begun, cancelled } = waitingAsker();
    const { url } = await serve({ asker });
    const request = ask(url, QUESTION);
    await begun.came;
    request.destroy();
    await cancelled.came;
  });

  it("does not cancel what has finished, and keeps the connection", async () => {
    const signals: AbortSignal[] = [];
    const asker = makeAsker({
      ask: async (_request, options) => {
        if (options?.signal) signals.push(options.signal);
        return ANSWER;
      },
    });
    const { url } = await serve({ asker });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports: (number | undefined)[] = [];
    for (let round = 0; round < 3; round += 1) {
      const [response] = (await once(ask(url, QUESTION, agent), "response")) as [IncomingMessage];
      ports.push(response.socket.localPort);
      await text(response);
    }
    agent.destroy();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false, false]);
    expect(new Set(ports).size).toBe(1);
  });

  it("refuses a body without a stated length as soon as it is over the limit", async () => {
    const { url } = await serve({ bodyLimit: 1000 });
    const headers = { "content-type": "application/json", "transfer-encoding": "chunked" };
    const request = httpRequest(`${url}/v1/ask`, { method: "POST", headers });
    request.on("error", () => {});
    request.write("x".repeat(600));
    request.write("x".repeat(600));
    // Never ended: the answer has to come all the same.
    const [response] = (await once(request, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(await text(response))).toMatchObject({ code: "payload_too_large" });
    request.destroy();
  });

  const TOO_LARGE = [
    ["/v1/ask", 413],
    ["/v1/documents", 413],
    ["/v1/chat/completions", 413],
    ["/mcp", 413],
    ["/nothing", 404],
  ] as const;
  const BODY = Buffer.alloc(11 * 1024 * 1024, "x");
  const HEADERS = { "content-type": "application/json", accept: "application/json, text/event-stream" };

  describe.each(TOO_LARGE)("answers to 11 MB at %s", (path, status) => {
    it.each(["content-length", "transfer-encoding"])("a client that sends all before it reads: %s", async (way) => {
      const { url } = await serve();
      const port = Number(new URL(url).port);
      const length = way === "content-length" ? `Content-Length: ${BODY.length}` : "Transfer-Encoding: chunked";
      const fields = Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`);
      const head = [`POST ${path} HTTP/1.1`, "Host: localhost", "Connection: close", length, ...fields, "", ""];
      const chunked = [`${BODY.length.toString(16)}\r\n`, BODY, "\r\n0\r\n\r\n"];
      const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
      for (const part of [head.join("\r\n"), ...(way === "content-length" ? [BODY] : chunked)]) {
        await new Promise<void>((resolve, reject) => {
          socket.write(part, (error) => (error ? reject(error) : resolve()));
        });
      }
      socket.end();
      expect((await text(socket)).split("\r\n")[0]).toContain(`HTTP/1.1 ${status} `);
    });

    it("and takes the next request on the same connection", async () => {
      const { url } = await serve();
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (const headers of [HEADERS, { ...HEADERS, "transfer-encoding": "chunked" }]) {
        const large = httpRequest(`${url}${path}`, { method: "POST", headers, agent });
        const answered = once(large, "response") as Promise<[IncomingMessage]>;
        const sent = new Promise<void>((resolve) => {
          large.end(BODY, resolve);
        });
        const [refusal] = await answered;
        expect(refusal.statusCode).toBe(status);
        const port = refusal.socket.localPort;
        await Promise.all([text(refusal), sent]);
        const [next] = (await once(ask(url, QUESTION, agent), "response")) as [IncomingMessage];
        expect([next.statusCode, next.socket.localPort]).toEqual([200, port]);
        await text(next);
      }
      agent.destroy();
    });
  });

  it("reads a body without a stated length below the limit", async () => {
    const { url } = await serve();
    const request = httpRequest(`${url}/v1/ask`, { method: "POST", headers: { "content-type": "application/json" } });
    request.write(QUESTION.slice(0, 5));
    request.end(QUESTION.slice(5));
    const [response] = (await once(request, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    expect(JSON.parse(await text(response))).toEqual(ANSWER);
  });

  it("takes a form with a file", async () => {
    const { url } = await serve();
    const form = new FormData();
    form.append("file", new File(["Ein Bericht."], "bericht.md", { type: "text/markdown" }));
    const response = await fetch(`${url}/v1/documents`, { method: "POST", body: form });
    expect(response.status).toBe(201);
    expect(await (await fetch(`${url}/v1/documents/bericht/text`)).text()).toBe("Ein Bericht.");
  });

  it.each(["Host: a b", "Host: user@localhost", "X-No-Host: 1"])(
    "answers a request with %s by a problem or a 400",
    async (line) => {
      const { url } = await serve();
      const socket = connect(Number(new URL(url).port), "127.0.0.1");
      socket.end(`GET /healthz HTTP/1.1\r\n${line}\r\nConnection: close\r\n\r\n`);
      const answer = await text(socket);
      expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
      expect(answer).not.toMatch(/\.js|node_modules/);
    },
  );
});

describe("closing", () => {
  it("lets a running answer finish, and takes no more requests", async () => {
    const { asker, begun, goOn } = waitingAsker();
    const server = await serve({ asker });
    const request = ask(server.url, QUESTION);
    await begun.came;
    const closed = server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    goOn.come();
    const [response] = (await once(request, "response")) as [IncomingMessage];
    expect(JSON.parse(await text(response))).toEqual(ANSWER);
    await closed;
    expect(await Promise.all([server.close(), server.close()])).toEqual([undefined, undefined]);
  });

  it("does not wait for idle connections", async () => {
    const server = await serve();
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(ask(server.url, QUESTION, agent), "response")) as [IncomingMessage];
    await text(response);
    await server.close();
    agent.destroy();
  });

  it("cuts off what does not finish in time", async () => {
    const { asker, begun, cancelled } = waitingAsker();
    const server = await serve({ asker }, 20);
    ask(server.url, QUESTION);
    await begun.came;
    await server.close();
    await cancelled.came;
  });
});
