import type { Answer } from "../contracts/answer.js";
import type { Turn } from "../contracts/question.js";

/** An answer with what it answers. */
export interface RecentAnswer {
  readonly question: string;
  readonly history: readonly Turn[];
  readonly answer: Answer;
}

export interface RecentAnswers {
  add(recent: RecentAnswer): void;
  /** Null for an answer that was never given, or is forgotten. */
  byId(answerId: string): RecentAnswer | null;
  /** The last answer with this text, as a client hands it back in `history`; null where none is remembered. */
  byText(text: string): RecentAnswer | null;
}

/** A working day of a busy intranet, at about 8 kB an answer. */
const LIMITS = { answers: 2000, bytes: 16 * 1024 * 1024 };

/** The last answers, in memory alone. The oldest are forgotten when there are too many, or they hold too much. */
export function createRecentAnswers(
  limits: { readonly answers: number; readonly bytes: number } = LIMITS,
): RecentAnswers {
  const entries = new Map<string, { readonly recent: RecentAnswer; readonly bytes: number }>();
  const idByText = new Map<string, string>();
  let bytes = 0;

  function forget(id: string): void {
    const entry = entries.get(id);
    if (entry === undefined) return;
    entries.delete(id);
    bytes -= entry.bytes;
    const text = entry.recent.answer.answer;
    if (idByText.get(text) === id) idByText.delete(text);
  }

  return {
    add(recent) {
      const { id, answer: text } = recent.answer;
      forget(id);
      const size = Buffer.byteLength(JSON.stringify(recent));
      if (size > limits.bytes) return;
      entries.set(id, { recent, bytes: size });
      idByText.set(text, id);
      bytes += size;
      // A map goes through its keys in the order in which they came.
      for (const oldest of entries.keys()) {
        if (entries.size <= limits.answers && bytes <= limits.bytes) break;
        forget(oldest);
      }
    },
    byId: (answerId) => entries.get(answerId)?.recent ?? null,
    byText: (text) => entries.get(idByText.get(text) ?? "")?.recent ?? null,
  };
}
