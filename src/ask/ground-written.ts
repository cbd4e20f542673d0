import type { QuestionReading } from "../contracts/ports.js";
import type { Quotation } from "./draft.js";
import { type Aligner, createAligner } from "./ground-written/align.js";
import { type Claim, readClaims } from "./ground-written/claim.js";
import { faultOfForm } from "./ground-written/form.js";
import { type Support, supportOf } from "./ground-written/support.js";
import { type Told, type Window, windowsOf } from "./ground-written/told.js";
import type { Understood } from "./steps.js";
import type { Ungrounded, WrittenSentence, WrittenSource, WrittenVerdict } from "./written.js";

export interface GroundingContext {
  readonly understood: Pick<Understood, "language">;
  readonly sources: readonly WrittenSource[];
  /** The states of the words of a sentence, as the embedder gives them. */
  readonly read: (text: string, signal?: AbortSignal) => Promise<QuestionReading>;
  readonly signal?: AbortSignal | undefined;
}

/** So many sentences at most may vouch for one. */
const MOST_QUOTED = 4;

/**
 * Whether a sentence that a model wrote stands: each of its clauses has to be told in one place of one source. The sources
 * that it names come first, the others repair a wrong marker. Throws what `read` throws.
 */
export async function groundWritten(
  sentence: Pick<WrittenSentence, "text" | "markers">,
  { understood, sources, read, signal }: GroundingContext,
): Promise<WrittenVerdict> {
  const text = sentence.text.normalize("NFC").trim();
  const fault = faultOfForm(text, understood.language);
  if (fault !== null) return { stands: false, reason: fault };
  const named = sources.filter(({ marker }) => sentence.markers.includes(marker));
  const others = sources.filter((source) => !named.includes(source));
  const verbatim = quoteVerbatim(text, named) ?? quoteVerbatim(text, others);
  if (verbatim !== null) return standing([verbatim], named);
  const claims = readClaims(text, understood.language, await read(text, signal));
  const align = createAligner();
  const found = support(claims, named, align);
  if (found.windows !== null) return standing(found.windows, named);
  for (const source of others) {
    const repaired = support(claims, [source], align);
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
function support(claims: readonly Claim[], sources: readonly WrittenSource[], align: Aligner): Found {
  const windows = sources.flatMap(windowsOf);
  const whole = claims.at(-1);
  if (whole === undefined || windows.length === 0) return { windows: null, fault: "marker" };
  const clauses = claims.length > 1 ? claims.slice(0, -1) : claims;
  const each = clauses.map((claim) => bestOf(windows.map((window) => supportOf(claim, window, align))));
  const [failed] = each.filter(({ fault }) => fault !== null);
  if (failed === undefined) {
    const told = each.map(({ window }) => window);
    return countOf(told) <= MOST_QUOTED ? { windows: told } : { windows: null, fault: "words" };
  }
  return { windows: null, fault: failed.fault ?? "words" };
}

/** Without fault before others; then the shortest, then the one that holds most of the words. */
function bestOf(found: readonly Support[]): Support {
  const [first, ...others] = found;
  if (first === undefined) throw new RangeError("no window");
  return others.reduce((best, it) => {
    if ((it.fault === null) !== (best.fault === null)) return it.fault === null ? it : best;
    if (it.fault === null && it.window.told.length !== best.window.told.length) {
      return it.window.told.length < best.window.told.length ? it : best;
    }
    return it.coverage > best.coverage ? it : best;
  }, first);
}

function countOf(windows: readonly Window[]): number {
  return new Set(windows.flatMap(({ told }) => told)).size;
}

function standing(windows: readonly Window[], named: readonly WrittenSource[]): WrittenVerdict {
  const quotations = windows.flatMap(quotationsOf);
  const own = quotations.filter(
    (it, at) => quotations.findIndex((other) => other.start === it.start && other.end === it.end && other.candidate === it.candidate) === at,
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
