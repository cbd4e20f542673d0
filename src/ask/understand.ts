import type { Language } from "../contracts/document.js";
import type { Span } from "../contracts/passage.js";
import type { AskRequest, Turn } from "../contracts/question.js";
import { detectLanguage } from "../language/detect.js";
import { conceptsOf } from "../language/glossary.js";
import { findNames, type Name } from "../language/names.js";
import { findQuantities } from "../language/quantities.js";
import { analyseWords, indexWords, type Word } from "../language/words.js";
import { findPublishing, readAsking } from "./question-kind.js";
import type { AnswerKind, Term, Understood } from "./steps.js";
import { partsOf } from "./term-match.js";

/** A question as every step sees it. */
export function plainQuestion(question: string): string {
  return question.normalize("NFC").trim();
}

/** Reads a question: its language, the kind of answer it wants, what it is about, and what a follow-up leaves unsaid. */
export function understand(request: Pick<AskRequest, "question" | "history" | "language">): Understood {
  const question = plainQuestion(request.question);
  const history = request.history ?? [];
  const detected = detectLanguage(question);
  const language = request.language ?? detected ?? lastLanguage(history) ?? "de";
  const { kind, words: asking } = readAsking(question);
  const publishing = kind === "date" ? findPublishing(question) : null;
  const own = topicOf(termsOf(question, detected ?? language), kind, asking, publishing);
  const context = leavesUnsaid(question, own) ? (lastPerson(question, history) ?? earlierQuestion(history)) : null;
  const carried = context === null ? [] : carriedTerms(context, detected ?? language, own);
  const standalone = context === null ? question : `${context} ${question}`;
  return {
    question,
    standalone,
    detected,
    language,
    kind,
    terms: [...own, ...carried],
    counted: kind === "number" || kind === "amount" ? firstWord(own, asking.end) : null,
    asksForPublication: publishing !== null,
    words: [...new Set([...indexWords(standalone, "de", detected), ...indexWords(standalone, "en", detected)])],
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

function firstWord(terms: readonly Term[], from: number): Term | null {
  return terms.find((term) => term.kind === "word" && term.start >= from) ?? null;
}

/** Openings and pronouns by which a question leans on the one before it. */
const LEANING =
  /^(und|aber|and|but|also|then|dann|ok|okay)\b|\b(er|sie|es|ihn|ihm|ihr|ihre|ihrer|ihren|sein|seine|seiner|dort|da|dabei|dafür|damit|darüber|davon|dazu|das|dies|diese|dieser|dieses|he|she|it|they|them|his|her|its|their|there|that|this|those|these)\b/iu;

/** A question that names nothing and leans on another, or is too short to stand alone. */
function leavesUnsaid(question: string, own: readonly Term[]): boolean {
  if (own.some((term) => term.kind === "name")) return /^(und|and|aber|but)\b/iu.test(question);
  return LEANING.test(question) || own.length <= 2;
}

/** The latest question of the conversation that names something, with a later one that leans on it. */
function earlierQuestion(history: readonly Turn[]): string | null {
  const asked = history.filter((turn) => turn.role === "user").map(contentOf);
  const last = asked.at(-1);
  if (last === undefined || last === "") return null;
  const named = asked.findLast((text) => findNames(text, detectLanguage(text)).length > 0);
  return named === undefined || named === last ? last : `${named} ${last}`;
}

/** "He", "sie": a person, whom the answer before may have been the first to name. */
const PERSONAL = /\b(er|ihn|ihm|sein|seine[rnms]?|sie|ihr|ihre[rnms]?|he|him|his|she|her|hers)\b/iu;

/** The person that the last answer named, when the question has a pronoun for one. */
function lastPerson(question: string, history: readonly Turn[]): string | null {
  const answer = history.findLast((turn) => turn.role === "assistant");
  if (answer === undefined || !PERSONAL.test(question)) return null;
  const text = contentOf(answer);
  return findNames(text, detectLanguage(text)).find((name) => name.kind === "person")?.surface ?? null;
}

function contentOf({ content }: Turn): string {
  return content.normalize("NFC").trim().slice(0, LOOKED_AT);
}

/** Of an earlier turn, in UTF-16 code units: what it is about stands at its beginning. */
const LOOKED_AT = 500;

/** Names carry over; of the other words only those that a question about a detail would leave out. */
function carriedTerms(context: string, language: Language, own: readonly Term[]): Term[] {
  const known = new Set(own.flatMap((term) => term.stems));
  return termsOf(context, detectLanguage(context) ?? language)
    .filter((term) => term.kind === "name" && !term.stems.some((stem) => known.has(stem)))
    .map((term) => ({ ...term, start: -1 }));
}

function lastLanguage(history: readonly Turn[]): Language | null {
  const last = history.findLast((turn) => turn.role === "user");
  return last === undefined ? null : detectLanguage(last.content);
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
    if (word.stop || within(word, quantities) || word.end <= (terms.at(-1)?.end ?? 0)) continue;
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

/** An English word in capitals inside a sentence is likely a name, though it may be spelt otherwise in German. */
function certaintyOf({ kind }: Name, language: Language): Term["certainty"] {
  if (kind !== "other") return "sure";
  return language === "en" ? "likely" : "none";
}

/** The concept that all positions at the head of something are kinds of. */
const LEADERSHIP = "leadership";

function within(word: Word, spans: readonly Span[]): boolean {
  return spans.some((span) => word.start >= span.start && word.end <= span.end);
}
