import type { Language } from "../contracts/document.js";
import type { Hit } from "../contracts/ports.js";
import type { Candidate } from "./steps.js";

/**
 * What shapes the ranking, chosen on the even articles of XQuAD: nDCG@10 in %, first with one language per index (de>de,
 * en>en, de>en, en>de: the language of the question, then of the document), then with one index of both languages mixed
 * inside each article, in the same order, and that overall.
 *
 *   whole passage alone                      94.8 96.7 90.4 91.6   96.7 97.9 56.9 71.1   80.7
 *   and half of the best sentence's lead     96.5 97.6 93.1 93.8   98.0 98.5 62.8 75.0   83.6
 *   and .125 words without concepts, .055    97.3 98.1 93.6 93.6   96.5 97.6 91.8 92.1   94.5
 *   lead .6, words .12, other language .045  97.5 98.3 94.5 94.6   97.4 98.3 91.2 92.5   94.8
 *                                     .05    97.5 98.3 94.5 94.6   97.1 98.1 92.3 93.3   95.2
 *                                     .055   97.5 98.3 94.5 94.6   96.5 97.6 93.4 94.1   95.4
 *   lead .8, words .12, other language .05   97.3 98.2 94.9 94.9   97.1 97.9 92.5 93.4   95.2
 *   lead .8, words .2,  other language .05   97.4 98.2 94.7 94.2   97.2 98.1 91.1 92.4   94.7
 *
 * .05 rather than .055, which is a little better overall: with it no direction is below what the vectors find alone.
 */
const FUSION = {
  /** Of what the best sentence is nearer to the question than its whole passage. */
  sentence: 0.7,
  /** Times the BM25 share of the words. */
  words: 0.12,
  /** The embedding prefers the question's own language; this on passages of the other one evens that out. */
  otherLanguage: 0.05,
  /** Passages a passage asked for, whose sentences are compared too. */
  hopeful: 2,
} as const;

/** What passages are compared with. */
export interface Asked {
  readonly vector: Float32Array;
  /** Of the question; null when nothing tells. */
  readonly detected: Language | null;
}

/**
 * Joins nearest and matching passages into one ranking of about `FUSION.hopeful` times `limit`, best first, by score: the
 * cosine, evened out between languages, plus the share of matching words. Sentences are compared only of those passages
 * that may get among the first `limit` by them.
 */
export function fuse(nearest: readonly Hit[], matching: readonly Hit[], asked: Asked, limit: number): Candidate[] {
  const words = new Map(matching.map((hit) => [hit.passage.id, hit.score]));
  const hits = new Map([...matching, ...nearest].map((hit) => [hit.passage.id, hit]));
  const first = [...hits.values()].map((hit) => byWhole(hit, asked, words.get(hit.passage.id) ?? 0));
  const hopeful = first.sort(byScore).slice(0, limit * FUSION.hopeful);
  return hopeful.map((it) => withSentences(it, asked)).sort(byScore);
}

/** Best first; equal ones by id, so that the same question always gets the same ranking. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1);
}

function byWhole({ passage, document }: Hit, { vector, detected }: Asked, wordsScore: number): Candidate {
  const wholeScore = dot(vector, passage.vector);
  const bonus = isOther(document.language, detected) ? FUSION.otherLanguage : 0;
  const score = wholeScore + bonus + FUSION.words * wordsScore;
  return { passage, document, score, wholeScore, sentenceScores: [], lateScores: [], lateMatch: null, wordsScore };
}

function withSentences(candidate: Candidate, { vector }: Asked): Candidate {
  const sentenceScores = candidate.passage.sentenceVectors.map((sentence) => dot(vector, sentence));
  const lead = Math.max(0, ...sentenceScores.map((score) => score - candidate.wholeScore));
  return { ...candidate, sentenceScores, score: candidate.score + FUSION.sentence * lead };
}

function isOther(language: Language | null, asked: Language | null): boolean {
  return language !== null && asked !== null && language !== asked;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
