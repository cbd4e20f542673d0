import type { Writer } from "../contracts/ports.js";
import type { Turn } from "../contracts/question.js";
import { WriterError } from "../contracts/writer-error.js";
import { detectLanguage } from "../language/detect.js";
import { fold } from "../language/fold.js";
import { isInjected, withoutInjected } from "../language/injected.js";
import { findNames } from "../language/names.js";
import { findQuantities } from "../language/quantities.js";
import { analyseWords } from "../language/words.js";
import { asData, fill, LANGUAGE_NAMES, type Prompts } from "./prompt.js";
import type { Understood } from "./steps.js";
import { isNameLike } from "./term-match.js";

const LIMITS = {
  /** Turns that the model is shown, and letters of each. */
  turns: 6,
  letters: 800,
  replyTokens: 80,
  /** Of a question, in letters. */
  longest: 300,
  /** Somebody waits, and the rules have completed the question already. */
  milliseconds: 8_000,
} as const;

export interface Completed {
  /** Null: the question as the rules completed it is the one to go on with. */
  readonly question: string | null;
  /** Codes, as an answer hands them out. */
  readonly warnings: readonly string[];
}

/** Whether a model may complete a question better than the rules did: it leans on the conversation, or names nobody. */
export function leansOnConversation({ question, standalone, terms }: Understood, history: readonly Turn[]): boolean {
  return history.length > 0 && (standalone !== question || !terms.some(isNameLike));
}

/**
 * Has a model complete a question that leans on the conversation. What it writes is taken when it is a question, in the same
 * language, that keeps every name and figure of the question and of what the rules carried over, and holds no name, figure or
 * content word that nobody said. Throws `cancelled`.
 */
export async function completeByModel(
  understood: Understood,
  history: readonly Turn[],
  { writer, prompts }: { readonly writer: Writer; readonly prompts: Prompts },
  signal?: AbortSignal,
): Promise<Completed> {
  const { question, language } = understood;
  const heard = history.map((turn) => ({ ...turn, content: withoutInjected(turn.content) }));
  const said = heard
    .slice(-LIMITS.turns)
    .map(({ role, content }) => `${role}: ${asData(content).slice(0, LIMITS.letters)}`);
  const values = { conversation: said.join("\n"), question: asData(question), language: LANGUAGE_NAMES[language] };
  const prompt = prompts.standaloneQuestion;
  const messages = [
    { role: "system" as const, content: fill(prompt, "system", values) },
    { role: "user" as const, content: fill(prompt, "user", values) },
  ];
  const timeout = AbortSignal.timeout(LIMITS.milliseconds);
  try {
    const signals = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    let reply = "";
    for await (const piece of writer.write(messages, { maxTokens: LIMITS.replyTokens, signal: signals })) {
      reply += piece;
      if (reply.length > 2 * LIMITS.longest) break;
    }
    const written = reply.trim().replace(/^["„“»]+|["“”«]+$/gu, "");
    return { question: keepsConversation(written, understood, heard) ? written : null, warnings: [] };
  } catch (error) {
    if (error instanceof WriterError) return { question: null, warnings: [`llm_${error.failure}`] };
    if (timeout.aborted && signal?.aborted !== true) return { question: null, warnings: ["llm_timeout"] };
    throw error;
  }
}

/** Whether a completed question says what was asked, and nothing that nobody said. */
function keepsConversation(
  written: string,
  { question, standalone, language }: Understood,
  history: readonly Turn[],
): boolean {
  if (!/^[^\n]{3,}\?$/.test(written) || written.length > LIMITS.longest || isInjected(written)) return false;
  if ((detectLanguage(written) ?? language) !== language) return false;
  const said = [question, standalone, ...history.map(({ content }) => content)].join("\n");
  const isKept = [question, standalone].every((text) => holdsMarks(written, marksOf(text, language)));
  return isKept && holdsMarks(said, marksOf(written, language)) && holdsStems(said, written, language);
}

interface Marks {
  readonly names: readonly string[];
  readonly figures: readonly string[];
}

/** Names and figures, without which a question is another one. */
function marksOf(text: string, language: Understood["language"]): Marks {
  const names = findNames(text, language).flatMap(({ surface }) => lettersOf(surface));
  return { names, figures: findQuantities(text).map(({ kind, normal }) => `${kind} ${normal}`) };
}

function holdsMarks(text: string, { names, figures }: Marks): boolean {
  const words = new Set(lettersOf(text));
  const stated = new Set(findQuantities(text).map(({ kind, normal }) => `${kind} ${normal}`));
  return names.every((name) => words.has(name)) && figures.every((figure) => stated.has(figure));
}

function lettersOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether every content word of a text was said before, in any of its forms. */
function holdsStems(said: string, text: string, language: Understood["language"]): boolean {
  const known = new Set(analyseWords(said, language).map(({ stem }) => stem));
  return analyseWords(text, language).every(({ stop, stem }) => stop || known.has(stem));
}
