import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createLocalLibrary } from "../../src/adapters/library-local.js";
import { createMemoryLibrary } from "../../src/adapters/library-memory.js";
import type { Library } from "../../src/contracts/ports.js";
import { libraryConformance } from "./library.js";
import { DIMENSIONS, RECIPE, seededRandom, syntheticDocument, unitVector } from "./synthetic-documents.js";

libraryConformance("the local library", async () => {
  const folder = mkdtempSync(join(tmpdir(), "konsil-library-"));
  const options = { folder, recipe: RECIPE, dimensions: DIMENSIONS };
  let current = await createLocalLibrary(options);
  return {
    library: current,
    async reopen() {
      await current.close();
      current = await createLocalLibrary(options);
      return current;
    },
    async dispose() {
      await current.close();
      rmSync(folder, { recursive: true });
    },
  };
});

it("finds exactly what a search through everything finds, after hundreds of changes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "konsil-library-"));
  const options = { folder, recipe: RECIPE, dimensions: DIMENSIONS };
  const local = await createLocalLibrary(options);
  const memory = createMemoryLibrary(options);
  const random = seededRandom(31);
  const word = () => `w${Math.floor(400 * random() ** 2)}`;
  const words = (count: number) => Array.from({ length: count }, word);
  for (let change = 0; change < 600; change += 1) {
    const id = `d${Math.floor(random() * 220)}`;
    if (random() < 0.15) {
      expect(await local.remove(id)).toBe(await memory.remove(id));
      continue;
    }
    const texts = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
      words(10 + Math.floor(random() * 30)).join(" "),
    );
    const sketch = { publisher: `P${Math.floor(random() * 4)}`, recipe: random() < 0.1 ? "another@0" : RECIPE };
    const { document, passages, origin } = syntheticDocument(id, texts, sketch);
    await local.put(document, passages, origin);
    await memory.put(document, passages, origin);
    if (change % 150 === 149) await local.flush();
  }
  const found = async (library: Library, query: readonly string[], seed: number) => {
    const filter = seed % 2 === 0 ? undefined : { publishers: [`P${seed % 4}`] };
    const nearest = await library.nearest(unitVector(seed), 20, filter);
    const matching = await library.matching(query, 20, filter);
    return [...nearest, ...matching].map(({ passage, document, score }) => [passage.id, document.title, score]);
  };
  expect(await local.statistics()).toEqual(await memory.statistics());
  expect((await local.statistics()).passages).toBeGreaterThan(500);
  for (let seed = 0; seed < 60; seed += 1) {
    const query = words(1 + Math.floor(random() * 8));
    expect(await found(local, query, seed)).toEqual(await found(memory, query, seed));
    expect(await local.frequencies(query)).toEqual(await memory.frequencies(query));
  }
  expect(await local.integrity()).toEqual([]);
  await local.close();
  rmSync(folder, { recursive: true });
}, 30_000);
