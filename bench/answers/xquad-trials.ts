import { DIRECTIONS, type Direction } from "../../evals/open-data/directions.js";
import { holds, type Place } from "../../evals/open-data/place.js";
import type { XquadParagraphs, XquadQuestion } from "../../evals/open-data/xquad-questions.js";
import type { Embedder } from "../../src/contracts/ports.js";
import { cosine, embedAsked, embedTexts, type Konsil } from "./konsil.js";

/**
 * What a question is put to: `paragraph`: the one that answers it, alone; `library`: all 480 paragraphs, without the twin
 * in the question's language where the documents' language is the other one; `wrong`: the most similar paragraph that
 * does not answer it, alone.
 */
export type Scope = "paragraph" | "library" | "wrong";

/** One question put to one choice of documents. */
export interface Trial {
  readonly scope: Scope;
  readonly direction: Direction;
  readonly article: number;
  /** The first sentence of the ranking holds the answer, whatever its probability. */
  readonly ranked: boolean;
  /** Probability of the first sentence of the ranking; 0 when there is none. */
  readonly probability: number;
  readonly answered: boolean;
  /** It was answered, and the first quoted sentence holds the answer. */
  readonly shown: boolean;
}

/** Puts the questions to their paragraphs, to the whole library, and to the most similar wrong paragraphs. */
export async function putQuestions(
  konsil: Konsil,
  embedder: Embedder,
  { documents, questions }: XquadParagraphs,
  say: (text: string) => void,
): Promise<Trial[]> {
  const ids = documents.map(({ id }) => id);
  const wrongFor = await wrongParagraphs(embedder, documents);
  const trials: Trial[] = [];
  for (const direction of DIRECTIONS) {
    say(`XQuAD ${direction}`);
    for (const question of questions.filter((it) => it.direction === direction)) {
      const { twinId } = question;
      const library = twinId === null ? undefined : ids.filter((id) => id !== twinId);
      trials.push(await put(konsil, question, "paragraph", [question.paragraphId]));
      trials.push(await put(konsil, question, "library", library));
      trials.push(await put(konsil, question, "wrong", [await wrongFor(question)]));
    }
  }
  return trials;
}

async function put(
  konsil: Konsil,
  { text, direction, article, gold }: XquadQuestion,
  scope: Scope,
  documentIds: readonly string[] | undefined,
): Promise<Trial> {
  const [first] = await konsil.rank(text, documentIds);
  const { citations, status } = await konsil.ask(text, documentIds === undefined ? {} : { documentIds });
  const quoted = citations[0];
  const isHit = (place: Place | undefined) => place !== undefined && holds(place, gold);
  return {
    scope,
    direction,
    article,
    ranked: isHit(first?.place),
    probability: first?.probability ?? 0,
    answered: status !== "abstained",
    shown: isHit(quoted),
  };
}

/** The paragraph of the documents' language with the highest cosine to the question, the one that answers it apart. */
async function wrongParagraphs(
  embedder: Embedder,
  documents: XquadParagraphs["documents"],
): Promise<(question: XquadQuestion) => Promise<string>> {
  const vectors = await embedTexts(
    embedder,
    documents.map(({ text }) => text),
  );
  const paragraphs = documents.map(({ id, language }, at) => ({
    id,
    language,
    vector: vectors[at] ?? new Float32Array(),
  }));
  return async ({ text, answering, paragraphId }) => {
    const asked = await embedAsked(embedder, text);
    let best: { readonly id: string; readonly score: number } | null = null;
    for (const { id, language, vector } of paragraphs) {
      if (language !== answering || id === paragraphId) continue;
      const score = cosine(asked, vector);
      if (best === null || score > best.score) best = { id, score };
    }
    if (best === null) throw new Error("there is no other paragraph");
    return best.id;
  };
}
