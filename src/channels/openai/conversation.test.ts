import { describe, expect, it } from "vitest";
import { HISTORY_MAX_TURNS } from "../../contracts/question.js";
import { askRequestOf } from "./conversation.js";
import { type ChatMessage, chatCompletionRequestSchema } from "./schemas.js";

const request = (messages: readonly ChatMessage[], rest: object = {}) =>
  chatCompletionRequestSchema.parse({ model: "konsil", messages, ...rest });

describe("askRequestOf", () => {
  it("takes the last message as the question, and what was said before as the history", () => {
    const messages: ChatMessage[] = [
      { role: "user", content: "Wer?" },
      { role: "assistant", content: "Sie. [1]" },
      { role: "user", content: "  Wann? " },
    ];
    expect(askRequestOf(request(messages))).toEqual({
      question: "Wann?",
      history: [
        { role: "user", content: "Wer?" },
        { role: "assistant", content: "Sie. [1]" },
      ],
    });
  });

  it("joins parts of text, and leaves out instructions, results of tools and empty turns", () => {
    const messages: ChatMessage[] = [
      { role: "developer", content: "Be brief." },
      { role: "user", content: "Wer?" },
      { role: "assistant", content: null, tool_calls: [] },
      { role: "tool", content: "42" },
      { role: "assistant", content: [{ type: "refusal", refusal: "No." }] },
      {
        role: "user",
        content: [
          { type: "text", text: "Wer" },
          { type: "text", text: "leitet das?" },
        ],
      },
      { role: "system", content: "Be brief." },
    ];
    expect(askRequestOf(request(messages))).toEqual({
      question: "Wer\nleitet das?",
      history: [
        { role: "user", content: "Wer?" },
        { role: "assistant", content: "No." },
      ],
    });
  });

  it("takes the footnotes off earlier answers, and off nothing else", () => {
    const text =
      "Sie. [1]\n\nQuellen:\n- [1] „Sie ist es.“ Klinik · Titel · https://example.org/1\n- [2] „Ja.“ https://a.b";
    const [asked, answered] =
      askRequestOf(
        request([
          { role: "user", content: text },
          { role: "assistant", content: text },
          { role: "user", content: "Wann?" },
        ]),
      ).history ?? [];
    expect(asked?.content).toBe(text);
    expect(answered?.content).toBe("Sie. [1]");
  });

  it("reads the latest turns of a conversation of any length", () => {
    const said = Array.from({ length: 200 }, (_, at): ChatMessage => ({ role: "user", content: `${at}` }));
    const { history = [] } = askRequestOf(request([...said, { role: "user", content: "Wann?" }]));
    expect(history).toHaveLength(HISTORY_MAX_TURNS);
    expect(history.at(-1)?.content).toBe("199");
  });

  it("passes language and filter on", () => {
    const konsil = { language: "en", filter: { publishedAfter: "2025-01-01" } };
    expect(askRequestOf(request([{ role: "user", content: "Wann?" }], { konsil }))).toMatchObject(konsil);
  });
});
