import { findRoles, type Name } from "../language/names.js";
import { covers, type Quantity } from "../language/quantities.js";
import { contextOf, viewsOf, type WordsView } from "./sentence-views.js";
import type { AnswerKind, Candidate, Evidence, SentenceView, Term, Understood } from "./steps.js";
import { holds, isComparable } from "./term-match.js";

/** How far a sentence is ahead that no other passage rivals. */
const ALONE = 0.5;
const ANNOUNCED: WordsView = { stems: new Set(), concepts: new Set(["announcement"]) };
/** Rarity is cut off on both sides, so that neither a word of every passage nor an unknown one decides alone. */
const RARITY = { least: 0.3, most: 3, name: 1.2 } as const;

/** The signals by which a sentence is judged, each explainable, all about -1 to 1. `judge-coefficients.ts` weighs them. */
export interface Signals {
  /** Cosine of question and sentence, minus .8, times 10: e5 keeps its cosines between about .75 and .95. */
  readonly sentence: number;
  /** The same for the whole passage. */
  readonly passage: number;
  /** Share of the question's terms, weighed by rarity, that stand in the sentence. */
  readonly covered: number;
  /** The same with the sentence before, its lead-in, heading, title and partners. */
  readonly coveredInContext: number;
  /** BM25 share of the passage. */
  readonly words: number;
  /** 1: holds the kind of answer asked for; 0: the kind cannot be checked; -1: does not hold it. */
  readonly kindFits: number;
  /** Share of the question's names and numbers that stand neither in the sentence nor in its context. */
  readonly namesMissing: number;
  /** Share of the question's words that the whole library does not know, where languages match. */
  readonly unknownWords: number;
  /** 1 when question and document differ in language. */
  readonly otherLanguage: number;
  readonly coveredInOtherLanguage: number;
  /** How far the sentence is ahead of (or behind) the best sentence of any other passage, in cosine times 10. */
  readonly ahead: number;
}

/** A sentence with its signals. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly at: number;
  readonly view: SentenceView;
  readonly signals: Signals;
}

/** A sentence of fewer words says nothing that answers ("Everywhere.", a place before a report). */
const LEAST_WORDS = 3;

/** Date lines answer questions for dates only; headings and captions nothing. */
function canAnswer({ kind }: Understood, { sentence, text }: SentenceView): boolean {
  if (sentence.kind === "dateline") return kind === "date";
  if (sentence.kind !== "prose" && sentence.kind !== "item" && sentence.kind !== "row") return false;
  return sentence.kind === "item" || text.split(/\s+/).length >= LEAST_WORDS;
}

/** The signals of every sentence of the evidence that can answer on its own; `ahead` is left for `comparePassing`. */
export function weigh(understood: Understood, evidence: Evidence): Weighed[] {
  const weights = understood.terms.map((term) => rarity(term, evidence));
  return evidence.candidates.flatMap((candidate) => {
    const views = viewsOf(candidate.passage, candidate.document);
    return views.flatMap((view, at): Weighed[] => {
      if (!canAnswer(understood, view)) return [];
      const signals = announces(understood, view, candidate)
        ? announcementSignals(understood, weights, evidence, candidate, views)
        : signalsOf(understood, weights, evidence, candidate, views, at);
      return [{ candidate, at, view, signals }];
    });
  });
}

/** Tells each sentence how far it is ahead of the best one of another passage. */
export function comparePassing(passing: readonly Weighed[]): Weighed[] {
  const best = new Map<string, number>();
  for (const { candidate, signals } of passing) {
    const { id } = candidate.passage;
    best.set(id, Math.max(best.get(id) ?? -Infinity, signals.sentence));
  }
  return passing.map((it) => {
    const others = [...best].filter(([id]) => id !== it.candidate.passage.id).map(([, score]) => score);
    const ahead = others.length === 0 ? ALONE : it.signals.sentence - Math.max(...others);
    return { ...it, signals: { ...it.signals, ahead } };
  });
}

/** A date line says when a document was made public, in no other words than the date. */
function announces({ asksForPublication }: Understood, view: SentenceView, { document }: Candidate): boolean {
  const { publishedAt } = document;
  if (!asksForPublication || view.sentence.kind !== "dateline" || publishedAt === null) return false;
  return view.quantities.some(({ normal }) => normal === publishedAt);
}

/** A date line is judged by what its document is about: its best passage, its title and its first passage. */
function announcementSignals(
  understood: Understood,
  weights: readonly number[],
  evidence: Evidence,
  candidate: Candidate,
  views: readonly SentenceView[],
): Signals {
  const { document } = candidate;
  const mine = evidence.candidates.filter((it) => it.document.id === document.id);
  const everything = [contextOf(candidate.passage, document), ...views, ANNOUNCED];
  const held = understood.terms.map((term) => Math.max(...everything.map((words) => holds(words, term))));
  const otherLanguage = isOtherLanguage(understood, candidate);
  const counted = understood.terms.map((term) => (isComparable(term, otherLanguage) ? 1 : 0));
  const covered = share(held, weights, counted);
  return {
    sentence: (Math.max(...mine.flatMap((it) => it.sentenceScores)) - 0.8) * 10,
    passage: (Math.max(...mine.map((it) => it.wholeScore)) - 0.8) * 10,
    covered,
    coveredInContext: covered,
    words: Math.max(...mine.map((it) => it.wordsScore)),
    kindFits: 1,
    namesMissing: missingShare(understood.terms, held),
    unknownWords: 0,
    otherLanguage: otherLanguage ? 1 : 0,
    coveredInOtherLanguage: otherLanguage ? covered : 0,
    ahead: 0,
  };
}

function isOtherLanguage({ detected }: Understood, { document }: Candidate): boolean {
  return document.language !== null && detected !== null && document.language !== detected;
}

function signalsOf(
  understood: Understood,
  weights: readonly number[],
  evidence: Evidence,
  candidate: Candidate,
  views: readonly SentenceView[],
  at: number,
): Signals {
  const view = views[at];
  if (view === undefined) throw new RangeError("no such sentence");
  const { document, passage } = candidate;
  const context = [contextOf(passage, document), ...nearby(views, at)];
  const own = understood.terms.map((term) => holds(view, term));
  const around = understood.terms.map((term, n) =>
    Math.max(own[n] ?? 0, ...context.map((words) => holds(words, term)), dated(term, document.publishedAt)),
  );
  const otherLanguage = isOtherLanguage(understood, candidate);
  const counted = understood.terms.map((term) => (isComparable(term, otherLanguage) ? 1 : 0));
  const covered = share(own, weights, counted);
  return {
    sentence: ((candidate.sentenceScores[at] ?? 0) - 0.8) * 10,
    passage: (candidate.wholeScore - 0.8) * 10,
    covered,
    coveredInContext: share(around, weights, counted),
    words: candidate.wordsScore,
    kindFits: fits(understood, view, introducesItems(views, at)),
    namesMissing: missingShare(understood.terms, around),
    unknownWords: otherLanguage ? 0 : unknownShare(understood.terms, evidence),
    otherLanguage: otherLanguage ? 1 : 0,
    coveredInOtherLanguage: otherLanguage ? covered : 0,
    ahead: 0,
  };
}

/** The sentence above a list. */
function introducesItems(views: readonly SentenceView[], at: number): boolean {
  return views.some((view) => view.sentence.leadIn?.start === views[at]?.sentence.start);
}

/** The sentence before gives a pronoun its meaning, the lead-in a list item its subject. */
function nearby(views: readonly SentenceView[], at: number): WordsView[] {
  return [views[at - 1], leadInOf(views, at)].filter((view) => view !== undefined);
}

/** The sentence that introduces the list to which a sentence belongs. */
export function leadInOf(views: readonly SentenceView[], at: number): SentenceView | undefined {
  const leadIn = views[at]?.sentence.leadIn;
  return leadIn ? views.find((view) => view.sentence.start === leadIn.start) : undefined;
}

/** A year or date of the question may be the document's own date. */
function dated({ quantity }: Term, publishedAt: string | null): number {
  if (quantity === null || publishedAt === null) return 0;
  return covers(quantity, { ...quantity, kind: "date", normal: publishedAt }) ? 1 : 0;
}

function rarity(term: Term, { frequencies, passages }: Evidence): number {
  if (term.kind === "quantity") return RARITY.most / 2;
  const frequency = Math.max(0, ...term.stems.map((stem) => frequencies.get(stem) ?? 0));
  const idf = Math.log((1 + passages) / (1 + frequency));
  const weight = Math.min(RARITY.most, Math.max(RARITY.least, idf));
  return (term.kind === "name" ? Math.max(RARITY.name, weight) : weight) * (term.start < 0 ? 0.5 : 1);
}

function share(held: readonly number[], weights: readonly number[], counted: readonly number[]): number {
  let sum = 0;
  let all = 0;
  for (const [at, value] of held.entries()) {
    const weight = (weights[at] ?? 0) * (counted[at] ?? 0);
    sum += value * weight;
    all += weight;
  }
  return all === 0 ? 0 : sum / all;
}

function missingShare(terms: readonly Term[], held: readonly number[]): number {
  const strict = terms.map((term, at) => ({ term, held: held[at] ?? 0 })).filter(({ term }) => term.kind !== "word");
  return strict.length === 0 ? 0 : strict.filter((it) => it.held === 0).length / strict.length;
}

function unknownShare(terms: readonly Term[], { frequencies }: Evidence): number {
  const words = terms.filter((term) => term.kind === "word" && term.concepts.length === 0);
  const unknown = words.filter((term) => !term.stems.some((stem) => (frequencies.get(stem) ?? 0) > 0));
  return terms.length === 0 ? 0 : unknown.length / terms.length;
}

type Check = (view: SentenceView, understood: Understood) => boolean;

const holdsQuantity =
  (...kinds: readonly Quantity["kind"][]): Check =>
  (view) =>
    view.quantities.some(({ kind }) => kinds.includes(kind));
const holdsDate = holdsQuantity("date", "year");
const holdsSpan = holdsQuantity("date", "year", "duration");

/** "Since when" may be answered by "for 20 years". */
const SINCE = /\b(seit|since)\b/i;

/** What a sentence must hold to answer a kind of question. */
const CHECKS: Partial<Record<AnswerKind, Check>> = {
  person: (view, understood) => view.names.some((name) => isAnswer(name, view, understood)),
  role: ({ roles }) => roles.length > 0,
  place: ({ names }) => names.some(({ kind }) => kind === "place" || kind === "organisation"),
  date: (view, understood) => (SINCE.test(understood.question) ? holdsSpan : holdsDate)(view, understood),
  duration: holdsQuantity("duration"),
  number: holdsQuantity("number", "percent", "amount"),
  amount: holdsQuantity("amount", "percent", "number"),
  percent: holdsQuantity("percent"),
};

/** Who holds a position is a person; who did something may be an organisation, but none that the question names. */
function isAnswer({ kind, surface }: Name, view: SentenceView, { terms }: Understood): boolean {
  const words = surface.toLowerCase().split(/[\s-]+/);
  if (words.every((word) => terms.some((term) => term.surface.toLowerCase() === word))) return false;
  if (kind === "person") return true;
  if (!terms.some((term) => term.role)) return kind === "organisation" || kind === "abbreviation" || kind === "other";
  return kind === "other" && words.length >= 2 && words.length <= 3 && findRoles(view.text).length > 0;
}

/** 1: the sentence holds what the kind of question asks for; 0: that cannot be checked; -1: it does not. */
export function fits(understood: Understood, view: SentenceView, introducesList = false): number {
  if (understood.kind === "list") return introducesList ? 1 : 0;
  const check = CHECKS[understood.kind];
  return check === undefined ? 0 : check(view, understood) ? 1 : -1;
}
