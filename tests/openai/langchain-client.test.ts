import { AIMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { AuthenticationError, BadRequestError } from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEY, type RealServer, startRealServer } from "../real-server.js";

const QUESTION = "Wann haben das Klinikum Lindental und Aurora Medtech den Vertrag unterzeichnet?";

let real: RealServer;
beforeAll(async () => {
  real = await startRealServer();
}, 120_000);
afterAll(() => real.close());

const chatModel = (apiKey = KEY) =>
  new ChatOpenAI({ model: "konsil", apiKey, maxRetries: 0, configuration: { baseURL: `${real.url}/v1` } });

describe("LangChain's ChatOpenAI", () => {
  it("gets an answer with its footnotes, and no tokens to pay for", async () => {
    const message = await chatModel().invoke(QUESTION);
    expect(message.text).toMatch(/3\. März 2024.*\[1\][\s\S]*\n\nQuellen:\n- \[1\] „.*“ Klinikum Lindental · /);
    expect(message.response_metadata).toMatchObject({ finish_reason: "stop" });
    expect(Object.values(message.usage_metadata ?? {}).filter((count) => Number(count) > 0)).toEqual([]);
  });

  it("streams the same text", async () => {
    const whole = await chatModel().invoke(QUESTION);
    let streamed = "";
    for await (const chunk of await chatModel().stream(QUESTION)) streamed += chunk.text;
    expect(streamed).toBe(whole.text);
  });

  it("carries a conversation", async () => {
    const model = chatModel();
    const opening = new HumanMessage("Was haben das Klinikum Lindental und Aurora Medtech unterzeichnet?");
    const first = await model.invoke([new SystemMessage("You are a pirate."), opening]);
    const second = await model.invoke([
      opening,
      new AIMessage(first.text),
      new HumanMessage("Und wie lange läuft die Partnerschaft?"),
    ]);
    expect(second.text).toMatch(/acht Jahre|8 Jahre/);
  });

  it("answers by itself where tools are bound, and is refused where a call is forced", async () => {
    const tool = { type: "function" as const, function: { name: "weather", parameters: { type: "object" } } };
    const message = await chatModel().bindTools([tool]).invoke(QUESTION);
    expect(message.tool_calls).toEqual([]);
    expect(message.text).toContain("3. März 2024");
    const forced = chatModel().bindTools([tool], { tool_choice: "weather" }).invoke(QUESTION);
    await expect(forced).rejects.toThrow(BadRequestError);
  });

  it("hears of a wrong key", async () => {
    await expect(chatModel("wrong").invoke(QUESTION)).rejects.toThrow(AuthenticationError);
  });
});
