import { askCases } from "./asking/ask-cases.js";
import { casesOver, type DocumentSet } from "./asking/document-sets.js";
import { keyOf, openKeptAnswers } from "./asking/kept-answers.js";
import { type Progress, showProgress } from "./asking/progress.js";
import type { Subject } from "./asking/system.js";
import { readBaseline } from "./baselines/baseline.js";
import { type KnownFault, readKnown } from "./baselines/known.js";
import type { Case } from "./cases/case.js";
import { LATENCIES } from "./metrics/all.js";
import { askPeers } from "./peers/ask-peers.js";
import type { Report, TimingsReport } from "./report-schema.js";
import { type AskedSet, buildReport, estimatesOf } from "./reporting/build-report.js";

export interface EvaluateOptions {
  readonly subject: Subject;
  readonly sets: readonly DocumentSet[];
  readonly cases: readonly Case[];
  readonly selection?: string | null;
  /** Questions asked at the same time. */
  readonly atOnce: number;
  /** Where answers are kept, so that a run that was cut goes on; by default nowhere. */
  readonly keepIn?: string;
  /** Where the baselines are; by default those of this evaluation. */
  readonly baselines?: string;
  /** By default those of this evaluation. */
  readonly known?: readonly KnownFault[];
  /** Forgets what was kept of these inputs first. */
  readonly fresh?: boolean;
  /** Also asks the reference systems, over the sets that do not change; by default nobody else is asked. */
  readonly withPeers?: boolean;
  /** Hears how far it is; by default nobody does. */
  readonly progress?: Parameters<typeof showProgress>[2];
  readonly now: () => Date;
}

/** Asks the cases over each set of documents, one set after the other, and grades the answers. */
export async function evaluate(options: EvaluateOptions): Promise<{ report: Report; timings: TimingsReport }> {
  const { subject, sets, cases, selection = null, atOnce, withPeers = false, now } = options;
  // What stops everything is to be known before minutes of asking.
  const known = options.known ?? readKnown();
  const baselines = sets.map(({ name }) => readBaseline(name, options.baselines));
  const asked: AskedSet[] = [];
  for (const [at, documents] of sets.entries()) {
    const own = casesOver(documents.name, cases);
    if (own.length === 0) throw new Error(`no case is about the ${documents.name}`);
    const ask = (system: Subject) => askSet(system, documents, own, options);
    const trials = await ask(subject);
    const peers = withPeers && documents.changes.length === 0 ? await askPeers(ask) : [];
    asked.push({ documents, trials, baseline: baselines[at] ?? null, peers });
  }
  const report = buildReport({ subject, selection, sets: asked, known });
  const milliseconds = asked.map(({ documents, trials, peers = [] }) => ({
    over: documents.name,
    milliseconds: estimatesOf(LATENCIES, trials),
    peers: peers.map((peer) => ({ id: peer.id, milliseconds: estimatesOf(LATENCIES, peer.trials) })),
  }));
  return { report, timings: { at: now().toISOString(), atOnce, sets: milliseconds } };
}

async function askSet(subject: Subject, documents: DocumentSet, cases: readonly Case[], options: EvaluateOptions) {
  const { atOnce, keepIn, fresh = false } = options;
  const kept = keepIn === undefined ? undefined : openKeptAnswers(keepIn, keyOf([subject.version, documents.version]));
  if (fresh) kept?.drop();
  const progress =
    options.progress && showProgress(`${subject.name}, ${documents.name}`, cases.length, options.progress);
  const asking = { atOnce, ...(kept === undefined ? {} : { kept }), onDone: () => progress?.step() };
  const trials = await untilEnd(progress, () => askCases(subject, documents, cases, asking));
  if (!subject.isFixed) kept?.drop();
  return trials;
}

async function untilEnd<T>(progress: Progress | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    progress?.end();
  }
}
