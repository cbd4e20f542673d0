import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";
import type { Turn as Said } from "../contracts/question.js";
import { detectLanguage } from "../language/detect.js";
import { type Context, knownNames, readAnswer } from "./follow-up/context.js";
import { fillIn } from "./follow-up/fill-in.js";
import { type FollowUp, isFragment } from "./follow-up/fragment.js";
import { OPENING, POLITE, RELATIVE_YEARS } from "./follow-up/marks.js";
import { findPronouns } from "./follow-up/pronouns.js";
import { putInto } from "./follow-up/put-into.js";
import { languageOf, readTurn, type Turn } from "./follow-up/turn.js";

/** A question that needs no conversation any more. */
export interface Standalone {
  readonly text: string;
  /** The parts of `text` that come from earlier turns; empty when the question stood alone. */
  readonly carried: readonly Span[];
  /** That the question is asked in: told by its own words, else by the questions before; null when nothing tells. */
  readonly language: Language | null;
  /** That most of `text` is in: after "And at X?", the one of the question before. */
  readonly textLanguage: Language | null;
}

/** Turns that are looked back at, and how much of each, in UTF-16 code units: what matters stands near. */
const LOOKED_BACK = { turns: 16, user: 500, assistant: 1500 } as const;

/**
 * Completes a question by the conversation before it: names and topic that it leaves unsaid are carried over, and
 * nothing that it says itself. A question that says both stands as it is.
 */
export function completeFollowUp(question: string, history: readonly Said[]): Standalone {
  const context = contextOf(history);
  if (context.length > 0) return complete(question, context);
  const language = detectLanguage(question);
  return { text: question, carried: [], language, textLanguage: language };
}

/** Earlier questions are completed in their order, each by those before it. */
function contextOf(history: readonly Said[]): Context {
  let context: Context = [];
  for (const { role, content } of history.slice(-LOOKED_BACK.turns)) {
    const text = content.slice(0, LOOKED_BACK[role]).normalize("NFC").trim();
    if (text === "" || (role === "user" && POLITE.test(text))) continue;
    const [last, ...earlier] = context;
    if (role === "user") context = [{ asked: turnOf(text, context), answer: null }, ...context];
    else if (last === undefined) context = [{ asked: null, answer: readAnswer(text, null) }];
    else context = [{ ...last, answer: last.answer ?? readAnswer(text, last.asked) }, ...earlier];
  }
  return context;
}

function turnOf(question: string, context: Context): Turn {
  const { text, textLanguage } = complete(question, context);
  return readTurn(text.slice(0, LOOKED_BACK.user), textLanguage ?? "de", knownNames(context));
}

function complete(question: string, context: Context): Standalone {
  const before = context.find(({ asked }) => asked !== null)?.asked?.language ?? null;
  const language = languageOf(question, before);
  const alone: Standalone = { text: question, carried: [], language, textLanguage: language };
  if (context.length === 0 || POLITE.test(question)) return alone;
  const opening = OPENING.exec(question)?.[0] ?? "";
  const text = withYear(question.slice(opening.length), context);
  const given = readTurn(text, language, knownNames(context), opening);
  const followUp: FollowUp = { given, opens: opening !== "", pronouns: findPronouns(text, language) };
  const base = context[0]?.asked ?? null;
  const whole = base !== null && isFragment(followUp) ? putInto(base, followUp) : null;
  if (base !== null && whole !== null) {
    return { text: whole.text, carried: whole.kept, language, textLanguage: base.language };
  }
  const filled = fillIn(followUp, base, context);
  return filled === null ? alone : { ...alone, text: filled.text, carried: filled.brought };
}

/** "Im Jahr davor", "the year before", as the year that it is. */
function withYear(text: string, [last]: Context): string {
  const spoken = (last?.asked?.quantities ?? []).filter(({ kind }) => kind === "year");
  const said = spoken.length > 0 ? spoken : (last?.answer?.years ?? []);
  const [year, ...others] = new Set(said.map(({ normal }) => Number(normal)));
  if (year === undefined || others.length > 0) return text;
  for (const [pattern, on] of RELATIVE_YEARS) if (pattern.test(text)) return text.replace(pattern, String(year + on));
  return text;
}
