import { findQuantities } from "../../language/quantities.js";
import type { Draft, DraftSentence, Part, Quotation } from "../draft.js";
import type { AnswerKind, Finding, Judgement } from "../steps.js";
import type { WrittenSentence } from "../written.js";

/** What was found to answer a question or a part of one, and the answer without a model. */
export interface Answering {
  readonly judgement: Judgement;
  readonly draft: Draft;
}

/** Lets an answer through once it answers. */
export interface Gate {
  /** Sentences handed out. */
  readonly told: number;
  /** Sentences that stand, handed out or held back. */
  readonly standing: number;
  /** Whether the answer without a model has the same verdict on a yes-or-no question. */
  agrees(said: string): boolean;
  /** Puts a bare "Yes." in front of the next sentence. */
  open(text: string): void;
  pass(sentence: WrittenSentence, quotations: readonly Quotation[]): void;
}

/** Answered by several sentences, of which those that were found are the best and not all: their passage answers. */
const BROAD: ReadonlySet<AnswerKind> = new Set(["overview", "plan", "reason", "comparison"]);

/**
 * Holds the sentences of a model back until one of them answers: until each part of the question has one that rests on what was
 * judged to answer it, and until what the answer without a model states as a bare fact is said. So a model that words well
 * says more than the extracted answer, and never less.
 */
export function createGate(
  parts: readonly Answering[],
  kind: AnswerKind,
  tell: (sentence: DraftSentence) => void,
): Gate {
  const wanted = parts.flatMap(({ judgement, draft }) => {
    if (judgement.verdict !== "answerable" || draft.sentences.length === 0) return [];
    return [{ findings: judgement.findings, facts: factsOf(draft) }];
  });
  const verdict = parts.length === 1 ? verdictOf(parts[0]?.draft) : null;
  const held: DraftSentence[] = [];
  let opening = "";
  let told = 0;
  let isOpen = false;

  const isAnswered = () =>
    wanted.every(({ findings, facts }) => {
      const text = held.flatMap((it) => it.parts.map((part) => part.text)).join(" ");
      const rests = held.some(({ quotations }) => quotations.some((it) => isOf(it, findings, BROAD.has(kind))));
      return rests && facts.every((it) => isSaid(it, text));
    });

  const handOut = (sentence: DraftSentence) => {
    tell(sentence);
    told += 1;
  };

  return {
    get told() {
      return told;
    },
    get standing() {
      return held.length;
    },
    agrees: (said) => verdict !== null && said.toLowerCase().startsWith(verdict),
    open(text) {
      opening = `${text} `;
    },
    pass({ text, layout }, quotations) {
      const parts: Part[] = [{ says: "written", text: `${opening}${text}` }];
      opening = "";
      const sentence: DraftSentence = { parts, quotations, layout };
      held.push(sentence);
      if (isOpen) return handOut(sentence);
      isOpen = isAnswered();
      if (isOpen) held.forEach(handOut);
    },
  };
}

/** The bare facts of an answer without a model. */
function factsOf({ sentences }: Draft): string[] {
  return sentences.flatMap(({ parts }) => parts.filter(({ says }) => says === "fact").map(({ text }) => text));
}

/** "ja", "nein", "yes" or "no", where an answer opens with it. */
function verdictOf(draft: Draft | undefined): string | null {
  const opening = draft?.sentences[0]?.parts[0]?.text ?? "";
  return /^(?:ja|nein|yes|no)(?!\p{L})/iu.exec(opening)?.[0].toLowerCase() ?? null;
}

/** Whether it lies in a sentence that was found, or, if that is enough, in the passage of one. */
function isOf({ candidate, start, end }: Quotation, findings: readonly Finding[], ofPassage: boolean): boolean {
  return findings.some(({ candidate: found, view: { sentence } }) => {
    if (found.document.id !== candidate.document.id) return false;
    const span = ofPassage ? found.passage : sentence;
    return span.start < end && start < span.end;
  });
}

/** Of a quantity, in any notation; of words, at least half of them, since people go by their surname as well. */
function isSaid(fact: string, text: string): boolean {
  const figures = findQuantities(fact);
  const stated = findQuantities(text);
  if (figures.length > 0) {
    return figures.every(({ kind, normal }) => stated.some((it) => it.kind === kind && it.normal === normal));
  }
  const words = wordsOf(fact);
  const said = new Set(wordsOf(text));
  return words.filter((word) => said.has(word)).length * 2 >= words.length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
