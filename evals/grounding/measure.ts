import { type GroundingContext, groundWritten } from "../../src/ask/ground-written.js";
import type { WrittenVerdict } from "../../src/ask/written.js";
import type { Embedder, QuestionReading } from "../../src/contracts/ports.js";
import { type Corrupted, corrupt } from "./corrupt.js";
import type { GoodSentence, Shown } from "./grounding-set.js";
import { STILL_TRUE } from "./still-true.js";

/** A good sentence with what grounding made of it. */
export interface Grounding {
  readonly good: GoodSentence;
  readonly verdict: WrittenVerdict;
}

export interface CorruptedGrounding extends Grounding {
  readonly corrupted: Corrupted;
}

export interface Measured {
  readonly good: readonly Grounding[];
  /** Of those good sentences alone that stand: what falls by itself is not caught. */
  readonly corrupted: readonly CorruptedGrounding[];
  /** Good sentences with the marker of another source. */
  readonly wrongMarkers: readonly Grounding[];
}

type Limits = NonNullable<GroundingContext["limits"]>;

/** Grounds sentences, each with what its model was shown. Remembers what the embedder has read. */
export function createMeasurement(embedder: Pick<Embedder, "readQuestion">, shown: ReadonlyMap<GoodSentence, Shown>) {
  const readings = new Map<string, Promise<QuestionReading>>();
  const read = (text: string) => {
    const reading = readings.get(text) ?? embedder.readQuestion(text);
    readings.set(text, reading);
    return reading;
  };

  async function ground(good: GoodSentence, text: string, limits?: Limits, marker?: number): Promise<WrittenVerdict> {
    const known = shown.get(good);
    if (known === undefined) throw new Error(`nothing was shown for ${good.id}`);
    const context = { understood: known.understood, sources: known.sources, read };
    const sentence = { text, markers: [marker ?? known.marker] };
    return groundWritten(sentence, limits === undefined ? context : { ...context, limits });
  }

  return {
    /** Milliseconds that grounding takes a sentence, on average, apart from the reading by the model. */
    async timeOf(good: readonly GoodSentence[]): Promise<number> {
      for (const it of good) await ground(it, it.text);
      const start = performance.now();
      for (const it of good) await ground(it, it.text);
      return (performance.now() - start) / good.length;
    },

    /** `all`: where the rules take clauses of other documents from. */
    async measure(good: readonly GoodSentence[], all: readonly GoodSentence[], limits?: Limits): Promise<Measured> {
      const grounded: Grounding[] = [];
      for (const it of good) grounded.push({ good: it, verdict: await ground(it, it.text, limits) });
      const standing = new Set(grounded.filter(({ verdict }) => verdict.stands).map((it) => it.good));
      const corrupted: CorruptedGrounding[] = [];
      for (const it of corrupt(all).filter((made) => standing.has(made.good) && !STILL_TRUE.has(made.id))) {
        corrupted.push({ good: it.good, corrupted: it, verdict: await ground(it.good, it.text, limits) });
      }
      const wrongMarkers: Grounding[] = [];
      for (const it of standing) {
        const marker = otherMarker(it, shown);
        if (marker !== null) wrongMarkers.push({ good: it, verdict: await ground(it, it.text, limits, marker) });
      }
      return { good: grounded, corrupted, wrongMarkers };
    },
  };
}

/** Of a source in another document, where one was shown. */
function otherMarker(good: GoodSentence, shown: ReadonlyMap<GoodSentence, Shown>): number | null {
  const sources = shown.get(good)?.sources ?? [];
  return sources.find(({ candidate }) => candidate.document.id !== good.document)?.marker ?? null;
}

/** A sentence with a wrong marker is shown all the same, and quotes another document than the one it rests on. */
export function quotesAnother({ good, verdict }: Grounding): boolean {
  return verdict.stands && verdict.quotations.every(({ candidate }) => candidate.document.id !== good.document);
}
