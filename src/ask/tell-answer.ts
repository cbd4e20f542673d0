import type { Answer, Citation } from "../contracts/answer.js";
import type { AskEvent } from "../contracts/events.js";
import type { Embedder } from "../contracts/ports.js";
import type { Draft, DraftSentence } from "./draft.js";
import { ground } from "./ground.js";
import type { Evidence, Judgement, Understood } from "./steps.js";
import { createTeller, type Teller } from "./teller.js";
import type { Answering } from "./write-answer/gate.js";
import { type WriteParts, type Written, writeAnswer } from "./write-answer.js";

/** A language model, and what it is asked. */
export type Writing = Pick<WriteParts, "writer" | "prompts" | "onReply">;

export interface TellTask {
  readonly understood: Understood;
  /** The question with its parts, which remarks may name. */
  readonly asked: string;
  /** The answer without a model. */
  readonly draft: Draft;
  /** The same for each part of the question, or for the question itself. */
  readonly parts: readonly Answering[];
  readonly evidence: Evidence;
}

export interface TellParts {
  readonly writing: Writing | null;
  readonly embedder: Pick<Embedder, "readQuestion">;
  readonly emit: ((event: AskEvent) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** An answer that was told; without pieces there is none. */
export interface Told {
  readonly pieces: readonly string[];
  readonly citations: readonly Citation[];
  readonly status: Draft["status"];
  readonly warnings: readonly string[];
  readonly writer: Answer["writer"];
  /** When its first sentence was told, as `performance.now()` has it; null where there is no answer. */
  readonly beganAt: number | null;
  /** Of the time that it took, that for grounding, in milliseconds. */
  readonly groundMs: number;
}

/**
 * Tells the answer: as a language model words it where there is one, else as it was extracted. When the model fails before a
 * sentence of it was seen, the extracted answer is told as a whole; when it breaks off behind one that was emitted, the
 * extracted answer goes on with what has not been cited yet. Throws `cancelled`.
 */
export async function tellAnswer(task: TellTask, { writing, embedder, emit, signal }: TellParts): Promise<Told> {
  const { asked, draft } = task;
  const began = performance.now();
  const extracted = ground(draft, asked).sentences.length > 0 ? draft.sentences : [];
  const groundMs = performance.now() - began;
  const teller = createTeller(asked, emit);
  const told = (by: Teller, writer: Answer["writer"], written: Written | null): Told => ({
    pieces: by.pieces,
    citations: by.citations,
    status: draft.status,
    warnings: [...draft.warnings, ...(written?.warnings ?? [])],
    writer,
    beganAt: by.beganAt,
    groundMs: groundMs + (written?.groundMs ?? 0),
  });

  if (writing === null || extracted.length === 0 || !task.parts.every(isPlain)) {
    teller.tell(extracted);
    return told(teller, EXTRACTED, null);
  }
  const tell = (sentence: DraftSentence) => teller.tell([sentence]);
  const written = await writeAnswer(task, { ...writing, embedder }, tell, signal);
  if (written.told > 0 && (written.isWhole || emit !== undefined)) {
    teller.tell(leftOut(extracted, teller, written));
    return told(teller, writerOf(writing), written);
  }
  // What nobody has seen gives way to the extracted answer as a whole.
  const instead = createTeller(asked, emit);
  instead.tell(extracted);
  return told(instead, EXTRACTED, written);
}

const EXTRACTED: Answer["writer"] = { kind: "extract" };

function writerOf({ writer: { provider, model }, prompts }: Writing): Answer["writer"] {
  return { kind: "llm", provider, model, prompt: prompts.answer.version };
}

/** Corrections, and documents that contradict each other, have a form of their own that no model may smooth over. */
function isPlain({ judgement }: { readonly judgement: Judgement }): boolean {
  return judgement.verdict !== "answerable" || judgement.manner === "answers";
}

/** Remarks about what the documents do not answer; of a reply that broke off, also what it has not cited. */
function leftOut(extracted: readonly DraftSentence[], { citations }: Teller, { isWhole }: Written): DraftSentence[] {
  const isCited = ({ quotations }: DraftSentence) =>
    quotations.every(({ candidate: { document }, start, end }) =>
      citations.some((it) => it.documentId === document.id && it.start < end && start < it.end),
    );
  return extracted
    .filter((sentence) => sentence.quotations.length === 0 || !(isWhole || isCited(sentence)))
    .map((sentence, at) => (at === 0 && sentence.layout === "run" ? { ...sentence, layout: "line" } : sentence));
}
