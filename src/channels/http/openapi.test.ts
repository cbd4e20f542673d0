import { describe, expect, it } from "vitest";
import { z } from "zod";
import { makeAsker, makeParts } from "../../../tests/fakes/http-parts.js";
import { KonsilError } from "../../contracts/errors.js";
import { EXAMPLES } from "./api-examples.js";
import { NAMED_SCHEMAS } from "./api-schemas.js";
import { createHttpApp } from "./app.js";

const contentSchema = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.object({ key: z.array(z.never()) })).optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["path", "query", "header"]), required: z.boolean() }))
    .optional(),
  requestBody: z.object({ required: z.literal(true), content: contentSchema }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      description: z.string().min(1),
      headers: z.record(z.string(), z.object({ $ref: z.string().startsWith("#/components/headers/") })),
      content: contentSchema.optional(),
    }),
  ),
});
const apiSchema = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({
    schemas: z.record(z.string(), z.looseObject({ examples: z.array(z.unknown()).optional() })),
    headers: z.record(z.string(), z.object({ description: z.string().min(1), required: z.boolean().optional() })),
    securitySchemes: z.object({ key: z.object({ type: z.literal("http"), scheme: z.literal("bearer") }) }),
  }),
});

/** Those that say something about an answer, beside what every answer of an HTTP server has. */
const HEADERS_OF_ROUTES = /^(?:x-request-id|ratelimit-.*|retry-after|www-authenticate|location|idempotency-.*)$/;

async function describedApi() {
  const response = await createHttpApp(makeParts()).request("/openapi.json");
  expect(response.headers.get("content-type")).toBe("application/json");
  return apiSchema.parse(await response.json());
}

/** Every value below `name`, anywhere in `node`, with the path that leads there. */
function valuesOf(name: string, node: unknown, path = ""): { readonly path: string; readonly value: unknown }[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === name ? [{ path, value }] : valuesOf(name, value, `${path}/${key}`),
  );
}

describe("the OpenAPI document", () => {
  it("describes every call of the API, and no other", async () => {
    const app = createHttpApp(makeParts());
    const served = app.routes
      .filter(
        ({ method, path }) =>
          method !== "ALL" && (/^\/v1\/|z$/.test(path) || ["/mcp", "/metrics", "/widget/token"].includes(path)),
      )
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const { paths } = await describedApi();
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([...new Set(served)].sort());
    expect(described).toContain("POST /v1/ask");
    expect(described.length).toBeGreaterThan(10);
  });

  it("names every operation once, and every part of an address", async () => {
    const { paths } = await describedApi();
    const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
      Object.values(byMethod).map((operation) => ({ path, ...operation })),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { path, parameters = [] } of operations) {
      const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath);
    }
  });

  it("refers to nothing that is not in it", async () => {
    const api = await describedApi();
    const refs = new Set(valuesOf("$ref", api).map(({ value }) => String(value)));
    const below = (place: "schemas" | "headers") =>
      Object.keys(api.components[place]).map((name) => `#/components/${place}/${name}`);
    expect([...refs].sort()).toEqual([...below("schemas"), ...below("headers")].sort());
    expect(Object.keys(api.components.schemas).sort()).toEqual(Object.keys(NAMED_SCHEMAS).sort());
  });

  it("has examples that its schemas accept", async () => {
    const { components } = await describedApi();
    const feedback = { answerId: "ans_1", verdict: "helpful" };
    const feedbackField = (name: string) => (value: unknown) =>
      NAMED_SCHEMAS.FeedbackRequest.parse({ ...feedback, [name]: value });
    const checks: Record<string, (value: unknown) => unknown> = {
      "/TextUpload": (value) => NAMED_SCHEMAS.TextUpload.parse(value),
      "/AskRequest/properties/question": (question) => NAMED_SCHEMAS.AskRequest.parse({ question }),
      "/BatchQuestion/properties/question": (question) => NAMED_SCHEMAS.BatchQuestion.parse({ question }),
      "/FeedbackRequest/properties/answerId": feedbackField("answerId"),
      "/FeedbackRequest/properties/comment": feedbackField("comment"),
      "/FeedbackRequest/properties/question": feedbackField("question"),
      "/FeedbackRequest/properties/verdict": feedbackField("verdict"),
    };
    const examples = valuesOf("example", components.schemas);
    expect(examples.map(({ path }) => path).sort()).toEqual(Object.keys(checks).sort());
    for (const { path, value } of examples) expect(() => checks[path]?.(value), path).not.toThrow();

    const named = Object.entries(components.schemas).flatMap(([name, { examples = [] }]) =>
      examples.map((example) => ({ name, example })),
    );
    const schemas: Readonly<Record<string, z.ZodType>> = NAMED_SCHEMAS;
    expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(EXAMPLES).sort());
    for (const { name, example } of named) expect(schemas[name]?.parse(example), name).toEqual(example);
  });

  it("needs a key wherever the server does", async () => {
    const { paths } = await describedApi();
    for (const [path, byMethod] of Object.entries(paths)) {
      for (const operation of Object.values(byMethod)) {
        expect(operation.security !== undefined, path).toBe(/^\/(?:v1\/|mcp$)/.test(path));
      }
    }
  });

  it("tells of every status, content type and header that the server answers with", async () => {
    const { paths, components } = await describedApi();
    const fail = (code: "index_not_ready" | "internal") => async () => {
      throw new KonsilError(code, "x");
    };
    const json = (body: unknown) => ({ body: JSON.stringify(body), headers: { "content-type": "application/json" } });
    const chat = (rest: object = {}) =>
      json({ model: "konsil", messages: [{ role: "user", content: "Was?" }], ...rest });
    const mcp = (message: object, headers: Record<string, string> = {}) => {
      const { body, headers: typed } = json({ jsonrpc: "2.0", ...message });
      return { body, headers: { ...typed, accept: "application/json, text/event-stream", ...headers } };
    };
    const plain = { body: "x", headers: { "content-type": "text/plain" } };
    const few = { rateLimit: { requests: 1, seconds: 60 }, trustedProxies: 0 };
    const keyHeaders = { "content-type": "application/json", "idempotency-key": "k" };
    const keyed = { keys: { ask: ["k"], admin: ["a"] }, anonymous: false };
    const asAsker = { authorization: "Bearer k" };
    const broken = { asker: makeAsker({ ask: fail("internal"), search: fail("internal") }) };
    const opening = { asker: makeAsker({ ask: fail("index_not_ready"), search: fail("index_not_ready") }) };
    const feedback = { answerId: "ans_2", verdict: "wrong", question: "Was?" };
    const rows: [string, string, string, number, object?, object?][] = [
      ...(["/v1/ask", "/v1/search"] as const).flatMap((path): [string, string, string, number, object?, object?][] => {
        const good = json(path === "/v1/ask" ? { question: "Was?" } : { query: "Was?" });
        return [
          ["POST", path, path, 200, good],
          ["POST", path, path, 400, { ...good, body: "{" }],
          ["POST", path, path, 401, good, keyed],
          ["POST", path, path, 403, { ...good, headers: { ...good.headers, host: "evil.example" } }],
          ["POST", path, path, 413, good, { bodyLimit: 3 }],
          ["POST", path, path, 415, plain],
          ["POST", path, path, 422, json({})],
          ["POST", path, path, 500, good, broken],
          ["POST", path, path, 503, good, opening],
        ];
      }),
      ["POST", "/v1/ask", "/v1/ask", 200, json({ question: "Was?", stream: true })],
      ["POST", "/v1/ask", "/v1/ask", 200, json({ question: "Was?" }), { limits: few }],
      ["POST", "/v1/ask/batch", "/v1/ask/batch", 200, json({ questions: [{ question: "Was?" }, {}] })],
      ["POST", "/v1/ask/batch", "/v1/ask/batch", 400, { ...json({}), body: "{" }],
      ["POST", "/v1/ask/batch", "/v1/ask/batch", 401, json({ questions: [] }), keyed],
      ["POST", "/v1/ask/batch", "/v1/ask/batch", 413, json({ questions: [] }), { bodyLimit: 3 }],
      ["POST", "/v1/ask/batch", "/v1/ask/batch", 415, plain],
      ["POST", "/v1/ask/batch", "/v1/ask/batch", 422, json({ questions: [] })],
      ["POST", "/v1/ask/batch", "/v1/ask/batch", 503, json({ questions: [{ question: "Was?" }] }), opening],
      ["POST", "/v1/documents", "/v1/documents", 201, { ...json({ text: "Neu." }), headers: keyHeaders }],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 200, chat()],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 200, chat({ stream: true })],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 400, chat({ n: 2 })],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 401, chat(), keyed],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 403, { ...chat(), headers: { host: "evil.example" } }],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 404, chat({ model: "gpt" })],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 413, chat(), { bodyLimit: 3 }],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 415, plain],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 500, chat(), broken],
      ["POST", "/v1/chat/completions", "/v1/chat/completions", 503, chat(), opening],
      ["GET", "/v1/models", "/v1/models", 200],
      ["GET", "/v1/models", "/v1/models", 401, {}, keyed],
      ["GET", "/v1/models/konsil", "/v1/models/{model}", 200],
      ["GET", "/v1/models/gpt", "/v1/models/{model}", 404],
      ["GET", "/v1/models/%", "/v1/models/{model}", 400],
      ["POST", "/mcp", "/mcp", 200, mcp({ id: 1, method: "ping" })],
      ["POST", "/mcp", "/mcp", 202, mcp({ method: "notifications/initialized" })],
      ["POST", "/mcp", "/mcp", 400, mcp({})],
      ["POST", "/mcp", "/mcp", 401, mcp({ id: 1, method: "ping" }), keyed],
      ["POST", "/mcp", "/mcp", 403, mcp({ id: 1, method: "ping" }, { origin: "https://evil.example" })],
      ["POST", "/mcp", "/mcp", 406, mcp({ id: 1, method: "ping" }, { accept: "text/html" })],
      ["POST", "/mcp", "/mcp", 413, mcp({ id: 1, method: "ping" }), { bodyLimit: 3 }],
      ["POST", "/mcp", "/mcp", 415, plain],
      ["GET", "/v1/documents", "/v1/documents", 200],
      ["GET", "/v1/documents?limit=0", "/v1/documents", 422],
      ["GET", "/v1/documents", "/v1/documents", 401, {}, keyed],
      ["GET", "/v1/documents/north", "/v1/documents/{id}", 200],
      ["GET", "/v1/documents/%", "/v1/documents/{id}", 400],
      ["GET", "/v1/documents/nobody", "/v1/documents/{id}", 404],
      ["GET", "/v1/documents/north/text", "/v1/documents/{id}/text", 200],
      ["GET", "/v1/documents/nobody/text", "/v1/documents/{id}/text", 404],
      ["POST", "/v1/documents", "/v1/documents", 201, json({ text: "Neu." })],
      ["POST", "/v1/documents", "/v1/documents", 200, json({ id: "north", text: "The hospital opened." })],
      ["POST", "/v1/documents", "/v1/documents", 409, json({ id: "north", text: "x" })],
      ["POST", "/v1/documents", "/v1/documents", 403, { ...json({ text: "x" }), headers: asAsker }, keyed],
      ["POST", "/v1/documents", "/v1/documents", 415, plain],
      ["POST", "/v1/documents", "/v1/documents", 413, json({ text: "x" }), { bodyLimit: 3 }],
      ["PUT", "/v1/documents/new", "/v1/documents/{id}", 201, json({ text: "x" })],
      ["PUT", "/v1/documents/north", "/v1/documents/{id}", 200, json({ text: "x" })],
      ["PUT", "/v1/documents/north", "/v1/documents/{id}", 422, json({ id: "south", text: "x" })],
      ["DELETE", "/v1/documents/north", "/v1/documents/{id}", 204],
      ["DELETE", "/v1/documents/nobody", "/v1/documents/{id}", 404],
      ["POST", "/v1/feedback", "/v1/feedback", 201, json(feedback)],
      ["POST", "/v1/feedback", "/v1/feedback", 400, { ...json(feedback), body: "{" }],
      ["POST", "/v1/feedback", "/v1/feedback", 401, json(feedback), keyed],
      ["POST", "/v1/feedback", "/v1/feedback", 404, json({ answerId: "ans_2", verdict: "wrong" })],
      ["POST", "/v1/feedback", "/v1/feedback", 413, json(feedback), { bodyLimit: 3 }],
      ["POST", "/v1/feedback", "/v1/feedback", 415, plain],
      ["POST", "/v1/feedback", "/v1/feedback", 422, json({})],
      ["GET", "/v1/feedback", "/v1/feedback", 200],
      ["GET", "/v1/feedback?limit=0", "/v1/feedback", 422],
      ["GET", "/v1/feedback", "/v1/feedback", 401, {}, keyed],
      ["GET", "/v1/feedback", "/v1/feedback", 403, { headers: asAsker }, keyed],
      ["GET", "/healthz", "/healthz", 200],
      ["GET", "/readyz", "/readyz", 200],
      ["GET", "/metrics", "/metrics", 200],
      ["GET", "/metrics", "/metrics", 403, { headers: { host: "evil.example" } }],
      ["POST", "/widget/token", "/widget/token", 200],
      ["POST", "/widget/token", "/widget/token", 401, {}, keyed],
      ["POST", "/widget/token", "/widget/token", 403, { headers: { origin: "https://other.example" } }, keyed],
    ];
    for (const [method, address, path, status, init = {}, parts = {}] of rows) {
      const label = `${method} ${address} ${status}`;
      const response = await createHttpApp(makeParts(parts)).request(address, { method, ...init });
      expect(response.status, label).toBe(status);
      const described = paths[path]?.[method.toLowerCase()]?.responses[String(status)];
      expect(described, label).toBeDefined();
      for (const name of Object.keys(described?.headers ?? {}).filter((it) => components.headers[it]?.required)) {
        expect(response.headers.get(name), `${label}, header ${name}`).not.toBeNull();
      }
      const told = [...response.headers.keys()].filter((name) => HEADERS_OF_ROUTES.test(name));
      const names = Object.keys(described?.headers ?? {}).map((name) => name.toLowerCase());
      expect(
        told.filter((name) => !names.includes(name)),
        label,
      ).toEqual([]);
      const type = response.headers.get("content-type")?.split(";")[0];
      expect(type === undefined ? [] : Object.keys(described?.content ?? {}), label).toEqual(
        type === undefined ? [] : expect.arrayContaining([type]),
      );
    }
  });

  it("tells of the answer to too many requests, wherever they are counted", async () => {
    const { paths, components } = await describedApi();
    const guarded = Object.entries(paths).flatMap(([path, byMethod]) =>
      Object.entries(byMethod)
        .filter(([, { security, responses }]) => security !== undefined || "429" in responses)
        .map(([method, { responses }]) => ({ path, method, described: responses["429"] })),
    );
    expect(guarded.length).toBeGreaterThan(12);
    for (const { path, method, described } of guarded) {
      const limits = { rateLimit: { requests: 1, seconds: 60 }, trustedProxies: 0 };
      const app = createHttpApp(makeParts({ limits }));
      const send = () => app.request(path.replace(/\{\w+\}/, "north"), { method: method.toUpperCase() });
      await send();
      const { status, headers } = await send();
      expect(status, path).toBe(429);
      expect(Object.keys(described?.content ?? {}), path).toEqual([headers.get("content-type")]);
      for (const name of Object.keys(described?.headers ?? {})) {
        expect(components.headers).toHaveProperty([name]);
        expect(headers.has(name), `${path} ${name}`).toBe(true);
      }
    }
  });
});
