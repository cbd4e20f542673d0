import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";
import { detectLanguage } from "../language/detect.js";
import { YES_NO_PATTERNS } from "./question-kind/claims.js";
import { FIGURE_PATTERNS } from "./question-kind/figures.js";
import { type AskingPattern, NOWHERE } from "./question-kind/pattern.js";
import { PLAN_PATTERNS } from "./question-kind/plans.js";
import { ACCORDING_PATTERNS, STATEMENT_PATTERNS } from "./question-kind/speech.js";
import { DEFINITION_PATTERNS, LIST_PATTERNS, REASON_PATTERNS } from "./question-kind/things.js";
import { PLACE_PATTERNS, TIME_AND_PLACE_PATTERNS } from "./question-kind/time-and-place.js";
import { PERSON_PATTERNS, ROLE_PATTERNS } from "./question-kind/who.js";
import { COMPARISON_PATTERNS, OVERVIEW_PATTERNS } from "./question-kind/whole.js";
import type { AnswerKind } from "./steps.js";

/** How a question is asked. */
export interface Asking {
  readonly kind: AnswerKind;
  /** The words that only say what kind of answer is wanted ("in welchem Jahr", "how many"); they are not its topic. */
  readonly words: Span;
}

/** How questions are asked, German and English; the first that fits wins. */
const PATTERNS: readonly AskingPattern[] = [
  ...OVERVIEW_PATTERNS,
  ...COMPARISON_PATTERNS,
  ...STATEMENT_PATTERNS,
  ...FIGURE_PATTERNS,
  ...TIME_AND_PLACE_PATTERNS,
  ...ROLE_PATTERNS,
  ...PERSON_PATTERNS,
  ...PLACE_PATTERNS,
  ...REASON_PATTERNS,
  ...PLAN_PATTERNS,
  ...ACCORDING_PATTERNS,
  ...DEFINITION_PATTERNS,
  ...LIST_PATTERNS,
  ...YES_NO_PATTERNS,
];

/** The kind of answer that a question asks for; `other` when nothing tells. */
export function readAsking(text: string, language: Language | null = detectLanguage(text)): Asking {
  const asked = { text, plain: text.toLowerCase(), language };
  for (const { kind, find } of PATTERNS) {
    const words = find(asked);
    if (words !== null) return { kind, words };
  }
  return { kind: "other", words: NOWHERE };
}

const PUBLISHING =
  /(?<!\p{L})(?:bekannt ?(?:ge)?geben|bekannt ?gemacht|veröffentlicht|angekündigt|verkündet|mitgeteilt|vorgestellt|gaben? .{0,80}bekannt|gemeldet|announce[ds]?|announcing|announcement|ankündigung|bekanntgabe|veröffentlichung(?:sdatum)?|made public|öffentlich (?:ge)?macht?en?|öffentlich gemacht|publik|go(?:es)? public|went public|made it public|make (?:it |this )?public|published|publication|public(?=\?)|press release|presse(?:information|mitteilung))(?!\p{L})/iu;

/** Whether, and in which words, a question asks when something was made public: that is the date of the document. */
export function findPublishing(question: string): Span | null {
  const match = PUBLISHING.exec(question);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
