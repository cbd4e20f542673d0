import type { QuestionReading } from "../contracts/ports.js";
import type { Quotation } from "./draft.js";
import { type Aligner, createAligner } from "./ground-written/align.js";
import { type Claim, readClaims } from "./ground-written/claim.js";
import { faultOfForm } from "./ground-written/form.js";
import { LIMITS, type WordLimits } from "./ground-written/limits.js";
import { faultOf, type Look, look } from "./ground-written/support.js";
import { type Told, type Window, windowsOf } from "./ground-written/told.js";
import { isVerdictOf, withoutVerdict } from "./ground-written/verdict.js";
import type { Understood } from "./steps.js";
import type { Ungrounded, WrittenSentence, WrittenSource, WrittenVerdict } from "./written.js";

export interface GroundingContext {
  readonly understood: Pick<Understood, "language">;
  readonly sources: readonly WrittenSource[];
  /** The states of the words of a sentence, as the embedder gives them. */
  readonly read: (text: string, signal?: AbortSignal) => Promise<QuestionReading>;
  readonly signal?: AbortSignal | undefined;
  /** Injected where they are chosen. */
  readonly limits?: WordLimits;
}

/** So many sentences at most may vouch for one. */
const MOST_QUOTED = 4;

/**
 * Whether a sentence that a model wrote stands: each of its clauses has to be told in one place of one source. The sources
 * that it names come first, the others repair a wrong marker. Throws what `read` throws.
 */
export async function groundWritten(
  sentence: Pick<WrittenSentence, "text" | "markers">,
  { understood, sources, read, signal, limits = LIMITS }: GroundingContext,
): Promise<WrittenVerdict> {
  const text = sentence.text.normalize("NFC").trim();
  const fault = faultOfForm(text, understood.language);
  if (fault !== null) return { stands: false, reason: fault };
  const named = sources.filter(({ marker }) => sentence.markers.includes(marker));
  const others = sources.filter((source) => !named.includes(source));
  const verbatim = quoteVerbatim(text, named) ?? quoteVerbatim(text, others);
  if (verbatim !== null) return standing([verbatim], named);
  const { verdict, rest } = withoutVerdict(text);
  const claims = readClaims(rest, understood.language, await read(rest, signal));
  if (verdict !== null && !isVerdictOf(verdict, claims)) return { stands: false, reason: "negation" };
  const align = createAligner();
  const found = support(claims, named, align, limits);
  if (found.windows !== null) return standing(found.windows, named);
  for (const source of others) {
    const repaired = support(claims, [source], align, { ...limits, coverage: limits.repaired });
    if (repaired.windows !== null) return standing(repaired.windows, named);
  }
  return { stands: false, reason: named.length === 0 ? "marker" : found.fault };
}

/** A sentence of a source, word for word. */
function quoteVerbatim(text: string, sources: readonly WrittenSource[]): Window | null {
  const spaced = (it: string) => it.replace(/\s+/gu, " ");
  for (const window of sources.flatMap(windowsOf)) {
    if (window.told.length === 1 && window.told.some((it) => spaced(it.text) === spaced(text))) return window;
  }
  return null;
}

type Found = { readonly windows: readonly Window[] } | { readonly windows: null; readonly fault: Ungrounded };

/** The places that vouch for a sentence: for all of it in one, or for each of its clauses. */
function support(
  claims: readonly Claim[],
  sources: readonly WrittenSource[],
  align: Aligner,
  limits: WordLimits,
): Found {
  const windows = sources.flatMap(windowsOf);
  if (windows.length === 0) return { windows: null, fault: "marker" };
  const found: Window[] = [];
  for (const claim of claims) {
    const told = placeOf(
      claim,
      windows.map((window) => look(claim, window, align, limits)),
    );
    if ("fault" in told) return { windows: null, fault: told.fault };
    found.push(told.window);
  }
  return countOf(found) <= MOST_QUOTED ? { windows: found } : { windows: null, fault: "words" };
}

/** The shortest place without fault; else what is wrong with the place that comes nearest. */
function placeOf(claim: Claim, looks: readonly Look[]): { readonly window: Window } | { readonly fault: Ungrounded } {
  const contradicting: Look[] = [];
  let standing: Look | null = null;
  for (const it of looks.filter(({ isTold }) => isTold).sort(byLength)) {
    if (contradicting.some((other) => addsNothing(it, other))) continue;
    if (standing !== null && it.window.told.length > standing.window.told.length) break;
    const fault = faultOf(claim, it);
    if (fault === null) standing ??= it;
    else if (CONTRADICTS.has(fault)) contradicting.push(it);
  }
  const contrary = contradicting.find(({ words }) => words.coverage > (standing?.words.coverage ?? 0));
  if (standing !== null && contrary === undefined) return { window: standing.window };
  if (standing !== null && contrary !== undefined) return { fault: faultOf(claim, contrary) ?? "words" };
  const [nearest] = [...looks].sort((a, b) => b.words.coverage - a.words.coverage || byLength(a, b));
  return { fault: (nearest && faultOf(claim, nearest)) ?? "words" };
}

/** A sentence says all of the claim and says it otherwise: its neighbours do not mend that. */
const CONTRADICTS: ReadonlySet<Ungrounded> = new Set(["negation", "plan", "degree", "relation"]);

/** By so much more has to be told where neighbours are added to a sentence that contradicts the claim. */
const GAIN = 0.05;

function addsNothing(longer: Look, shorter: Look): boolean {
  const holds = shorter.window.told.every((it) => longer.window.told.includes(it));
  return holds && longer.words.coverage < shorter.words.coverage + GAIN;
}

function byLength(a: Look, b: Look): number {
  return a.window.told.length - b.window.told.length || b.words.coverage - a.words.coverage;
}

function countOf(windows: readonly Window[]): number {
  return new Set(windows.flatMap(({ told }) => told)).size;
}

function standing(windows: readonly Window[], named: readonly WrittenSource[]): WrittenVerdict {
  const quotations = windows.flatMap(quotationsOf);
  const own = quotations.filter(
    (it, at) =>
      quotations.findIndex(
        (other) => other.start === it.start && other.end === it.end && other.candidate === it.candidate,
      ) === at,
  );
  const candidates = new Set(named.map(({ candidate }) => candidate));
  return { stands: true, quotations: own, repaired: own.some(({ candidate }) => !candidates.has(candidate)) };
}

/** Neighbouring sentences in one piece. */
function quotationsOf({ candidate, told }: Window): Quotation[] {
  const { passage } = candidate;
  const runs: Told[][] = [];
  for (const it of told) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1)?.at === it.at - 1) last.push(it);
    else runs.push([it]);
  }
  return runs.map((run) => {
    const start = run[0]?.view.sentence.start ?? passage.start;
    const end = run.at(-1)?.view.sentence.end ?? passage.end;
    return { candidate, start, end, quote: passage.text.slice(start - passage.start, end - passage.start) };
  });
}
