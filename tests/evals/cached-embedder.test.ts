import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheEmbedder } from "../../evals/judge/cached-embedder.js";
import { createHashingEmbedder } from "../../src/adapters/embedder-hashing.js";
import type { Embedder } from "../../src/contracts/ports.js";

const QUESTION = "Who opened the ward?";
const PASSAGE = {
  context: "Title\n",
  text: "A ward. A lake.",
  sentences: [
    { start: 0, end: 7 },
    { start: 8, end: 15 },
  ],
};

async function say(embedder: Embedder) {
  return {
    reading: await embedder.readQuestion(QUESTION),
    passages: await embedder.readPassages([PASSAGE, PASSAGE]),
    vectors: await embedder.embedPassages(["b", "a", "b"]),
    vector: await embedder.embedQuestion(QUESTION),
  };
}

describe("cacheEmbedder", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "konsil-cache-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("says what the embedder says", async () => {
    expect(await say(cacheEmbedder(createHashingEmbedder(), folder))).toEqual(await say(createHashingEmbedder()));
  });

  it("says so without the embedder once it was saved", async () => {
    const first = cacheEmbedder(createHashingEmbedder(), folder);
    const said = await say(first);
    first.save();
    const hashing = createHashingEmbedder();
    const asked: unknown[] = [];
    const recorded: Embedder = {
      ...hashing,
      readQuestion: (text) => {
        asked.push(text);
        return hashing.readQuestion(text);
      },
      readPassages: (passages) => {
        asked.push(...passages);
        return hashing.readPassages(passages);
      },
      embedPassages: (texts) => {
        asked.push(...texts);
        return hashing.embedPassages(texts);
      },
    };
    expect(await say(cacheEmbedder(recorded, folder))).toEqual(said);
    expect(asked).toEqual([]);
  });
});
