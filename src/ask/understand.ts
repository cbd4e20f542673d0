import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";
import type { AskRequest } from "../contracts/question.js";
import { canonicalise } from "../language/canonicalise.js";
import { fold } from "../language/fold.js";
import { conceptsOf } from "../language/glossary.js";
import { type SearchWord, searchWords } from "../language/index-words.js";
import { findNames, type Name } from "../language/names.js";
import { readFamiliarity } from "../language/other-language.js";
import { findQuantities } from "../language/quantities.js";
import { isStopWordOfOther } from "../language/stop-words.js";
import { analyseWords, type Word } from "../language/words.js";
import { completeFollowUp } from "./follow-up.js";
import { findPublishing, readAsking } from "./question-kind.js";
import type { AnswerKind, Term, Understood } from "./steps.js";
import { partsOf } from "./term-match.js";

/** A question as every step sees it: in the form in which documents are kept, trimmed. */
export function plainQuestion(question: string): string {
  return canonicalise(question).trim();
}

/** Reads a question: its language, the kind of answer it wants, what it is about, and what a follow-up leaves unsaid. */
export function understand(request: Pick<AskRequest, "question" | "history" | "language">): Understood {
  const question = plainQuestion(request.question);
  const completed = completeFollowUp(question, request.history ?? []);
  const { text: standalone, carried, textLanguage: detected } = completed;
  const language = request.language ?? completed.language ?? "de";
  const { kind, words: asking } = readAsking(standalone);
  const publishing = kind === "date" ? findPublishing(standalone) : null;
  const words = searchWords(standalone, detected);
  const topic = topicOf(termsOf(standalone, detected ?? language), kind, asking, publishing);
  return {
    question,
    standalone,
    detected,
    familiarity: readFamiliarity(question),
    language,
    kind,
    terms: topic.map((term) => ({
      ...term,
      stems: term.quantity === null ? term.stems : indexForm(term, words),
      start: endsIn(term, carried) ? -1 : term.start,
    })),
    counted: kind === "number" || kind === "amount" ? firstWord(topic, asking.end) : null,
    asksForPublication: publishing !== null,
    speaker: [],
    compared: [],
    asksForNow: false,
    asksForPlan: false,
    outside: null,
    words,
  };
}

/** Concepts that a kind of question asks for and no answer needs to repeat. */
const ASKED: Partial<Record<AnswerKind, readonly string[]>> = {
  role: ["role", "position", "job", "function"],
  place: ["site", "location", "headquarters", "lie"],
  date: ["date", "point_in_time"],
};
const ANNOUNCEMENT = "announcement";

/** The terms that are the topic, without the words that only ask; what says that something was announced becomes one. */
function topicOf(terms: readonly Term[], kind: AnswerKind, asking: Span, publishing: Span | null): Term[] {
  const dropped = ASKED[kind] ?? [];
  const topic = terms.filter(
    (term) =>
      !(term.start >= asking.start && term.end <= asking.end) &&
      !(publishing !== null && term.start >= publishing.start && term.end <= publishing.end && term.kind === "word") &&
      !(term.kind === "word" && term.concepts.some((concept) => dropped.includes(concept))),
  );
  if (publishing === null) return topic;
  const surface = "";
  const announced = {
    surface,
    ...publishing,
    stems: [],
    parts: [],
    concepts: [ANNOUNCEMENT],
    role: false,
    quantity: null,
  };
  return [...topic, { kind: "word", certainty: "none", ...announced }];
}

/** As passages are indexed that state exactly this quantity: with a `#` in front, which no word has. */
function indexForm({ start, end }: Term, words: readonly SearchWord[]): string[] {
  const forms = words.filter((word) => word.start === start && word.end === end).flatMap((word) => word.forms);
  return forms.filter((form) => form.startsWith("#")).slice(0, 1);
}

function firstWord(terms: readonly Term[], from: number): Term | null {
  return terms.find((term) => term.kind === "word" && term.start >= from) ?? null;
}

/** What a question is about, in the order of its words; a name of several words gives one term for each word. */
export function termsOf(text: string, language: Language): Term[] {
  const quantities = findQuantities(text);
  const names = findNames(text, language);
  const words = analyseWords(text, language);
  const other = new Map(analyseWords(text, language === "de" ? "en" : "de").map((word) => [word.start, word.stem]));
  const hits = conceptsOf(words, language);
  const terms: Term[] = [];
  for (const word of words) {
    // A hyphenated word comes whole and then in its parts: it is one thing to ask for.
    if (isFunctionWord(word, language) || within(word, quantities) || word.end <= (terms.at(-1)?.end ?? 0)) continue;
    const own = hits.filter(
      (hit) => (words[hit.first]?.start ?? 0) < word.end && (words[hit.last]?.end ?? 0) > word.start,
    );
    const role = own.some((hit) => hit.broader === LEADERSHIP || hit.concept === LEADERSHIP);
    const { surface, start, end } = word;
    const stems = [...new Set([word.stem, other.get(start) ?? word.stem])];
    const parts = partsOf(stems);
    const name = role ? undefined : names.find((it) => word.start >= it.start && word.end <= it.end);
    const kind = name === undefined ? "word" : "name";
    const certainty = name === undefined ? "none" : certaintyOf(name, language);
    terms.push({
      kind,
      certainty,
      surface,
      start,
      end,
      stems,
      parts,
      concepts: own.map((hit) => hit.concept),
      role,
      quantity: null,
    });
  }
  const counted = quantities.map((quantity): Term => {
    const { surface, start, end } = quantity;
    return {
      kind: "quantity",
      certainty: "none",
      surface,
      start,
      end,
      stems: [],
      parts: [],
      concepts: [],
      role: false,
      quantity,
    };
  });
  return [...counted, ...terms];
}

/** A sentence may mix both languages; what has a capital may be a name or a noun. */
function isFunctionWord({ surface, stop }: Word, language: Language): boolean {
  return stop || (/^\p{Ll}/u.test(surface) && isStopWordOfOther(fold(surface), language));
}

/** An English word in capitals inside a sentence is likely a name, though it may be spelt otherwise in German. */
function certaintyOf({ kind }: Name, language: Language): Term["certainty"] {
  if (kind !== "other") return "sure";
  return language === "en" ? "likely" : "none";
}

/** The concept that all positions at the head of something are kinds of. */
const LEADERSHIP = "leadership";

function endsIn({ end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => end > span.start && end <= span.end);
}

function within(word: Word, spans: readonly Span[]): boolean {
  return spans.some((span) => word.start >= span.start && word.end <= span.end);
}
