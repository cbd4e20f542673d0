import "./seed.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../../src/adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import { type Asker, createAsker } from "../../src/ask/ask.js";
import { type Answer, answerSchema, type Citation } from "../../src/contracts/answer.js";
import { KonsilError } from "../../src/contracts/errors.js";
import type { Library } from "../../src/contracts/ports.js";
import { createIngester, type Ingester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { randomMarkdown, randomQuestion } from "./random-documents.js";

interface App {
  readonly library: Library;
  readonly ingester: Ingester;
  readonly asker: Asker;
}

function openApp(): App {
  const embedder = createHashingEmbedder();
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  return { library, ingester: createIngester({ library, embedder }), asker: createAsker({ library, embedder }) };
}

/** Random text may hold nothing to answer from; that is refused, and fine here. */
async function put({ ingester }: App, id: string, text: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(text);
  try {
    await ingester.ingestUpload({ name: `${id}.md`, mediaType: null, bytes }, { id, replace: true });
    return true;
  } catch (error) {
    if (error instanceof KonsilError && error.code === "unreadable_document") return false;
    throw error;
  }
}

async function askAll(app: App, questions: readonly string[]): Promise<Answer[]> {
  if ((await app.library.statistics()).passages === 0) return [];
  return Promise.all(questions.map((question) => app.asker.ask({ question })));
}

async function expectVerbatim({ library }: App, citations: readonly Citation[]): Promise<void> {
  for (const citation of citations) {
    const document = await library.document(citation.documentId);
    expect(document?.text.slice(citation.start, citation.end)).toBe(citation.quote);
    expect(citation.quote.trim()).toBe(citation.quote);
  }
}

function expectConsistent(answer: Answer): void {
  answerSchema.parse(answer);
  const markers = new Set([...answer.answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])));
  expect([...markers].sort()).toEqual(answer.citations.map(({ marker }) => marker).sort());
  expect(answer.status === "abstained").toBe(answer.citations.length === 0);
  expect(answer.status === "abstained").toBe(answer.abstention !== null);
}

const documents = fc.array(randomMarkdown, { minLength: 1, maxLength: 4 });
const questions = fc.array(randomQuestion, { minLength: 1, maxLength: 4 });

describe("for random documents and random questions", () => {
  it("every citation is verbatim at its offsets, and the answer is one of the contract", async () => {
    let cited = 0;
    await fc.assert(
      fc.asyncProperty(documents, questions, async (texts, asked) => {
        const app = openApp();
        for (const [at, text] of texts.entries()) await put(app, `d${at}`, text);
        for (const answer of await askAll(app, asked)) {
          expectConsistent(answer);
          cited += answer.citations.length;
          await expectVerbatim(app, [...answer.citations, ...(answer.abstention?.closest ?? [])]);
        }
      }),
      { numRuns: 60 },
    );
    expect(cited, "no question was answered: nothing was tested").toBeGreaterThan(0);
  });

  it("stays verbatim after a document was edited, and never cites a removed one", async () => {
    await fc.assert(
      fc.asyncProperty(documents, randomMarkdown, questions, async (texts, edited, asked) => {
        const app = openApp();
        for (const [at, text] of texts.entries()) await put(app, `d${at}`, text);
        await askAll(app, asked);
        await put(app, "d0", edited);
        for (const answer of await askAll(app, asked)) await expectVerbatim(app, answer.citations);
        await app.ingester.remove("d0");
        for (const answer of await askAll(app, asked)) {
          const shown = [...answer.citations, ...(answer.abstention?.closest ?? [])];
          expect(shown.map((citation) => citation.documentId)).not.toContain("d0");
          await expectVerbatim(app, shown);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("passages are whole sentences of the canonical text, in order", async () => {
    await fc.assert(
      fc.asyncProperty(randomMarkdown, async (text) => {
        const app = openApp();
        if (!(await put(app, "d", text))) return;
        const document = await app.library.document("d");
        const hits = await app.library.nearest(new Float32Array(256).fill(1 / 16), 100, { documentIds: ["d"] });
        expect(hits).toHaveLength(document?.passages ?? -1);
        for (const { passage } of hits) {
          expect(document?.text.slice(passage.start, passage.end)).toBe(passage.text);
          for (const [at, sentence] of passage.sentences.entries()) {
            expect(sentence.end).toBeGreaterThan(sentence.start);
            expect(sentence.start).toBeGreaterThanOrEqual(passage.sentences[at - 1]?.end ?? passage.start);
            expect(sentence.end).toBeLessThanOrEqual(passage.end);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("the stream's pieces joined are the answer, and every marker's citation comes first", async () => {
    await fc.assert(
      fc.asyncProperty(documents, randomQuestion, async (texts, question) => {
        const app = openApp();
        for (const [at, text] of texts.entries()) await put(app, `d${at}`, text);
        if ((await app.library.statistics()).passages === 0) return;
        const told = new Set<number>();
        let text = "";
        const answer = await app.asker.ask(
          { question },
          {
            emit: (event) => {
              if (event.type === "citation.added") told.add(event.citation.marker);
              if (event.type !== "text.delta") return;
              text += event.text;
              for (const [, marker] of text.matchAll(/ \[(\d+)\]/g)) expect(told.has(Number(marker))).toBe(true);
            },
          },
        );
        expect(text).toBe(answer.status === "abstained" ? "" : answer.answer);
      }),
      { numRuns: 40 },
    );
  });
});
