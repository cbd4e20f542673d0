import { isOtherLanguage } from "../language/other-language.js";
import { probabilityOf, rankOf } from "./judge-model.js";
import { passes } from "./judge-rules.js";
import { comparePassing, type Weighed, weigh } from "./judge-signals.js";
import type { AnswerKind, Evidence, Finding, Judgement, Missing, SentenceView, Term, Understood } from "./steps.js";

/** Operating points on the probability that a sentence answers. */
const POINTS = {
  /**
   * Below this there is no answer. Odd articles of XQuAD, with the paragraph in the library / taken out: 70 to 75 % / 3 to
   * 6 % answered, across languages 49 to 51 % / 4 %. At .2 it is 56 to 62 % / 10 to 11 % across. Chosen on those same
   * articles, so they do not judge it.
   */
  answer: 0.3,
  /** Of a sentence that is the answer by its form. */
  certain: 0.9,
  /** A further sentence joins the first one from this share of its probability. */
  support: 0.6,
  /** Two documents answer equally well from this share on. */
  rival: 0.85,
  /** Below this not even the topic is there. */
  topic: 0.1,
} as const;

const CLOSEST = 3;

/**
 * Decides whether the evidence answers the question, and which sentences do. A sentence first has to pass the rules,
 * each of which names a way to be close and wrong; then a logistic model over explainable signals gives the
 * probability that it answers.
 */
export function judge(understood: Understood, evidence: Evidence): Judgement {
  const weighed = weigh(understood, evidence);
  const toFinding = findingOf(understood);
  const closest = onePerPassage(weighed.map(toFinding).sort(byRank)).slice(0, CLOSEST);
  if (isOtherLanguage(understood.familiarity, (stems) => isInLibrary(stems, evidence))) {
    return { verdict: "no", reason: "out_of_scope", missing: [{ kind: "language" }], closest };
  }
  const passing = comparePassing(weighed.filter((it) => passes(understood, it)))
    .map(toFinding)
    .sort(byRank);
  const [best] = passing;
  if (best !== undefined && best.probability >= POINTS.answer) {
    const rivals = rivalsOf(understood, passing, best);
    if (rivals.length > 1) return { verdict: "no", reason: "ambiguous", missing: [], closest: rivals };
    return { verdict: "answerable", findings: supportOf(passing, best), manner: "answers" };
  }
  const lacking = missingTerms(understood, evidence, weighed);
  const onTopic = (closest[0]?.probability ?? 0) >= POINTS.topic && !lacking.some((term) => term.kind === "name");
  const reason = onTopic ? "no_evidence" : "out_of_scope";
  const missing = lacking.map(({ surface }): Missing => ({ kind: "term", surface }));
  return { verdict: "no", reason, missing, closest };
}

/** Every sentence that can answer on its own, the best first, whatever the rules say of it: for measuring. */
export function rankSentences(understood: Understood, evidence: Evidence): Finding[] {
  return comparePassing(weigh(understood, evidence)).map(findingOf(understood)).sort(byRank);
}

function findingOf(understood: Understood) {
  return ({ candidate, at, view, signals }: Weighed): Finding => {
    const isCertain = spellsOut(understood, view);
    const probability = isCertain ? POINTS.certain : probabilityOf(signals);
    return { candidate, at, view, probability, rank: isCertain ? Number.POSITIVE_INFINITY : rankOf(signals) };
  };
}

/** "Long Name (LN)" is the answer to what LN stands for, however little else the sentence has to do with it. */
function spellsOut({ kind, terms }: Understood, { text }: SentenceView): boolean {
  if (kind !== "definition") return false;
  const abbreviations = terms.filter(({ surface }) => /^\p{Lu}{2,8}$/u.test(surface));
  return abbreviations.some(({ surface }) => new RegExp(`\\p{L}+ \\(${surface}\\)`, "u").test(text));
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

/** Several documents that answer a question equally well and differently, when it names none of them. */
function rivalsOf({ terms, kind }: Understood, passing: readonly Finding[], best: Finding): Finding[] {
  const open = !terms.some((term) => term.kind !== "word") && (kind === "date" || kind === "person");
  if (!open) return [];
  const byDocument = new Map<string, Finding>([[best.candidate.document.id, best]]);
  const answer = answersIn(best, kind);
  for (const finding of passing) {
    const { id } = finding.candidate.document;
    const isClose = finding.probability >= POINTS.rival * best.probability;
    const isSame = [...answersIn(finding, kind)].some((it) => answer.has(it));
    if (!byDocument.has(id) && isClose && !isSame) byDocument.set(id, finding);
  }
  return [...byDocument.values()];
}

/** What a sentence may be taken to answer: its dates, or its people by their last names. */
function answersIn({ view }: Finding, kind: AnswerKind): Set<string> {
  if (kind === "date") return new Set(view.quantities.map(({ normal }) => normal));
  return new Set(view.names.map(({ surface }) => surface.split(/\s+/).at(-1) ?? surface));
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

/** A first word has its capital from its place, and may be a verb: "Nutzt Siemens Roboter?" */
const PERHAPS_A_VERB = /^\p{Lu}\p{Ll}+(?:n|te?)$/u;

/**
 * What the question names and no passage of the library holds, nor what stands above those of the evidence. What the
 * glossary knows is left out: documents may say it in other words.
 */
function missingTerms({ terms }: Understood, evidence: Evidence, weighed: readonly Weighed[]): Term[] {
  return terms.filter(
    ({ kind, stems, start, surface, concepts }, at) =>
      kind !== "word" &&
      concepts.length === 0 &&
      !(start === 0 && PERHAPS_A_VERB.test(surface)) &&
      !isInLibrary(stems, evidence) &&
      !weighed.some(({ inPassage }) => (inPassage[at] ?? 0) > 0),
  );
}

function isInLibrary(stems: readonly string[], { frequencies }: Evidence): boolean {
  return stems.some((stem) => (frequencies.get(stem) ?? 0) > 0);
}
