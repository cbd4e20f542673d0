import type { Language } from "../../contracts/document.js";
import type { IndexedPassage } from "../../contracts/passage.js";
import { leansBack } from "../../language/leaning.js";
import { viewsOf } from "../sentence-views.js";
import type { Candidate, SentenceView } from "../steps.js";
import type { WrittenSource } from "../written.js";
import { type Clause, clausesIn } from "./clauses.js";
import { type ContentWord, contentWords } from "./read-text.js";

/** A sentence of a source, read as closely as the sentence that is to rest on it. */
export interface Told {
  readonly at: number;
  readonly text: string;
  readonly language: Language | null;
  readonly view: SentenceView;
  readonly words: readonly ContentWord[];
  readonly clauses: readonly Clause[];
  /** Of its words, one after the other; null where the embedder gives none. */
  readonly states: Int8Array | null;
  readonly leansBack: boolean;
}

/** Neighbouring sentences of one passage, on which a sentence may rest. */
export interface Window {
  readonly candidate: Candidate;
  readonly told: readonly Told[];
  /** The sentence before the first one, whether it was shown or not. */
  readonly before: Told | null;
  /** Every sentence of the passage. */
  readonly passage: readonly Told[];
}

/** Passages never change: what was read out of one is kept as long as the library keeps the object. */
const known = new WeakMap<IndexedPassage, readonly Told[]>();

function toldIn({ passage, document }: Candidate): readonly Told[] {
  const kept = known.get(passage);
  if (kept) return kept;
  const { language } = document;
  const read = viewsOf(passage, document).map((view, at): Told => {
    const states = passage.sentenceWords?.[at];
    return {
      at,
      text: view.text,
      language,
      view,
      words: contentWords(view.text, language),
      clauses: clausesIn(view.text, language),
      states: states === undefined || states.length === 0 ? null : states,
      leansBack: leansBack(view.text),
    };
  });
  known.set(passage, read);
  return read;
}

/** More sentences than this tie together what does not belong together. */
const LONGEST_WINDOW = 3;

/** What a sentence may rest on: one shown sentence, or neighbours up to three; an item with the words that introduce it. */
export function windowsOf({ candidate, shown }: WrittenSource): Window[] {
  const passage = toldIn(candidate);
  const sentences = shown.flatMap((at) => passage[at] ?? []);
  const windows = sentences.flatMap((_, from) =>
    Array.from({ length: LONGEST_WINDOW }, (_, length) => sentences.slice(from, from + length + 1)).filter(
      (told, length) => told.length === length + 1 && areNeighbours(told),
    ),
  );
  const items = sentences.flatMap((item) => {
    const { leadIn } = item.view.sentence;
    const intro = sentences.find((it) => it.view.sentence.start === leadIn?.start);
    return intro === undefined || intro.at + 1 === item.at ? [] : [[intro, item]];
  });
  return [...windows, ...items].map((told) => ({
    candidate,
    told,
    before: passage[(told[0]?.at ?? 0) - 1] ?? null,
    passage,
  }));
}

function areNeighbours(told: readonly Told[]): boolean {
  return told.every((it, at) => at === 0 || it.at === (told[at - 1]?.at ?? 0) + 1);
}
