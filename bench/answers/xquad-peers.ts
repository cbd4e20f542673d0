import { holds } from "../../evals/open-data/place.js";
import type { XquadParagraphs } from "../../evals/open-data/xquad-questions.js";
import type { IndexedPassage } from "../../src/contracts/passage.js";
import type { Embedder } from "../../src/contracts/ports.js";
import { embedTexts } from "./konsil.js";
import { bm25Peer, cosinePeer, openLangChain, type PeerSentence } from "./peers.js";
import type { Hit } from "./xquad-scores.js";

/** The first sentences of the peers, whose sentences are those that Konsil reads in the paragraphs. */
export async function peersHits(
  embedder: Embedder,
  { documents, questions }: XquadParagraphs,
  passages: readonly IndexedPassage[],
): Promise<Hit[]> {
  const sentences = await sentencesOf(embedder, documents, passages);
  const places = (id: string) => sentences.flatMap(({ place }) => (place.documentId === id ? [place] : []));
  const paragraphs = documents.map(({ id, text }) => ({ text, sentences: places(id) }));
  const searchLangChain = await openLangChain(embedder, paragraphs);
  const peers = [cosinePeer(embedder, sentences), bm25Peer(sentences)];
  const hits: Hit[] = [];
  for (const question of questions) {
    const { direction, article, paragraphId, twinId, gold } = question;
    const alone = (id: string) => id === paragraphId;
    const inLibrary = (id: string) => id !== twinId;
    for (const [scope, isAllowed] of [
      ["paragraph", alone],
      ["library", inLibrary],
    ] as const) {
      for (const peer of peers) {
        const pick = await peer.pick(question, isAllowed);
        hits.push({ system: peer.name, scope, direction, article, hit: pick !== null && holds(pick.first, gold) });
      }
      // Of a paragraph alone the top passage is that paragraph.
      const first =
        scope === "paragraph" ? places(paragraphId)[0] : (await searchLangChain(question, isAllowed))?.first;
      const hit = first !== undefined && holds(first, gold);
      hits.push({ system: "LangChain, top passage", scope, direction, article, hit });
    }
  }
  return hits;
}

/** Each sentence once, in order: passages of one document may overlap by one. */
async function sentencesOf(
  embedder: Embedder,
  documents: XquadParagraphs["documents"],
  passages: readonly IndexedPassage[],
): Promise<PeerSentence[]> {
  const sentences = documents.flatMap(({ id, language, text }) => {
    const own = passages.filter(({ documentId }) => documentId === id).flatMap((passage) => passage.sentences);
    const spans = new Map(own.map(({ start, end }) => [start, end]));
    return [...spans]
      .sort(([a], [b]) => a - b)
      .map(([start, end]) => ({ place: { documentId: id, start, end }, language, text: text.slice(start, end) }));
  });
  const vectors = await embedTexts(
    embedder,
    sentences.map(({ text }) => text),
  );
  return sentences.map((sentence, at) => ({ ...sentence, vector: vectors[at] ?? new Float32Array() }));
}
