import { isOtherLanguage } from "../language/other-language.js";
import { areOfSeveral, readings, unresolved } from "./judge-ambiguity.js";
import { disagreements } from "./judge-disagreement.js";
import { strangersTo } from "./judge-documents.js";
import { asksForUnknown } from "./judge-keywords.js";
import { type Judged, probabilityOf, rankOf } from "./judge-model.js";
import { withoutPartner } from "./judge-partners.js";
import { contradictionOf } from "./judge-premise.js";
import { isInLibrary, refusal, refuseOutside } from "./judge-refusal.js";
import { doubtsOf, passes } from "./judge-rules.js";
import { comparePassing, type Weighed, weigh } from "./judge-signals.js";
import { settling } from "./judge-verdict.js";
import { comparisonFrom, overviewFrom } from "./judge-whole.js";
import { preferNewest } from "./judge-years.js";
import type { Evidence, Finding, Judgement, SentenceView, Understood } from "./steps.js";

/** Operating points on the probability that a sentence answers. */
const POINTS = {
  /**
   * Below this there is no answer. On what the model was fitted to (rules and doubts in place): of XQuAD's questions with their
   * paragraph 70 % are answered, with the most similar wrong one 10 %; of our own cases 181 of 187 unanswerable ones are
   * refused. At .3 it is 76 % and 16 %.
   */
  answer: 0.4,
  /** Of a sentence that is the answer by its form. */
  certain: 0.9,
  /** A further sentence joins the first one from this share of its probability. */
  support: 0.6,
  /** From this share on a sentence of another document answers as well as the best. */
  rival: 0.85,
  /** Of two years' figures the newer one is taken, from this share of the best one's probability on. */
  newer: 0.5,
  /** From here on a question that may mean several documents is asked back. */
  open: 0.15,
} as const;

const CLOSEST = 3;

/**
 * Decides whether the evidence answers the question, and which sentences do. A sentence first has to pass the rules,
 * each of which names a way to be close and wrong; then a logistic model over explainable signals gives the
 * probability that it answers. Before that it is seen whether a document contradicts what the question takes for granted,
 * and after it whether documents contradict each other, or the question may mean several.
 */
export function judge(understood: Understood, evidence: Evidence): Judgement {
  if (understood.outside !== null) return refuseOutside(understood.outside);
  const all = weigh(understood, evidence).map(withoutDoubts);
  const toFinding = findingOf(understood);
  const closest = onePerPassage(all.map(toFinding).sort(byRank)).slice(0, CLOSEST);
  if (isOtherLanguage(understood.familiarity, (stems) => isInLibrary(stems, evidence))) {
    return { verdict: "no", reason: "out_of_scope", missing: [{ kind: "language" }], closest, probability: 0 };
  }
  const strangers = withoutPartner(understood, evidence);
  const weighed = all.filter(({ candidate }) => !strangers.has(candidate.document.id));
  const ranked = weighed.map(toFinding).sort(byRank);
  const untold = unresolved(understood, evidence, ranked);
  if (untold.length > 1) return ambiguous(untold);
  const inOrder = byRankOf(weighed);
  const settled = settling(understood, inOrder);
  if (settled !== null) return answerable([toFinding(withoutDoubts(settled))], "answers");
  const contradiction = contradictionOf(understood, inOrder);
  if (contradiction !== null) return answerable([toFinding(withoutDoubts(contradiction))], "corrects");
  const whole = comparisonFrom(understood, ranked) ?? overviewFrom(understood, evidence, ranked);
  if (whole !== null && whole.length > 0) {
    const isOpen = understood.kind === "overview" && areOfSeveral(whole);
    return isOpen ? ambiguous(whole) : answerable(whole, "answers");
  }
  const found = passingOf(understood, evidence, weighed).map(toFinding).sort(byRank);
  const passing = preferNewest(understood, found, POINTS.newer);
  const [best] = passing;
  const open = readings(understood, evidence, passing);
  if (open.length > 1 && (open[0]?.probability ?? 0) >= POINTS.open) return ambiguous(open);
  const isRuledOut = whole !== null || asksForUnknown(understood, evidence);
  const probability = isRuledOut ? 0 : (best?.probability ?? 0);
  if (best !== undefined && probability >= POINTS.answer) {
    const differing = disagreements(understood, passing, best);
    if (differing.length > 0) return answerable(differing, "disagrees");
    return answerable(supportOf(passing, best), "answers");
  }
  return refusal(understood, { evidence, weighed: all, closest, probability });
}

/** With what probability the documents answer, as far as the judge can tell: 0 where a rule refuses. */
export function probabilityOfAnswer(judgement: Judgement): number {
  if (judgement.verdict === "no") return judgement.probability;
  return Math.max(0, ...judgement.findings.map(({ probability }) => probability));
}

/** A sentence, and what it is judged by. */
type Sentence = Weighed & Judged;

const withoutDoubts = (it: Weighed): Sentence => ({ ...it, doubts: null });

/** The sentences that pass the rules, of documents that know whom the question names, with what speaks against each. */
function passingOf(understood: Understood, evidence: Evidence, weighed: readonly Weighed[]): Sentence[] {
  const strangers = strangersTo(understood, evidence);
  const known = weighed.filter(({ candidate }) => !strangers.has(candidate.document.id));
  const passing = comparePassing(known.filter((it) => passes(understood, it)));
  return passing.map((it) => ({ ...it, doubts: doubtsOf(understood, it) }));
}

function answerable(findings: readonly Finding[], manner: "answers" | "corrects" | "disagrees"): Judgement {
  return { verdict: "answerable", findings, manner };
}

function ambiguous(closest: readonly Finding[]): Judgement {
  return { verdict: "no", reason: "ambiguous", missing: [], closest, probability: 0 };
}

/** Every sentence that can answer on its own, the best first, whatever the rules say of it: for measuring. */
export function rankSentences(understood: Understood, evidence: Evidence): Finding[] {
  return comparePassing(weigh(understood, evidence)).map(withoutDoubts).map(findingOf(understood)).sort(byRank);
}

function findingOf(understood: Understood) {
  return ({ candidate, at, view, ...judged }: Sentence): Finding => {
    const isCertain = spellsOut(understood, view);
    const probability = isCertain ? POINTS.certain : probabilityOf(judged);
    return { candidate, at, view, probability, rank: isCertain ? Number.POSITIVE_INFINITY : rankOf(judged) };
  };
}

/** "Long Name (LN)" is the answer to what LN stands for, however little else the sentence has to do with it. */
function spellsOut({ kind, terms }: Understood, { text }: SentenceView): boolean {
  if (kind !== "definition") return false;
  const abbreviations = terms.filter(({ surface }) => /^\p{Lu}{2,8}$/u.test(surface));
  return abbreviations.some(({ surface }) => new RegExp(`\\p{L}+ \\(${surface}\\)`, "u").test(text));
}

/** The best first, with their signals. */
function byRankOf(weighed: readonly Sentence[]): Sentence[] {
  const ranks = new Map(weighed.map((it) => [it, rankOf(it)]));
  return [...weighed].sort((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
}

/** The best first; of equal ones the newer document, then the earlier sentence. */
function byRank(a: Finding, b: Finding): number {
  const order = a.rank === b.rank ? 0 : b.rank - a.rank;
  return order || newerFirst(a, b) || a.view.sentence.start - b.view.sentence.start;
}

function newerFirst(a: Finding, b: Finding): number {
  const [left, right] = [a.candidate.document.publishedAt ?? "", b.candidate.document.publishedAt ?? ""];
  return left === right ? 0 : left < right ? 1 : -1;
}

/** The best sentence and those that carry it on; another document has to answer as well as the best. */
function supportOf(passing: readonly Finding[], best: Finding): Finding[] {
  return passing.filter((it) => {
    const share = it.candidate.document.id === best.candidate.document.id ? POINTS.support : POINTS.rival;
    return it === best || (it.probability >= POINTS.answer && it.probability >= share * best.probability);
  });
}

function onePerPassage(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ candidate }) => !seen.has(candidate.passage.id) && seen.add(candidate.passage.id));
}
