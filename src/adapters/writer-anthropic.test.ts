import { describe, expect, it, vi } from "vitest";
import { serveModels } from "../../tests/fakes/llm-servers.js";
import type { Message } from "../contracts/ports.js";
import { createAnthropicWriter } from "./writer-anthropic.js";

const MESSAGES: readonly Message[] = [
  { role: "system", content: "Antworte kurz." },
  {
    role: "user",
    content: "[4] Es begann 2019. [9] Im Institut arbeiten 40 Menschen. Seit wann?",
    citable: {
      content: "Seit wann, und wie viele?",
      sources: [
        { marker: 4, title: "Kooperation", text: "Es begann 2019." },
        { marker: 9, title: "Institut", text: "Im Institut arbeiten 40 Menschen." },
      ],
    },
  },
];

const start = serveModels("Seit 2019.");

async function piecesOf(url: string, options: { readonly model?: string; readonly maxTokens?: number } = {}) {
  const { model = "some-model", ...rest } = options;
  const pieces: string[] = [];
  for await (const piece of createAnthropicWriter({ url, model, key: "sk-hush" }).write(MESSAGES, rest))
    pieces.push(piece);
  return pieces;
}

async function citing(...reply: readonly { readonly text: string; readonly cites?: readonly number[] }[]) {
  const { url } = await start({ reply });
  return (await piecesOf(url)).join("");
}

describe("createAnthropicWriter", () => {
  it.each(["", "/", "/v1", "/v1/messages"])("finds the API at an address that ends with %j", async (end) => {
    const { url } = await start();
    expect((await piecesOf(`${url}${end}`)).join("")).toBe("Seit 2019.");
  });

  it("hands sources over as documents that may be cited", async () => {
    const { url, requests } = await start();
    await piecesOf(url, { maxTokens: 70 });
    const document = (title: string, data: string) => ({
      type: "document",
      source: { type: "text", media_type: "text/plain", data },
      title,
      citations: { enabled: true },
    });
    expect(requests.map((request) => request.body)).toEqual([
      {
        model: "some-model",
        max_tokens: 70,
        temperature: 0,
        stream: true,
        system: "Antworte kurz.",
        messages: [
          {
            role: "user",
            content: [
              document("Kooperation", "Es begann 2019."),
              document("Institut", "Im Institut arbeiten 40 Menschen."),
              { type: "text", text: "Seit wann, und wie viele?" },
            ],
          },
        ],
      },
    ]);
  });

  it("tells no temperature to models that refuse one", async () => {
    const { url, requests } = await start();
    await piecesOf(url, { model: "claude-opus-4-7" });
    expect(requests[0]?.body).not.toHaveProperty("temperature");
  });

  it("sends its key, and nothing of what the environment holds for the same client", async () => {
    const elsewhere = await start();
    vi.stubEnv("ANTHROPIC_AUTH_TOKEN", "other");
    vi.stubEnv("ANTHROPIC_API_KEY", "other");
    vi.stubEnv("ANTHROPIC_CUSTOM_HEADERS", "x-other: other");
    vi.stubEnv("ANTHROPIC_BASE_URL", elsewhere.url);
    vi.stubEnv("LANGSMITH_GATEWAY", elsewhere.url);
    const { url, requests } = await start();
    await piecesOf(url);
    expect(requests[0]?.headers).toMatchObject({ "x-api-key": "sk-hush", "anthropic-version": expect.any(String) });
    expect(JSON.stringify(requests[0]?.headers)).not.toMatch(/other|stainless|authorization/);
    expect(elsewhere.requests).toEqual([]);
  });

  it("knows how much the models read", () => {
    const contextOf = (model: string) =>
      createAnthropicWriter({ url: "http://a.example", model, key: "k" }).contextTokens;
    expect(contextOf("claude-haiku-4-5")).toBe(200_000);
    expect(contextOf("some-model")).toBeNull();
  });

  it("prints nothing of a reply that cannot be read", async () => {
    const printed = (["log", "warn", "error", "info", "debug"] as const).map((name) => vi.spyOn(console, name));
    const { url } = await start({ fault: "invalid_json" });
    await expect(piecesOf(url)).rejects.toMatchObject({ failure: "invalid_reply" });
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});

describe("what the model cites", () => {
  it("stands behind it, before the sentence ends", async () => {
    expect(
      await citing(
        { text: "Die Klinik und die Universität " },
        { text: "arbeiten seit 2019 zusammen", cites: [0] },
        { text: ", und " },
        { text: "im Institut sind es 40 Menschen.", cites: [1] },
      ),
    ).toBe("Die Klinik und die Universität arbeiten seit 2019 zusammen [4], und im Institut sind es 40 Menschen [9].");
  });

  it("is marked once for each source, and in each of its sentences", async () => {
    const text = "Es begann 2019 (am 1. März). „So viele waren es nie.“ Heute sind es 40!";
    expect(await citing({ text, cites: [0, 1, 0] })).toBe(
      "Es begann 2019 (am 1. März) [4] [9]. „So viele waren es nie [4] [9].“ Heute sind es 40 [4] [9]!",
    );
  });

  it("is not marked where it is a document that was not sent", async () => {
    expect(await citing({ text: "Seit 2019.", cites: [7] })).toBe("Seit 2019.");
  });

  it("is no reason to hold back a long stretch without citations", async () => {
    const sentence = "Das lässt sich so allgemein nicht sagen, und es hängt von vielen Dingen ab. ";
    const { url } = await start({ reply: sentence.repeat(40) });
    const pieces = await piecesOf(url);
    expect(pieces.join("")).toBe(sentence.repeat(40));
    expect(pieces.length).toBeGreaterThan(3);
  });
});
