import { abstentionF1 } from "./abstention-f1.js";
import { abstentionPrecision } from "./abstention-precision.js";
import { abstentionRecall } from "./abstention-recall.js";
import { answerLanguage } from "./answer-language.js";
import { citationPrecision } from "./citation-precision.js";
import { citationRecall } from "./citation-recall.js";
import { factAccuracy } from "./fact-accuracy.js";
import { forbidden } from "./forbidden.js";
import { groundedness } from "./groundedness.js";
import { latency } from "./latency.js";
import type { Metric } from "./metric.js";
import { misattribution } from "./misattribution.js";
import { meanReciprocalRank } from "./mrr.js";
import { ndcgAt10 } from "./ndcg-at-10.js";
import { nuggetRecall } from "./nugget-recall.js";
import { overRefusal } from "./over-refusal.js";
import { recallAt } from "./recall-at-k.js";
import { remembering } from "./remembering.js";
import { right } from "./right.js";
import { rightDocument } from "./right-document.js";
import { verbatimShare } from "./verbatim-share.js";

/** Everything that is the same on every run, in the order of the report. */
export const METRICS: readonly Metric[] = [
  right,
  factAccuracy,
  nuggetRecall,
  rightDocument,
  citationPrecision,
  citationRecall,
  verbatimShare,
  groundedness,
  misattribution,
  forbidden,
  abstentionPrecision,
  abstentionRecall,
  abstentionF1,
  overRefusal,
  answerLanguage,
  recallAt(1),
  recallAt(5),
  recallAt(10),
  meanReciprocalRank,
  ndcgAt10,
].map(remembering);

/** What differs from run to run. */
export const LATENCIES: readonly Metric[] = [latency(0.5), latency(0.95)];
