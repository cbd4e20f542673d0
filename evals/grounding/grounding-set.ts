import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import { retrieve } from "../../src/ask/retrieve.js";
import type { Understood } from "../../src/ask/steps.js";
import { understand } from "../../src/ask/understand.js";
import type { WrittenSource } from "../../src/ask/written.js";
import type { Language } from "../../src/contracts/document.js";
import type { Embedder, Library } from "../../src/contracts/ports.js";
import { createIngester } from "../../src/ingest/ingest.js";
import { recipeOf } from "../../src/ingest/recipe.js";

const HERE = import.meta.dirname;
/** As many sources as a model is shown. */
const SHOWN = 8;

const inBoth = <T extends z.ZodType>(schema: T) => z.strictObject({ de: schema, en: schema });
const groupSchema = z.strictObject({
  id: z.string(),
  document: z.string(),
  /** Words of the passage that the sentences rest on. */
  from: z.string(),
  ask: inBoth(z.string()),
  de: z.array(z.string()).min(1),
  en: z.array(z.string()).min(1),
});

/** A sentence that says nothing but what its source says. */
export interface GoodSentence {
  readonly id: string;
  readonly document: string;
  readonly from: string;
  readonly question: string;
  readonly language: Language;
  readonly text: string;
}

/** A sentence with what a model that wrote it had before it. */
export interface Shown {
  readonly understood: Understood;
  readonly sources: readonly WrittenSource[];
  /** Of the source that it rests on. */
  readonly marker: number;
}

/** The sentences of a file, in order. Throws on a malformed file. */
export function readGood(file: "good.yaml" | "unseen.yaml" | "unseen-2.yaml"): GoodSentence[] {
  const groups = z.array(groupSchema).parse(parse(readFileSync(path.join(HERE, file), "utf8")));
  return groups.flatMap(({ id, document, from, ask, ...texts }) =>
    (["de", "en"] as const).flatMap((language) =>
      texts[language].map((text, at): GoodSentence => {
        return { id: `${id}-${language}${at + 1}`, document, from, question: ask[language], language, text };
      }),
    ),
  );
}

/** The corpus that Konsil comes with, and the invented documents beside this file. */
export async function openLibrary(embedder: Embedder): Promise<Library> {
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const folders = [path.resolve(HERE, "../../corpus"), path.join(HERE, "documents")];
  const { failed } = await createIngester({ library, embedder }).ingestPaths(folders);
  if (failed.length > 0) throw new Error(`not read: ${failed.map(({ name }) => name).join(", ")}`);
  return library;
}

/** What Konsil finds for the question of each sentence. Throws where the passage that a sentence rests on is not found. */
export async function showSources(
  { library, embedder }: { readonly library: Library; readonly embedder: Embedder },
  sentences: readonly GoodSentence[],
): Promise<Map<GoodSentence, Shown>> {
  const { passages } = await library.statistics();
  const found = new Map<string, Pick<Shown, "understood" | "sources">>();
  const shown = new Map<GoodSentence, Shown>();
  for (const sentence of sentences) {
    const { question, document, from } = sentence;
    const known = found.get(question) ?? (await ask({ library, embedder, passages }, question));
    found.set(question, known);
    const source = known.sources.find(
      ({ candidate: { passage } }) => passage.documentId === document && passage.text.includes(from),
    );
    if (source === undefined) throw new Error(`${sentence.id}: the passage is not among the ${SHOWN} best`);
    shown.set(sentence, { ...known, marker: source.marker });
  }
  return shown;
}

async function ask(
  from: { readonly library: Library; readonly embedder: Embedder; readonly passages: number },
  question: string,
): Promise<Pick<Shown, "understood" | "sources">> {
  const understood = understand({ question });
  const reading = from.embedder.readQuestion(understood.standalone);
  const { candidates } = await retrieve(understood, { ...from, reading });
  const sources = candidates
    .slice(0, SHOWN)
    .map((candidate, at) => ({ marker: at + 1, candidate, shown: candidate.passage.sentences.map((_, it) => it) }));
  return { understood, sources };
}
