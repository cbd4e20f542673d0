import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Embedder, PassageReading, QuestionReading } from "../../src/contracts/ports.js";

/** Raise it with every change of `Known`. */
const FORMAT = 2;

/** What an embedder said, by what it was asked. */
interface Known {
  readonly questions: Map<string, QuestionReading>;
  /** Without words. */
  readonly texts: Map<string, Float32Array>;
  readonly passages: Map<string, PassageReading>;
}

/** Remembers vectors and word states in a file, so that a second fit or evaluation takes seconds. `save` writes what is new. */
export function cacheEmbedder(embedder: Embedder, folder: string): Embedder & { save(): void } {
  const model = createHash("sha256").update(embedder.id).digest("hex").slice(0, 16);
  const file = path.join(folder, `${model}.readings-${FORMAT}`);
  const known: Known = existsSync(file)
    ? deserialize(readFileSync(file))
    : { questions: new Map(), texts: new Map(), passages: new Map() };
  const readQuestion: Embedder["readQuestion"] = async (text, signal) => {
    const reading = known.questions.get(text) ?? (await embedder.readQuestion(text, signal));
    known.questions.set(text, reading);
    return reading;
  };
  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    readQuestion,
    embedQuestion: async (text, signal) => (await readQuestion(text, signal)).vector,
    embedPassages: (texts, signal) =>
      remember(known.texts, texts, String, (missing) => embedder.embedPassages(missing, signal)),
    readPassages: (passages, signal) =>
      remember(known.passages, passages, JSON.stringify, (missing) => embedder.readPassages(missing, signal)),
    close: () => embedder.close(),
    save() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, serialize(known));
    },
  };
}

/** What is known of each thing asked for, after what is missing has been made. */
async function remember<Asked, Said>(
  known: Map<string, Said>,
  asked: readonly Asked[],
  keyOf: (asked: Asked) => string,
  make: (missing: readonly Asked[]) => Promise<readonly Said[]>,
): Promise<Said[]> {
  const missing = new Map(asked.map((it) => [keyOf(it), it] as const).filter(([key]) => !known.has(key)));
  const made = await make([...missing.values()]);
  for (const [at, key] of [...missing.keys()].entries()) {
    const said = made[at];
    if (said !== undefined) known.set(key, said);
  }
  return asked.flatMap((it) => known.get(keyOf(it)) ?? []);
}
