import { covers } from "../language/quantities.js";
import { spellingMatches, type Trigrams, trigramsOf } from "../language/trigrams.js";
import { canAnswer, fits } from "./answer-fit.js";
import { meanOf, missingShare, rarity, share, unknownShare } from "./judge-shares.js";
import { type AskedTerms, askedTerms, metTerms } from "./met-terms.js";
import { contextOf, viewsOf } from "./sentence-views.js";
import type { Signals } from "./signals.js";
import type { Candidate, Evidence, SentenceView, Term, Understood, WordsView } from "./steps.js";
import { holds } from "./term-match.js";

/** How far a sentence is ahead that no other passage rivals. */
const ALONE = 0.5;
const ANNOUNCED: WordsView = { stems: new Set(), longStems: "", concepts: new Set(["announcement"]) };

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
  const weights = understood.terms.map((term) => rarity(term, evidence));
  const asked: Asked = {
    understood,
    evidence,
    weights,
    unknown: unknownShare(understood.terms, evidence),
    terms: askedTerms(understood.terms, evidence.askedWords ?? null, weights),
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
  readonly terms: AskedTerms;
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
  const spelled = views.map((view) => spellingMatches(asked.terms.spelling, spellingOf(view)));
  const met = views.map((_, at) => {
    const late = candidate.lateWords?.[at] ?? null;
    return metTerms(asked.terms, { held: held[at] ?? [], spelled: spelled[at] ?? [], late }, otherLanguage);
  });
  const metInPassage = share(met.reduce(most, inPassage), asked.terms.weights);
  return views.flatMap((view, at): Weighed[] => {
    if (!canAnswer(understood, view)) return [];
    const around = [at - 1, leadInOf(views, at)];
    const withAround = (all: readonly (readonly number[])[]) =>
      [...around, at].map((n) => all[n] ?? []).reduce(most, heldAbove);
    const own = held[at] ?? [];
    const context = withAround(held);
    const scores = {
      sentence: candidate.sentenceScores[at] ?? 0,
      passage: candidate.wholeScore,
      words: candidate.wordsScore,
      spelling: meanOf(spelled[at] ?? []),
      late: lateOf(candidate, candidate.lateScores[at] ?? null),
      met: {
        sentence: share(met[at] ?? [], asked.terms.weights),
        context: share(withAround(met), asked.terms.weights),
        passage: metInPassage,
      },
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
  const met = share(held, asked.terms.weights);
  const scores = {
    sentence: Math.max(...mine.flatMap((it) => it.sentenceScores)),
    passage: Math.max(...mine.map((it) => it.wholeScore)),
    words: Math.max(...mine.map((it) => it.wordsScore)),
    spelling: meanOf(
      spellingMatches(
        asked.terms.spelling,
        mine.flatMap((it) => viewsOf(it.passage, document).flatMap(spellingOf)),
      ),
    ),
    late: mine
      .map((it) => lateOf(it, it.lateMatch?.mean ?? null))
      .reduce((best, it) => (it.sentence > best.sentence ? it : best)),
    met: { sentence: met, context: met, passage: met },
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
  readonly met: { readonly sentence: number; readonly context: number; readonly passage: number };
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
  const across = (value: number) => (otherLanguage ? value : 0);
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
    met: scores.met.sentence,
    metInContext: scores.met.context,
    metInPassage: scores.met.passage,
    kindFits,
    namesMissing: missingShare(understood.terms, held.context),
    unknownWords: otherLanguage ? 0 : unknown,
    otherLanguage: across(1),
    sentenceInOtherLanguage: across(spread(scores.sentence)),
    coveredInOtherLanguage: across(covered),
    spellingInOtherLanguage: across(scores.spelling),
    metInOtherLanguage: across(scores.met.sentence),
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
