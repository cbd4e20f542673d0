import type { Document, Language } from "../contracts/document.js";
import type { IndexedPassage, Sentence, Span } from "../contracts/passage.js";
import type { SearchWord } from "../language/index-words.js";
import type { Name } from "../language/names.js";
import type { Familiarity } from "../language/other-language.js";
import type { Quantity } from "../language/quantities.js";
import type { PassageMatch, WeighedWord } from "./late-interaction.js";

/** What kind of answer a question asks for. */
export type AnswerKind =
  | "person"
  | "role"
  | "date"
  | "duration"
  | "place"
  | "number"
  | "amount"
  | "percent"
  | "reason"
  | "list"
  | "definition"
  | "yesno"
  /** How two parties or partnerships differ, or what they have in common. */
  | "comparison"
  /** What somebody says about something. */
  | "statement"
  /** What a document or a collaboration is about. */
  | "overview"
  /** What is planned. */
  | "plan"
  | "other";

/**
 * One thing that the question is about: a name, a quantity, or a content word. Evidence is judged by how many of
 * them it holds.
 */
export interface Term {
  readonly kind: "name" | "quantity" | "word";
  /** How surely a name is one: two German nouns side by side need not be, a person with a title is. */
  readonly certainty: "none" | "likely" | "sure";
  readonly surface: string;
  /** Where it stands in the question; -1 when it comes from an earlier turn. */
  readonly start: number;
  readonly end: number;
  /**
   * Stems by German and by English rules, since a name or a loan word may stand in either language; of a quantity, its
   * normal form as `indexWords` has it.
   */
  readonly stems: readonly string[];
  /** Beginnings and ends of the stems, under which a part of a compound may stand. */
  readonly parts: readonly string[];
  /** Concepts of the glossary, through which German and English words and synonyms meet. */
  readonly concepts: readonly string[];
  /** Names a position that a person holds. */
  readonly role: boolean;
  readonly quantity: Quantity | null;
}

export interface Understood {
  /** As asked, trimmed and normalised. */
  readonly question: string;
  /** With what a follow-up leaves unsaid; what is embedded and searched for. */
  readonly standalone: string;
  /** Of the question; null when nothing tells. */
  readonly detected: Language | null;
  /** How far the words of the question are German or English. */
  readonly familiarity: Familiarity;
  /** Of the answer. */
  readonly language: Language;
  readonly kind: AnswerKind;
  readonly terms: readonly Term[];
  /** What is counted or measured: "employees" in "how many employees", "revenue" in "how high is the revenue". */
  readonly counted: Term | null;
  /** Of which place, group or part the figure has to be: "in Berlin", "of them women". */
  readonly restrictions: readonly Term[];
  /** Of a list, what kind of thing is asked for: "goals" in "which goals". */
  readonly listed: Term | null;
  /** Words without a verb, as one types them into a search field. */
  readonly isKeywords: boolean;
  /** Asks when something was made public, which is the date of a document. */
  readonly asksForPublication: boolean;
  /** Of a statement: whose. Empty for other kinds, and when the question names nobody. */
  readonly speaker: readonly Term[];
  /** Of a comparison: what is compared, each by its terms. Empty for other kinds. */
  readonly compared: readonly (readonly Term[])[];
  /** Asks how things are now ("today", "still"), which documents cannot tell: they speak of their date. */
  readonly asksForNow: boolean;
  /** Asks what is planned, so that a plan is an answer. */
  readonly asksForPlan: boolean;
  /** Why it is no question for documents; null for a question. */
  readonly outside: "advice" | "instruction" | "noise" | null;
  /** To search for, in the order of the question. */
  readonly words: readonly SearchWord[];
}

/** One of the questions of which a question consists. */
export interface QuestionPart {
  readonly question: string;
  /** The words of the whole question that ask for it. */
  readonly asked: string;
  /** What tells it from the others, as the question names it: "2024", "Umsatz". Null where each has its own words. */
  readonly label: string | null;
}

/** A text as stems and concepts, for comparing it with a question's terms. */
export interface WordsView {
  readonly stems: ReadonlySet<string>;
  /** The longer ones in one string. */
  readonly longStems: string;
  /** With a concept also what it is a kind of, as `kindOf` names it. */
  readonly concepts: ReadonlySet<string>;
}

/** How a view says that it holds some kind of a concept, which is less than the concept itself. */
export function kindOf(concept: string): string {
  return `${concept}/*`;
}

/** A sentence with everything that judging and composing want to know about it. */
export interface SentenceView extends WordsView {
  readonly sentence: Sentence;
  readonly text: string;
  /** Separated by white space. */
  readonly wordCount: number;
  readonly quantities: readonly Quantity[];
  readonly names: readonly Name[];
  /** Where a position is named. */
  readonly roles: readonly Span[];
}

/** A passage that may hold the answer. */
export interface Candidate {
  readonly passage: IndexedPassage;
  readonly document: Document;
  /** Fused; its order is the ranking. */
  readonly score: number;
  /** Cosine of the question and the whole passage. */
  readonly wholeScore: number;
  /** Cosine of the question and each sentence. */
  readonly sentenceScores: readonly number[];
  /** How well the words of each sentence meet those of the question (`late-interaction.ts`); null where it is not known. */
  readonly lateScores: readonly (number | null)[];
  /** The same for the whole passage. */
  readonly lateMatch: PassageMatch | null;
  /** Of each sentence, how well it meets each of the evidence's `askedWords`; null where it is not known. */
  readonly lateWords?: readonly (readonly number[] | null)[];
  /** BM25 as a share of a passage that holds every word of the question. */
  readonly wordsScore: number;
}

/** What a search brought. */
export interface Evidence {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The words of the question that the sentences were compared with; null or left out where they are not known. */
  readonly askedWords?: readonly WeighedWord[] | null;
  /** In how many passages of the library each stem of the question's terms stands; the others are left out. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** Passages in the library. */
  readonly passages: number;
}

/** A sentence put forward as evidence. */
export interface Finding {
  readonly candidate: Candidate;
  readonly at: number;
  readonly view: SentenceView;
  /** That it answers the question. */
  readonly probability: number;
  /** Orders the sentences of one question, the highest first; means nothing across questions. */
  readonly rank: number;
}

/** What a refusal names. */
export type Missing =
  /** A name or number of the question that no passage holds. */
  | { readonly kind: "term"; readonly surface: string }
  /** The question is in neither language. */
  | { readonly kind: "language" }
  /** It is no question for documents. */
  | { readonly kind: "outside"; readonly what: "advice" | "instruction" | "noise" }
  /** How things are on the day of the question. */
  | { readonly kind: "now" };

export type Judgement =
  | {
      readonly verdict: "answerable";
      readonly findings: readonly Finding[];
      /**
       * `corrects`: the findings contradict what the question takes for granted; `disagrees`: they give different answers,
       * the newest first.
       */
      readonly manner: "answers" | "corrects" | "disagrees";
    }
  | {
      readonly verdict: "no";
      readonly reason: "no_evidence" | "out_of_scope" | "ambiguous";
      readonly missing: readonly Missing[];
      readonly closest: readonly Finding[];
      /** That the best sentence which passes the rules answers; 0 where a rule refuses. */
      readonly probability: number;
    };
