import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWER, CITATION } from "../../../tests/fakes/http-parts.js";
import type { Answer, Citation } from "../../contracts/answer.js";
import type { AskEvent } from "../../contracts/events.js";
import { linkedFrom } from "./annotations.js";
import { createChunkEncoder } from "./chunks.js";
import { completionOf } from "./completion.js";
import { withoutFootnotes } from "./footnotes.js";
import { chatCompletionChunkSchema, chatCompletionSchema } from "./schemas.js";

const linkOf = linkedFrom("http://localhost:8787");
const messageOf = (answer: Answer) =>
  chatCompletionSchema.parse(completionOf(answer, linkOf, 0)).choices[0]?.message ?? expect.unreachable();

const sentence = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((text) => !/[[\]]/.test(text));
const citation = fc.record({
  quote: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  title: fc.option(sentence),
  publisher: fc.option(sentence),
  publishedAt: fc.option(fc.constant("2025-03-03")),
  url: fc.option(fc.webUrl()),
  documentId: fc.constantFrom("lindental", "süd-ost"),
});

/** Answers of some sentences, each with one or several markers. */
const answers = fc
  .array(citation, { minLength: 1, maxLength: 4 })
  .chain((drawn) => {
    const citations = drawn.map((fields, at): Citation => ({ ...CITATION, ...fields, marker: at + 1 }));
    const markers = fc.subarray(
      citations.map(({ marker }) => `[${marker}]`),
      { minLength: 1 },
    );
    return fc
      .array(fc.tuple(sentence, markers), { minLength: 1, maxLength: 5 })
      .map((told) => ({ citations, pieces: told.map(([text, marks]) => `${text} ${marks.join(" ")}\n`) }));
  })
  .map(({ citations, pieces }) => ({ pieces, answer: { ...ANSWER, citations, answer: pieces.join("") } }));

describe("completionOf", () => {
  it("annotates every marker of the text where it stands, whatever the text", () => {
    fc.assert(
      fc.property(answers, ({ answer }) => {
        const { content, annotations, citations } = messageOf(answer);
        const places = annotations.map(({ url_citation: { start_index, end_index } }) =>
          content.slice(start_index, end_index),
        );
        expect(places).toEqual(answer.answer.match(/\[\d+\]/g));
        expect(citations).toEqual(answer.citations);
      }),
    );
  });

  it("puts one line of footnote for each source below the text, which can be taken off again", () => {
    fc.assert(
      fc.property(answers, ({ answer }) => {
        const { content } = messageOf(answer);
        expect(content.startsWith(answer.answer)).toBe(true);
        const lines = content.slice(answer.answer.length).split("\n");
        expect(lines).toHaveLength(answer.citations.length + 3);
        expect(withoutFootnotes(content)).toBe(answer.answer);
      }),
    );
  });

  it("links a document without an address of its own to its text here", () => {
    const answer = { ...ANSWER, citations: [{ ...CITATION, url: null, documentId: "süd-ost", title: null }] };
    const { annotations, content } = messageOf(answer);
    const url = "http://localhost:8787/v1/documents/s%C3%BCd-ost/text";
    expect(annotations[0]?.url_citation).toMatchObject({ url, title: "süd-ost" });
    expect(content).toBe(
      `${ANSWER.answer}\n\nQuellen:\n- [1] „${CITATION.quote}“ Klinikum Lindental · 2025-03-03 · ${url}`,
    );
  });

  it("has no footnotes where there are no sources", () => {
    const answer: Answer = { ...ANSWER, status: "abstained", answer: "Dazu steht nichts da.", citations: [] };
    expect(messageOf(answer)).toMatchObject({ content: "Dazu steht nichts da.", annotations: [], citations: [] });
  });
});

describe("createChunkEncoder", () => {
  const stream = (events: readonly AskEvent[], includeUsage = false) => {
    const encode = createChunkEncoder({ linkOf, created: 7, includeUsage });
    const data = events.map(encode).join("").split("\n\n").filter(Boolean);
    return data.map((line) => line.replace(/^data: /, ""));
  };
  const started: AskEvent = { type: "answer.started", id: ANSWER.id, language: "de" };

  it("says in pieces what the completion says as a whole", () => {
    fc.assert(
      fc.property(answers, ({ answer, pieces }) => {
        const told = pieces.map((text): AskEvent => ({ type: "text.delta", text }));
        const data = stream([started, ...told, { type: "answer.finished", answer }]);
        expect(data.pop()).toBe("[DONE]");
        const chunks = data.map((line) => chatCompletionChunkSchema.parse(JSON.parse(line)));
        const content = chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
        const { annotations, citations } = chunks.at(-1)?.choices[0]?.delta ?? {};
        expect({ content, annotations, citations }).toEqual(
          (({ content, annotations, citations }) => ({ content, annotations, citations }))(messageOf(answer)),
        );
      }),
    );
  });

  it("brings the usage in a chunk of its own, only when it is asked for", () => {
    const events: AskEvent[] = [started, { type: "answer.finished", answer: ANSWER }];
    expect(stream(events).join("")).not.toContain('"usage"');
    expect(JSON.parse(stream(events, true).at(-2) ?? "")).toMatchObject({ choices: [], usage: { total_tokens: 0 } });
  });
});
