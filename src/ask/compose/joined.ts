import type { Language } from "../../contracts/document.js";
import type { Draft, DraftSentence, Part } from "../draft.js";
import { questionWithout, sideOpening, sideWithout } from "../phrases-framing.js";
import type { QuestionPart } from "../steps.js";

/**
 * One answer of the answers to the parts of a question, each on lines of its own. A part that the documents do not answer is
 * named as such, and the answer is partial; without any answer nothing is said. `drafts`: one for each part, or the one of
 * the question where it has no parts.
 */
export function joinDrafts(parts: readonly QuestionPart[], drafts: readonly Draft[], language: Language): Draft {
  const [only = NOTHING] = drafts;
  if (parts.length === 0) return only;
  const told = parts.map((part, at) => {
    const draft = drafts[at] ?? NOTHING;
    return { part, draft, sentences: draft.sentences };
  });
  if (told.every(({ sentences }) => sentences.length === 0)) return NOTHING;
  const isWhole = told.every(({ sentences, draft }) => sentences.length > 0 && draft.status === "answered");
  const said = new Set<string>();
  const sentences = told.flatMap(({ part, sentences }) =>
    sentences.length === 0 ? [withoutAnswer(part, language)] : opened(part, unsaid(sentences, part, said), language),
  );
  const warnings = [...new Set(told.flatMap(({ draft }) => draft.warnings))];
  return { sentences, status: isWhole ? "answered" : "partial", warnings };
}

const NOTHING: Draft = { sentences: [], status: "answered", warnings: [] };

/** What a part before it has said in the same words need not be said again, unless each part is named. */
function unsaid(sentences: readonly DraftSentence[], { label }: QuestionPart, said: Set<string>): DraftSentence[] {
  return sentences.filter(({ parts }) => {
    const text = parts.map((part) => part.text).join("");
    const isNew = label !== null || !said.has(text);
    said.add(text);
    return isNew;
  });
}

function opened({ label }: QuestionPart, sentences: readonly DraftSentence[], language: Language): DraftSentence[] {
  const [first, ...rest] = sentences;
  if (first === undefined) return [];
  const opening = label === null ? [] : [frame(sideOpening(label, language))];
  return [
    { ...first, parts: [...opening, ...first.parts], layout: first.layout === "item" ? "item" : "line" },
    ...rest,
  ];
}

function withoutAnswer({ label, asked }: QuestionPart, language: Language): DraftSentence {
  const text = label === null ? questionWithout(asked, language) : sideWithout(label, language);
  return { parts: [frame(text)], quotations: [], layout: "line" };
}

function frame(text: string): Part {
  return { says: "frame", text };
}
