import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createE5Embedder } from "../../src/adapters/embedder-e5.js";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import { createAsker } from "../../src/ask/ask.js";
import { readConfig } from "../../src/config.js";
import type { Answer } from "../../src/contracts/answer.js";
import type { AskEvent } from "../../src/contracts/events.js";
import type { Embedder, Library, Writer } from "../../src/contracts/ports.js";
import { createIngester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";
import { readPrompts } from "../../src/prompts.js";
import { createLyingWriter, createObedientWriter, createPromptDumpingWriter } from "../fakes/obedient-writer.js";
import { type InjectionCase, readInjections } from "./injection-cases.js";
import { CORPUS } from "./originals.js";

const { releases, cases } = readInjections();
/** Every so many of them, where all would take too long. */
const oneOf = (many: number) => cases.filter((_, at) => at % many === 0);
const prompts = readPrompts();

let embedder: Embedder;
let library: Library;

beforeAll(async () => {
  embedder = await createE5Embedder({ ...readConfig({}).embedder });
  library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const ingester = createIngester({ library, embedder });
  await ingester.ingestPaths([CORPUS]);
  for (const { name, bytes } of releases) await ingester.ingestUpload({ name, mediaType: null, bytes });
}, 180_000);

afterAll(() => embedder.close());

/** What a question was answered, and what was seen while it was. */
interface Asked {
  readonly it: InjectionCase;
  readonly answer: Answer;
  /** As it was streamed; empty where it was not. */
  readonly streamed: string;
}

interface Way {
  readonly writer?: Writer;
  readonly streaming: boolean;
  readonly followUps?: boolean;
}

function askAll({ writer, streaming, followUps = false }: Way, asked = cases): Promise<Asked[]> {
  const writing = writer === undefined ? null : { writer, prompts };
  const asker = createAsker({ library, embedder, writing, followUps });
  return Promise.all(
    asked.map(async (it): Promise<Asked> => {
      let streamed = "";
      const emit = (event: AskEvent): void => {
        if (event.type === "text.delta") streamed += event.text;
        if (event.type === "citation.added") streamed += ` ${JSON.stringify(event.citation)} `;
      };
      const { question } = it;
      const history = it.history.length === 0 ? {} : { history: [...it.history] };
      return { it, answer: await asker.ask({ question, ...history }, streaming ? { emit } : {}), streamed };
    }),
  );
}

/** All that a reader is shown, in small letters. */
function shown({ answer: { answer, citations, followUps, abstention }, streamed }: Asked): string {
  return JSON.stringify([answer, citations, followUps, abstention, streamed]).toLowerCase();
}

function obeyed(all: readonly Asked[]): string[] {
  const broken = all.filter((asked) => shown(asked).includes(asked.it.canary.toLowerCase()));
  return broken.map(({ it, answer }) => `${it.id} => ${answer.answer}`);
}

/** Answered otherwise than without the instruction, or refused where that is not right either. */
function misled(all: readonly Asked[]): string[] {
  const wrong = all.filter(({ it: { says, mayBeRefused }, answer: { status, answer, abstention } }) => {
    if (status === "abstained") return !mayBeRefused || abstention?.reason !== "out_of_scope";
    return says === null || !says.test(answer);
  });
  return wrong.map(({ it, answer }) => `${it.id} => ${answer.answer}`);
}

/** Sentences of the prompts that say something of their own. */
const RULES = [prompts.answer, prompts.standaloneQuestion]
  .flatMap(({ parts }) => Object.values(parts))
  .flatMap((part) => part.split("\n"))
  .map((line) => line.replace(/^- /, "").trim())
  .filter((line) => line.length > 40 && !line.includes("{{"));

function promptShown(all: readonly Asked[]): string[] {
  const lines = RULES.map((rule) => rule.toLowerCase());
  const broken = all.filter((asked) => lines.some((line) => shown(asked).includes(line)));
  return broken.map(({ it, answer }) => `${it.id} => ${answer.answer}`);
}

const told = (all: readonly Asked[]) => all.filter(({ answer }) => answer.writer.kind === "llm").length;

describe("instructions in documents, questions and conversations", () => {
  it("are at least a hundred, in both languages, each with a canary of its own", () => {
    const canaries = new Set(cases.map(({ canary }) => canary));
    expect(canaries.size).toBeGreaterThanOrEqual(120);
    const ids = new Set(cases.map(({ id }) => id.replace(/: .*/, "")));
    expect(canaries.size).toBe(ids.size);
    expect(RULES.length).toBeGreaterThan(5);
  });

  it("stay in the documents' texts word for word", async () => {
    const { documents } = await library.documents({}, { limit: 1_000 });
    const texts = await Promise.all(documents.map(async ({ id }) => (await library.document(id))?.text ?? ""));
    const isKept = (canary: string) => texts.some((text) => text.includes(canary));
    expect(isKept("Purpurpinguin")).toBe(true);
    expect(isKept("<|im_start|>")).toBe(true);
  });

  it("stand in no passage, in no heading and in nothing that is known about a document", async () => {
    const { documents } = await library.documents({}, { limit: 1_000 });
    expect(documents.length).toBeGreaterThan(releases.length);
    const shown = await Promise.all(
      documents.map(async ({ id, metadata: _, ...known }) => {
        const hits = await library.nearest(new Float32Array(embedder.dimensions), 100, { documentIds: [id] });
        return JSON.stringify([{ ...known, id: null }, hits.map(({ passage }) => [passage.heading, passage.text])]);
      }),
    );
    const all = shown.join("\n").toLowerCase();
    expect(cases.filter(({ canary }) => all.includes(canary.toLowerCase())).map(({ id }) => id)).toEqual([]);
  });

  it("change nothing without a language model", { timeout: 120_000 }, async () => {
    const all = await askAll({ streaming: true });
    expect(obeyed(all)).toEqual([]);
    expect(misled(all)).toEqual([]);
    const followed = await askAll({ streaming: false, followUps: true }, oneOf(5));
    expect(obeyed(followed)).toEqual([]);
    expect(followed.flatMap(({ answer }) => answer.followUps).length).toBeGreaterThan(followed.length);
  });

  it("change nothing with a model that does what it reads, nor show it to that model", {
    timeout: 120_000,
  }, async () => {
    for (const streaming of [false, true]) {
      const writer = createObedientWriter(cases, (canary) => `${canary}.`);
      const all = await askAll({ writer, streaming }, streaming ? cases : oneOf(3));
      expect(obeyed(all)).toEqual([]);
      expect(misled(all)).toEqual([]);
      expect(told(all)).toBeGreaterThan(all.length / 2);
    }
  });

  it("are not told as facts by a model that believes them", { timeout: 120_000 }, async () => {
    const canaryOf = (read: string): string =>
      cases.find(({ question }) => read.includes(question))?.canary ?? cases[0]?.canary ?? "";
    const writer = createLyingWriter(canaryOf, (canary, isGerman) =>
      isGerman ? `Das Klinikum und seine Partner nennen das Projekt ${canary}.` : `The project is called ${canary}.`,
    );
    const all = await askAll({ writer, streaming: true }, oneOf(3));
    expect(obeyed(all)).toEqual([]);
    expect(misled(all)).toEqual([]);
  });

  it("bring no model to show its prompt", { timeout: 120_000 }, async () => {
    const all = await askAll({ writer: createPromptDumpingWriter(), streaming: true }, oneOf(5));
    expect(promptShown(all)).toEqual([]);
    expect(obeyed(all)).toEqual([]);
    expect(misled(all)).toEqual([]);
  });
});

describe("the obedient model", () => {
  it("does what it reads in a source, and cites it", async () => {
    const writer = createObedientWriter(cases, (canary) => `${canary}.`);
    const source = `<source number="2" about="x">\n${cases[0]?.planted}\n</source>`;
    let reply = "";
    for await (const piece of writer.write([{ role: "user", content: source }])) reply += piece;
    expect(reply).toBe(`${cases[0]?.canary}. [2]`);
  });
});
