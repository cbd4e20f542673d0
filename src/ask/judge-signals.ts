import { covers } from "../language/quantities.js";
import { spellingOverlap, type Trigrams, trigramsOf } from "../language/trigrams.js";
import { canAnswer, fits } from "./answer-fit.js";
import { contextOf, viewsOf } from "./sentence-views.js";
import type { Candidate, Evidence, SentenceView, Term, Understood, WordsView } from "./steps.js";
import { holds } from "./term-match.js";

/** How far a sentence is ahead that no other passage rivals. */
const ALONE = 0.5;
const ANNOUNCED: WordsView = { stems: new Set(), longStems: "", concepts: new Set(["announcement"]) };
/** Rarity is cut off on both sides, so that neither a word of every passage nor an unknown one decides alone. */
const RARITY = { least: 0.3, most: 3, name: 1.2 } as const;

/** In the order in which `judge-coefficients.json` has their weights. */
export const SIGNAL_NAMES = [
  "sentence",
  "passage",
  "covered",
  "coveredInContext",
  "words",
  "spelling",
  "late",
  "lateInPassage",
  "lateLeast",
  "kindFits",
  "namesMissing",
  "unknownWords",
  "otherLanguage",
  "coveredInOtherLanguage",
  "spellingInOtherLanguage",
  "lateInOtherLanguage",
  "ahead",
] as const satisfies readonly (keyof Signals)[];

/** The signals by which a sentence is judged, each explainable, all about -1 to 1. `judge-model.ts` weighs them. */
export interface Signals {
  /** Cosine of question and sentence, minus .8, times 10: e5 keeps its cosines between about .75 and .95. */
  readonly sentence: number;
  /** The same for the whole passage. */
  readonly passage: number;
  /**
   * Share of the question's terms, weighed by rarity, that stand in the sentence; across languages too of all of them,
   * though only names, numbers and words of the glossary can be found there.
   */
  readonly covered: number;
  /** The same with the sentence before, its lead-in, heading, title and partners. */
  readonly coveredInContext: number;
  /** BM25 share of the passage. */
  readonly words: number;
  /** How far the question's words stand in the sentence by their spelling: names and words that both languages share. */
  readonly spelling: number;
  /** How well the words of the sentence meet those of the question by their states in the model; 0: not known. */
  readonly late: number;
  /** The same with the words of the whole passage. */
  readonly lateInPassage: number;
  /** Of the words of the question that are met worst in the passage. */
  readonly lateLeast: number;
  /** 1: holds the kind of answer asked for; 0: the kind cannot be checked; -1: does not hold it. */
  readonly kindFits: number;
  /** Share of the question's names and numbers that stand neither in the sentence nor in its context. */
  readonly namesMissing: number;
  /** Share of the question's words that the whole library does not know, where languages match. */
  readonly unknownWords: number;
  /** 1 when question and document differ in language. */
  readonly otherLanguage: number;
  readonly coveredInOtherLanguage: number;
  readonly spellingInOtherLanguage: number;
  readonly lateInOtherLanguage: number;
  /** How far the sentence is ahead of (or behind) the best sentence of any other passage, in cosine times 10. */
  readonly ahead: number;
}

/** A sentence with its signals. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly at: number;
  readonly view: SentenceView;
  readonly signals: Signals;
  /** How far the passage and what stands above it hold each term of the question. */
  readonly inPassage: readonly number[];
}

/** The signals of every sentence of the evidence that can answer on its own; `ahead` is left for `comparePassing`. */
export function weigh(understood: Understood, evidence: Evidence): Weighed[] {
  const asked: Asked = {
    understood,
    evidence,
    weights: understood.terms.map((term) => rarity(term, evidence)),
    unknown: unknownShare(understood.terms, evidence),
    spelling: understood.terms.flatMap(({ surface }) => trigramsOf(surface)),
  };
  const weighed = evidence.candidates.flatMap((candidate) => weighPassage(asked, candidate));
  return understood.asksForPublication ? weighed.map((it) => ({ ...it, inPassage: inDocument(it, weighed) })) : weighed;
}

/** When a document was made public is said once; what it is about, anywhere in it. */
function inDocument({ candidate, inPassage }: Weighed, all: readonly Weighed[]): readonly number[] {
  const mine = all.filter((it) => it.candidate.document.id === candidate.document.id);
  return mine.map((it) => it.inPassage).reduce(most, inPassage);
}

/** A question with what is the same for all sentences. */
interface Asked {
  readonly understood: Understood;
  readonly evidence: Evidence;
  /** Of each term, by rarity. */
  readonly weights: readonly number[];
  readonly unknown: number;
  /** Of the words of its terms. */
  readonly spelling: readonly Trigrams[];
}

function weighPassage(asked: Asked, candidate: Candidate): Weighed[] {
  const { understood } = asked;
  const { passage, document } = candidate;
  const views = viewsOf(passage, document);
  const above = contextOf(passage, document);
  const held = views.map((view) => understood.terms.map((term) => holds(view, term)));
  const heldAbove = understood.terms.map((term) => Math.max(holds(above, term), dated(term, document.publishedAt)));
  const inPassage = held.reduce(most, heldAbove);
  const otherLanguage = isOtherLanguage(understood, candidate);
  const { weights } = asked;
  return views.flatMap((view, at): Weighed[] => {
    if (!canAnswer(understood, view)) return [];
    const around = [at - 1, leadInOf(views, at)].map((n) => held[n]).filter((it) => it !== undefined);
    const own = held[at] ?? [];
    const context = around.reduce(most, most(own, heldAbove));
    const scores = {
      sentence: candidate.sentenceScores[at] ?? 0,
      passage: candidate.wholeScore,
      words: candidate.wordsScore,
      spelling: spellingOverlap(asked.spelling, spellingOf(view)),
      late: lateOf(candidate, candidate.lateScores[at] ?? null),
    };
    const signals = announces(understood, view, candidate)
      ? announcementSignals(asked, candidate, weights, inPassage, otherLanguage)
      : signalsOf(
          asked,
          { own, context, weights },
          scores,
          fits(understood, view, introducesItems(views, at)),
          otherLanguage,
        );
    return [{ candidate, at, view, signals, inPassage }];
  });
}

function most(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, at) => Math.max(value, b[at] ?? 0));
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
  asked: Asked,
  { document }: Candidate,
  weights: readonly number[],
  inPassage: readonly number[],
  otherLanguage: boolean,
): Signals {
  const held = most(
    inPassage,
    asked.understood.terms.map((term) => holds(ANNOUNCED, term)),
  );
  const mine = asked.evidence.candidates.filter((it) => it.document.id === document.id);
  const scores = {
    sentence: Math.max(...mine.flatMap((it) => it.sentenceScores)),
    passage: Math.max(...mine.map((it) => it.wholeScore)),
    words: Math.max(...mine.map((it) => it.wordsScore)),
    spelling: spellingOverlap(
      asked.spelling,
      mine.flatMap((it) => viewsOf(it.passage, document).flatMap(spellingOf)),
    ),
    late: mine
      .map((it) => lateOf(it, it.lateMatch?.mean ?? null))
      .reduce((best, it) => (it.sentence > best.sentence ? it : best)),
  };
  return signalsOf(asked, { own: held, context: held, weights }, scores, 1, otherLanguage);
}

function isOtherLanguage({ detected }: Understood, { document }: Candidate): boolean {
  return document.language !== null && detected !== null && document.language !== detected;
}

/** e5 keeps its cosines between about .75 and .95: this spreads them to about -.5 to 1.5. */
function spread(cosine: number): number {
  return (cosine - 0.8) * 10;
}

/** What has been compared with the question as a whole. */
interface Scores {
  readonly sentence: number;
  readonly passage: number;
  readonly words: number;
  readonly spelling: number;
  readonly late: Late;
}

interface Late {
  readonly sentence: number;
  readonly passage: number;
  readonly least: number;
}

/** Matches are about .3 to .7: this spreads them to about -1 to 1, and takes what is not known for the middle. */
function lateOf({ lateMatch }: Candidate, sentence: number | null): Late {
  const spreadMatch = (match: number | null | undefined) =>
    match === null || match === undefined ? 0 : (match - 0.5) * 5;
  return {
    sentence: spreadMatch(sentence),
    passage: spreadMatch(lateMatch?.mean),
    least: spreadMatch(lateMatch?.least),
  };
}

function signalsOf(
  { understood, unknown }: Asked,
  held: { readonly own: readonly number[]; readonly context: readonly number[]; readonly weights: readonly number[] },
  scores: Scores,
  kindFits: number,
  otherLanguage: boolean,
): Signals {
  const covered = share(held.own, held.weights);
  return {
    sentence: spread(scores.sentence),
    passage: spread(scores.passage),
    covered,
    coveredInContext: share(held.context, held.weights),
    words: scores.words,
    spelling: scores.spelling,
    late: scores.late.sentence,
    lateInPassage: scores.late.passage,
    lateLeast: scores.late.least,
    kindFits,
    namesMissing: missingShare(understood.terms, held.context),
    unknownWords: otherLanguage ? 0 : unknown,
    otherLanguage: otherLanguage ? 1 : 0,
    coveredInOtherLanguage: otherLanguage ? covered : 0,
    spellingInOtherLanguage: otherLanguage ? scores.spelling : 0,
    lateInOtherLanguage: otherLanguage ? scores.late.sentence : 0,
    ahead: 0,
  };
}

/** Views never change, so what was made for one is kept as long as it is. */
const spellings = new WeakMap<SentenceView, readonly Trigrams[]>();

function spellingOf(view: SentenceView): readonly Trigrams[] {
  const made = spellings.get(view) ?? trigramsOf(view.text);
  spellings.set(view, made);
  return made;
}

/** The sentence above a list. */
function introducesItems(views: readonly SentenceView[], at: number): boolean {
  return views.some((view) => view.sentence.leadIn?.start === views[at]?.sentence.start);
}

/** The index of the sentence that introduces the list to which a sentence belongs; -1 when there is none. */
export function leadInOf(views: readonly SentenceView[], at: number): number {
  const leadIn = views[at]?.sentence.leadIn;
  return leadIn ? views.findIndex((view) => view.sentence.start === leadIn.start) : -1;
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

function share(held: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let all = 0;
  for (const [at, weight] of weights.entries()) {
    sum += (held[at] ?? 0) * weight;
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
