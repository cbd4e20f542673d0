import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createLocalLibrary, type LocalLibrary } from "../../src/adapters/library-local.js";
import { DIMENSIONS, RECIPE, seededRandom } from "../contract/synthetic-documents.js";
import { commandOf, startChild } from "./child.js";
import { DOCUMENT_IDS, versionOf } from "./versioned-document.js";

const KILLS = 27;
const stepSchema = z.object({ step: z.enum(["put", "remove", "flush"]), id: z.string(), version: z.number() });
const messageSchema = z.union([z.object({ begin: stepSchema }), z.object({ done: stepSchema })]);
type Step = z.infer<typeof stepSchema>;

/** What is known to be stored: the version of each document, and the step that was under way. */
interface Known {
  readonly versions: Map<string, number>;
  underWay: Step | null;
}

function take(known: Known, { step, id, version }: Step): void {
  if (step === "put") known.versions.set(id, version);
  if (step === "remove") known.versions.delete(id);
}

/** Lets a child work, and kills it after so many messages, or at the first flush after them. */
async function workAndKill(
  folder: string,
  seed: number,
  messages: number,
  inFlush: boolean,
  known: Known,
): Promise<void> {
  const child = startChild(commandOf("loop", folder, String(seed)));
  let heard = 0;
  for await (const line of child.messages) {
    const message = messageSchema.parse(line);
    if ("done" in message) {
      take(known, message.done);
      known.underWay = null;
    } else {
      known.underWay = message.begin;
    }
    heard += 1;
    // Lines that it wrote before it died are still read: what it said is done has to be there.
    if (heard >= messages && (!inFlush || known.underWay?.step === "flush")) child.process.kill("SIGKILL");
  }
  await child.ended;
}

async function storedVersion(library: LocalLibrary, id: string): Promise<number | undefined> {
  const document = await library.document(id);
  if (document === null) return undefined;
  const version = z.object({ version: z.number() }).parse(document.metadata).version;
  const whole = versionOf(id, version);
  expect(document).toEqual(whole.document);
  expect(await library.origin(id)).toEqual(whole.origin);
  const byWords = await library.matching([`version${version}`], 100);
  expect(byWords.map(({ passage }) => passage).sort((left, right) => left.ordinal - right.ordinal)).toEqual(
    whole.passages,
  );
  for (const passage of whole.passages) {
    const [nearest] = await library.nearest(passage.vector, 1);
    expect(nearest?.passage).toEqual(passage);
  }
  return version;
}

describe("the local library, killed at any instant", () => {
  const folder = mkdtempSync(join(tmpdir(), "konsil-crash-"));
  const random = seededRandom(2026);
  const known: Known = { versions: new Map(), underWay: null };
  const killedIn: Record<string, number> = { put: 0, remove: 0, flush: 0, between: 0 };

  afterAll(() => rmSync(folder, { recursive: true }));

  for (let kill = 1; kill <= KILLS; kill += 1) {
    it(`holds each document whole, the old or the new one, and goes on (kill ${kill})`, async () => {
      const messages = 1 + Math.floor(random() * 60);
      await workAndKill(folder, kill, messages, kill % 3 === 0, known);
      const step = known.underWay;
      const where = step?.step ?? "between";
      killedIn[where] = (killedIn[where] ?? 0) + 1;

      const library = await createLocalLibrary({ folder, recipe: RECIPE, dimensions: DIMENSIONS });
      expect(await library.integrity()).toEqual([]);
      for (const id of DOCUMENT_IDS) {
        const version = await storedVersion(library, id);
        const allowed = [known.versions.get(id)];
        if (step?.id === id && step.step === "put") allowed.push(step.version);
        if (step?.id === id && step.step === "remove") allowed.push(undefined);
        expect(allowed).toContain(version);
        if (version === undefined) known.versions.delete(id);
        else known.versions.set(id, version);
      }
      known.underWay = null;
      expect((await library.statistics()).documents).toBe(known.versions.size);

      const next = versionOf("document-0", kill * 100_000 + 99_999);
      await library.put(next.document, next.passages, next.origin);
      known.versions.set("document-0", await storedVersion(library, "document-0").then((version) => version ?? -1));
      expect(known.versions.get("document-0")).toBe(kill * 100_000 + 99_999);
      await library.close();
    }, 60_000);
  }

  it("was killed in the middle of storing and of writing the index", () => {
    expect(killedIn.put).toBeGreaterThan(0);
    expect(killedIn.flush).toBeGreaterThan(0);
  });
});
