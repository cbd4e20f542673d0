import type { Weighed } from "../../src/ask/judge-signals.js";
import { linesIn, type OmosQuestion, type WrittenPage } from "../open-data/omos.js";
import { holds, type Place } from "../open-data/place.js";
import type { XquadParagraphs, XquadQuestion } from "../open-data/xquad-questions.js";
import { type Asked, putTo, type Trial } from "./trial.js";

/** Every second question is put, and every sixth to the whole library: that takes longest. */
const EVERY = { paragraph: 2, library: 6 } as const;

/**
 * The questions of XQuAD's articles with an even index, each put to its paragraph, to the most similar paragraph that does
 * not answer it, and (fewer) to all paragraphs with and without its own. A twin paragraph in the question's own
 * language is left out where the answer is to come across languages.
 */
export async function xquadTrials(asked: Asked, { documents, questions }: XquadParagraphs): Promise<Trial[]> {
  const trials: Trial[] = [];
  const ids = documents.map(({ id }) => id);
  const languageOf = new Map(documents.map(({ id, language }) => [id, language]));
  for (const [number, question] of questions.filter(({ article }) => article % 2 === 0).entries()) {
    if (number % EVERY.paragraph !== 0) continue;
    const { text, paragraphId, twinId, answering, gold } = question;
    const isGold = (it: Weighed) => holds(placeOf(it), gold);
    const never = () => false;
    const others = ids.filter((id) => id !== paragraphId && id !== twinId && id !== twinOf(paragraphId, question));
    const own = await putTo(asked, { question: text }, [paragraphId], isGold);
    const without = await putTo(asked, { question: text }, others, never);
    const wrong = without.documents.find((id) => languageOf.get(id) === answering);
    trials.push({ source: "paragraph", rows: own.rows });
    if (wrong !== undefined) {
      trials.push({ source: "wrong", rows: (await putTo(asked, { question: text }, [wrong], never)).rows });
    }
    if (number % EVERY.library !== 0) continue;
    const all = await putTo(asked, { question: text }, [...others, paragraphId], isGold);
    trials.push({ source: "library", rows: all.rows }, { source: "library-without", rows: without.rows });
  }
  return trials;
}

/** The same paragraph in the other language, which answers as well. */
function twinOf(paragraphId: string, { answering }: XquadQuestion): string {
  return paragraphId.replace(answering, answering === "de" ? "en" : "de");
}

function placeOf({ candidate, view }: Weighed): Place {
  return { documentId: candidate.document.id, start: view.sentence.start, end: view.sentence.end };
}

/** The questions of the OMoS-QA pages of the even half, each put to its page. */
export async function omosTrials(
  asked: Asked,
  questions: readonly OmosQuestion[],
  written: ReadonlyMap<string, WrittenPage>,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const { text, page, gold } of questions.filter(({ page: { number } }) => number % 2 === 0)) {
    const places = written.get(page.id)?.places ?? [];
    const isGold = (it: Weighed) => linesIn(places, placeOf(it)).some((line) => gold.has(line));
    const { rows } = await putTo(asked, { question: text }, [page.id], isGold);
    trials.push({ source: "page", rows });
  }
  return trials;
}
