import { describe, expect, it } from "vitest";
import { bm25Peer, cosinePeer, openLangChain, type PeerSentence } from "../../bench/answers/peers.js";
import { createHashingEmbedder } from "../../src/adapters/embedder-hashing.js";

const embedder = createHashingEmbedder();
const TEXTS = [
  { documentId: "harbour", text: "The harbour has a library, a market and a chapel." },
  { documentId: "harbour", text: "The library is open." },
  { documentId: "harbour", text: "The harbour, the market and the library close when the harbour floods." },
  { documentId: "valley", text: "The valley has a sawmill." },
];

async function sentences(): Promise<PeerSentence[]> {
  const vectors = await embedder.embedPassages(TEXTS.map(({ text }) => text));
  return TEXTS.map(({ documentId, text }, at) => ({
    place: { documentId, start: at * 100, end: at * 100 + text.length },
    language: "en",
    text,
    vector: vectors[at] ?? new Float32Array(),
  }));
}

const everywhere = () => true;
const ask = (text: string) => ({ text, language: "en" as const });

describe("the peers", () => {
  it("find the sentence with the words of the question, whatever their inflection", async () => {
    for (const peer of [cosinePeer(embedder, await sentences()), bm25Peer(await sentences())]) {
      expect((await peer.pick(ask("Which valleys have sawmills?"), everywhere))?.first.documentId).toBe("valley");
    }
  });

  it("look at the documents alone that are allowed", async () => {
    for (const peer of [cosinePeer(embedder, await sentences()), bm25Peer(await sentences())]) {
      const pick = await peer.pick(ask("Which valley has a sawmill?"), (id) => id === "harbour");
      expect(pick?.first.documentId).toBe("harbour");
      expect(await peer.pick(ask("Which valley has a sawmill?"), () => false)).toBeNull();
    }
  });

  it("prefer the shorter sentence by BM25 when two hold the same words of the question", async () => {
    const pick = await bm25Peer(await sentences()).pick(ask("library"), everywhere);
    expect(pick?.first.start).toBe(100);
  });

  it("score a sentence with no word of the question at nought by BM25", async () => {
    const pick = await bm25Peer(await sentences()).pick(ask("astronauts"), everywhere);
    expect(pick?.score).toBe(0);
  });

  it("give the first sentence of LangChain's top passage, passing over what is not allowed", async () => {
    const all = await sentences();
    const passages = ["harbour", "valley"].map((id) => {
      const own = all.filter(({ place }) => place.documentId === id);
      return { text: own.map(({ text }) => text).join(" "), sentences: own.map(({ place }) => place) };
    });
    const search = await openLangChain(embedder, passages);
    expect((await search(ask("The library opens at ten."), everywhere))?.first).toEqual(all[0]?.place);
    const other = await search(ask("The library opens at ten."), (id) => id === "valley");
    expect(other?.first).toEqual(all[3]?.place);
  });
});
