import type { Language } from "../../contracts/document.js";
import { readAsking } from "../question-kind.js";
import type { AnswerKind } from "../steps.js";
import { isKeywords, readKeywords } from "../understand/keywords.js";
import { termsOf } from "../understand/terms.js";

/** What is asked of one thing at one time. */
const SPECIFIC: ReadonlySet<AnswerKind> = new Set([
  "person",
  "role",
  "date",
  "duration",
  "place",
  "number",
  "amount",
  "percent",
]);

/** The kind of answer that a part asks for, as `understand` will read it. */
export function kindOfPart(question: string, language: Language): AnswerKind {
  const { kind } = readAsking(question, language);
  if (kind !== "other" || !isKeywords(question)) return kind;
  return readKeywords(question, language, termsOf(question, language))?.kind ?? kind;
}

/** Whether a part asks for something that one sentence states. */
export function asksForDetail(question: string, language: Language): boolean {
  return SPECIFIC.has(kindOfPart(question, language));
}

/** White space and commas that a cut leaves behind. */
export function tidied(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/\s+([,?!.])/gu, "$1")
    .replace(/^[\s,:;–-]+|[\s,:;–-]+$/gu, "")
    .trim();
}
