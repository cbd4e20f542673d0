import { randomUUID } from "node:crypto";
import type { Answer } from "../contracts/answer.js";
import { KonsilError } from "../contracts/errors.js";
import type {
  FeedbackBook,
  FeedbackPage,
  FeedbackQuery,
  FeedbackRecord,
  FeedbackRequest,
} from "../contracts/feedback.js";
import type { Library } from "../contracts/ports.js";
import type { RecentAnswer, RecentAnswers } from "./recent-answers.js";

/** What people say about answers: every channel gives it here, and it is read for export. */
export interface Feedback {
  /**
   * Keeps a verdict together with question, history and answer, as far as they are known: from memory, else from the
   * request. `added` is false when this very feedback was the last on that answer already. Throws `not_found` for an
   * answer that is neither remembered nor comes with its question, `storage_unavailable`, `storage_damaged`.
   */
  give(request: FeedbackRequest): Promise<{ readonly record: FeedbackRecord; readonly added: boolean }>;
  /** One page, oldest first; what was quoted from documents that are removed by now is left out. */
  read(query?: FeedbackQuery): Promise<FeedbackPage>;
}

export interface FeedbackParts {
  readonly book: FeedbackBook;
  readonly recent: RecentAnswers;
  readonly library: Pick<Library, "documents">;
  readonly now?: () => Date;
  readonly newId?: () => string;
}

export function createFeedback({
  book,
  recent,
  library,
  now = () => new Date(),
  newId = () => `fb_${randomUUID()}`,
}: FeedbackParts): Feedback {
  return {
    give({ answerId, verdict, comment = "", question, history = [] }) {
      const remembered = recent.byId(answerId);
      const asked = remembered ?? (question === undefined ? null : { question, history, answer: null });
      if (asked === null) throw unknownAnswer();
      return book.add({
        id: newId(),
        at: now().toISOString(),
        answerId,
        verdict,
        comment: comment === "" ? null : comment,
        question: asked.question,
        history: [...asked.history],
        answer: asked.answer,
        documents: documentsIn(asked, recent),
      });
    },

    async read(query) {
      const { feedback, nextCursor } = await book.read(query);
      const known = await knownIds(library, new Set(feedback.flatMap(({ documents }) => documents)));
      return { feedback: feedback.map((record) => withoutRemoved(record, known)), nextCursor };
    },
  };
}

/** Ids of the documents that are quoted in the conversation up to and with the answer, as far as that is remembered. */
function documentsIn(
  { history, answer }: Pick<RecentAnswer, "history"> & { answer: Answer | null },
  recent: RecentAnswers,
): string[] {
  const earlier = history.flatMap(({ role, content }) => (role === "assistant" ? [recent.byText(content)] : []));
  const answers = [answer, ...earlier.map((it) => it?.answer ?? null)].filter((it) => it !== null);
  return [...new Set(answers.flatMap(quotedIn))].sort();
}

function quotedIn({ citations, abstention }: Answer): string[] {
  return [...citations, ...(abstention?.closest ?? [])].map(({ documentId }) => documentId);
}

/** Which of the ids the library has. */
async function knownIds(library: FeedbackParts["library"], ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  const [documentIds, limit] = [[...ids], 1000];
  for (let at = 0; at < documentIds.length; at += limit) {
    const page = await library.documents({ documentIds: documentIds.slice(at, at + limit) }, { limit });
    for (const { id } of page.documents) known.add(id);
  }
  return known;
}

/** An answer and the turns before it are made of quotations: where one of the documents is gone, none of them stays. */
function withoutRemoved(record: FeedbackRecord, known: ReadonlySet<string>): FeedbackRecord {
  if (record.documents.every((id) => known.has(id))) return record;
  return { ...record, history: record.history.filter(({ role }) => role === "user"), answer: null };
}

const unknownAnswer = () =>
  new KonsilError(
    "not_found",
    "This server does not remember an answer with this id: send its question along, in the field question",
  );
