import type { Language } from "../../contracts/document.js";
import type { Turn as Said } from "../../contracts/question.js";
import { detectLanguage } from "../../language/detect.js";
import { findPronouns } from "../follow-up/pronouns.js";
import { completeFollowUp, type Standalone } from "../follow-up.js";
import { readAsking } from "../question-kind.js";
import { isNameLike } from "../term-match.js";
import { findAsked } from "./asked-sentence.js";
import { withFiscalYears } from "./fiscal-year.js";
import { withoutFrame } from "./frames.js";
import { termsOf } from "./terms.js";

/**
 * The sentences of a text that ask, complete in themselves: what was told before them and the conversation say whom
 * pronouns mean, and nothing else of it is asked for.
 */
export function completeAsked(text: string, history: readonly Said[]): Standalone {
  const question = withFiscalYears(text);
  const { asked, before } = findAsked(question);
  const plain = withoutFrame(asked);
  if (before === "") return completeFollowUp(plain, history);
  const alone = completeFollowUp(plain, history);
  const language = alone.textLanguage ?? detectLanguage(question) ?? "de";
  if (standsAlone(plain, before, language)) return { ...alone, language: alone.language ?? language };
  const held = ASKS_WHO.test(plain) ? positionIn(before, language) : null;
  if (held !== null) return completeFollowUp(`${language === "de" ? "Wer ist" : "Who is"} ${held}?`, history);
  const completed = completeFollowUp(plain, [...history, { role: "user", content: before }]);
  if (completed.carried.length > 0 && isStill(plain, completed.text)) return completed;
  return completeFollowUp(withoutFrame(question), history);
}

/** Points to what was said, whatever else a question names. */
const POINTS_BACK =
  /(?<!\p{L})(?:davon|dazu|damit|darüber|darauf|dafür|dabei|(?:dies|this|that|these|those)(?=[?!., ]*$| (?:ist|sind|war|is|are|was|were)(?!\p{L})))(?!\p{L})/iu;

/** Names somebody before any word that points back ("What does Charité say about its partners?"), or nobody was named. */
function standsAlone(question: string, before: string, language: Language): boolean {
  if (POINTS_BACK.test(question)) return false;
  if (readAsking(question, language).kind === "definition" && findPronouns(question, language).length === 0)
    return true;
  const named = nameIn(question, language);
  const [pronoun] = findPronouns(question, language);
  if (named !== null) return pronoun === undefined || pronoun.start > named;
  return pronoun === undefined && nameIn(before, language) === null;
}

/** Where the first name stands. */
function nameIn(text: string, language: Language): number | null {
  return termsOf(text, language).find((term) => term.start > 0 && isNameLike(term))?.start ?? null;
}

/** "Who is that?", "What is his name?", "Wie heißt sie?" */
const ASKS_WHO =
  /^(?:(?:und|and|so) )?(?:who(?:['’]s| is| are| was)|wer (?:ist|sind|war)|wie heißt|what(?:['’]s| is)|wie (?:ist|lautet)) (?:that|it|he|she|they|this|das|dies|der|die|er|sie|(?:his|her|their|the|seine?|ihre?|der|sein|ihr) (?:full )?names?)(?: (?:denn|eigentlich|genau|exactly|again|gleich|nochmal))*[?!. ]*$/iu;

/** The position that a text speaks of, with where it is held: "managing director of the hospital in Osnabrück". */
function positionIn(text: string, language: Language): string | null {
  const role = termsOf(text, language).findLast((term) => term.role);
  if (role === undefined) return null;
  const before = /(?:\p{L}[\p{L}-]*\s+)?$/u.exec(text.slice(0, role.start))?.[0] ?? "";
  const isPartOf = termsOf(text, language).some(
    (term) => term.role && term.end <= role.start && term.start >= role.start - before.length,
  );
  return (
    text
      .slice(isPartOf ? role.start - before.length : role.start)
      .split(/[,;.!?](?:\s|$)/u)[0]
      ?.trim() ?? null
  );
}

/** Whether a question was completed, and not put into what was told before it: it begins or ends as it did. */
function isStill(question: string, completed: string): boolean {
  const [asked, whole] = [question, completed].map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return asked?.[0] === whole?.[0] || asked?.slice(-ENDING).join(" ") === whole?.slice(-ENDING).join(" ");
}

/** So many words make an ending. */
const ENDING = 2;
