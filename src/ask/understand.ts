import type { Span } from "../contracts/passage.js";
import type { AskRequest } from "../contracts/question.js";
import { canonicalise } from "../language/canonicalise.js";
import { type SearchWord, searchWords } from "../language/index-words.js";
import { withoutInjected } from "../language/injected.js";
import { readFamiliarity } from "../language/other-language.js";
import { findPublishing, readAsking } from "./question-kind.js";
import { asksForNow, asksForPlan } from "./reading/moment.js";
import type { AnswerKind, QuestionPart, Term, Understood } from "./steps.js";
import { completeAsked } from "./understand/complete.js";
import { countedIn, listedIn, restrictionsIn } from "./understand/counted.js";
import { isKeywords, readKeywords } from "./understand/keywords.js";
import { outsideOf } from "./understand/outside.js";
import { sidesOf, speakerIn } from "./understand/sides.js";
import { termsOf } from "./understand/terms.js";
import { topicOf } from "./understand/topic.js";

export { questionParts } from "./question-parts.js";

/** A question as every step sees it: in the form in which documents are kept, trimmed. */
export function plainQuestion(question: string): string {
  return canonicalise(question).trim();
}

/** Reads a question: its language, the kind of answer it wants, what it is about, and what a follow-up leaves unsaid. */
export function understand(request: Pick<AskRequest, "question" | "history" | "language">): Understood {
  const question = plainQuestion(request.question);
  const history = (request.history ?? []).map((turn) => ({ ...turn, content: withoutInjected(turn.content) }));
  const completed = completeAsked(question, history);
  const { text: standalone, carried, textLanguage: detected } = completed;
  const language = request.language ?? completed.language ?? "de";
  const textLanguage = detected ?? language;
  const asking = readAsking(standalone, detected);
  const all = termsOf(standalone, textLanguage);
  const isTyped = asking.kind === "other" && isKeywords(standalone);
  const keywords = isTyped ? readKeywords(standalone, textLanguage, all) : null;
  const kind = keywords?.kind ?? (asksForHolder(standalone, asking.kind, all) ? "person" : asking.kind);
  const publishing = kind === "date" ? findPublishing(standalone) : null;
  const words = searchWords(standalone, detected);
  const topic = topicOf(all, kind, asking.words, publishing).map(
    (term): Term => ({
      ...term,
      stems: term.quantity === null ? term.stems : indexForm(term, words),
      start: endsIn(term, carried) ? -1 : term.start,
    }),
  );
  const isFigure = kind === "number" || kind === "amount";
  const typed = topic.find(({ start }) => start >= 0 && start === keywords?.asked?.start);
  const counted = isFigure ? (typed ?? countedIn(standalone, kind, topic, asking.words.end)) : null;
  return {
    question,
    standalone,
    detected,
    familiarity: readFamiliarity(question),
    language,
    kind,
    terms: topic,
    counted,
    restrictions: counted === null ? [] : restrictionsIn(standalone, topic, counted),
    listed: kind === "list" ? (typed ?? listedIn(standalone, topic, asking.words.end)) : null,
    isKeywords: isTyped,
    asksForPublication: publishing !== null,
    speaker: kind === "statement" ? speakerIn(standalone, textLanguage, topic) : [],
    compared: kind === "comparison" ? sidesOf(standalone, topic) : [],
    asksForNow: asksForNow(standalone, kind),
    asksForPlan: asksForPlan(standalone, kind),
    outside: outsideOf(standalone),
    words,
  };
}

/** A part as a question of its own, in the language of the answer; how familiar its words are, the whole question tells. */
export function understandPart({ question }: QuestionPart, whole: Understood): Understood {
  const { language, familiarity, detected } = whole;
  const understood = understand({ question, language });
  return { ...understood, familiarity, detected: understood.detected ?? detected };
}

/** "Wer ist Finanzvorstand?": what stands behind is no name, but a position. */
function asksForHolder(text: string, kind: AnswerKind, terms: readonly Term[]): boolean {
  return kind === "role" && /^(?:und |and )?(?:wer|who)(?!\p{L})/iu.test(text) && terms.some(({ role }) => role);
}

/** As passages are indexed that state exactly this quantity: with a `#` in front, which no word has. */
function indexForm({ start, end }: Term, words: readonly SearchWord[]): string[] {
  const forms = words.filter((word) => word.start === start && word.end === end).flatMap((word) => word.forms);
  return forms.filter((form) => form.startsWith("#")).slice(0, 1);
}

function endsIn({ end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => end > span.start && end <= span.end);
}
