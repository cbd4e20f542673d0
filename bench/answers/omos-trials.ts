import { linesIn, type OmosPage, type OmosQuestion, type WrittenPage } from "../../evals/open-data/omos.js";
import type { Place } from "../../evals/open-data/place.js";
import type { Embedder } from "../../src/contracts/ports.js";
import { embedTexts, type Konsil } from "./konsil.js";
import { bm25Peer, cosinePeer, openLangChain, type PeerPassage, type PeerSentence } from "./peers.js";

/** One question put to its page. */
export interface OmosTrial {
  readonly system: string;
  readonly question: OmosQuestion;
  /** The line put first, whatever its score; null when there is none. */
  readonly first: number | null;
  /** How sure the system is of it. */
  readonly score: number;
  /** The first line of the answer, and all of its lines; of a refusal there is none, and empty. */
  readonly shownFirst: number | null;
  readonly shown: readonly number[];
  readonly answered: boolean;
}

export type WrittenPages = ReadonlyMap<string, WrittenPage>;

/** Every question put to its page, to Konsil and to the peers, which do not refuse. */
export async function askPages(
  konsil: Konsil,
  embedder: Embedder,
  questions: readonly OmosQuestion[],
  written: WrittenPages,
): Promise<OmosTrial[]> {
  const trials: OmosTrial[] = [];
  for (const question of questions) trials.push(await askKonsil(konsil, question, placesOf(written, question.page)));
  const pages = [...new Map(questions.map(({ page }) => [page.id, page])).values()];
  const sentences = await sentencesOf(embedder, pages, written);
  for (const peer of [cosinePeer(embedder, sentences), bm25Peer(sentences)]) {
    for (const question of questions) {
      const pick = await peer.pick({ ...question, language: question.page.language }, (id) => id === question.page.id);
      const lines = pick === null ? [] : linesIn(placesOf(written, question.page), pick.first);
      trials.push(peerTrial(peer.name, question, lines.slice(0, 1), pick?.score ?? 0));
    }
  }
  return [...trials, ...(await askLangChain(embedder, questions, written))];
}

async function askKonsil(konsil: Konsil, question: OmosQuestion, places: WrittenPage["places"]): Promise<OmosTrial> {
  const documentIds = [question.page.id];
  const [first] = await konsil.rank(question.text, documentIds);
  const { citations, status } = await konsil.ask(question.text, { documentIds });
  const quoted = citations.map((citation) => linesIn(places, citation));
  return {
    system: "Konsil",
    question,
    first: first === undefined ? null : (linesIn(places, first.place)[0] ?? null),
    score: first?.probability ?? 0,
    shownFirst: quoted[0]?.[0] ?? null,
    shown: [...new Set(quoted.flat())],
    answered: status !== "abstained",
  };
}

function peerTrial(system: string, question: OmosQuestion, shown: readonly number[], score: number): OmosTrial {
  const first = shown[0] ?? null;
  return { system, question, first, score, shownFirst: first, shown, answered: true };
}

function placesOf(written: WrittenPages, { id }: OmosPage): WrittenPage["places"] {
  const page = written.get(id);
  if (page === undefined) throw new Error(`page ${id} was not written`);
  return page.places;
}

/** The lines as the data set has them. */
async function sentencesOf(
  embedder: Embedder,
  pages: readonly OmosPage[],
  written: WrittenPages,
): Promise<PeerSentence[]> {
  const lines = pages.flatMap((page) =>
    placesOf(written, page).flatMap((place, at) =>
      place === null ? [] : [{ place, language: page.language, text: page.lines[at] ?? "" }],
    ),
  );
  const vectors = await embedTexts(
    embedder,
    lines.map(({ text }) => text),
  );
  return lines.map((line, at) => ({ ...line, vector: vectors[at] ?? new Float32Array() }));
}

/** A store a page, since a chain is asked about one page. */
async function askLangChain(
  embedder: Embedder,
  questions: readonly OmosQuestion[],
  written: WrittenPages,
): Promise<OmosTrial[]> {
  const byPage = new Map<string, OmosQuestion[]>();
  for (const question of questions) byPage.set(question.page.id, [...(byPage.get(question.page.id) ?? []), question]);
  const trials: OmosTrial[] = [];
  for (const own of byPage.values()) {
    const [{ page } = { page: null }] = own;
    if (page === null) continue;
    const places = placesOf(written, page);
    const search = await openLangChain(embedder, cutLikeLangChain(page, places));
    for (const question of own) {
      const found = await search({ ...question, language: page.language }, () => true);
      const shown = found === null ? [] : found.passage.sentences.flatMap((place) => linesIn(places, place));
      trials.push(peerTrial("LangChain, top passage", question, shown, found?.score ?? 0));
    }
  }
  return trials;
}

/** What `RecursiveCharacterTextSplitter` cuts by default, in characters. */
const CHUNK = { size: 1000, overlap: 200 } as const;

/** Lines joined to chunks as `RecursiveCharacterTextSplitter` joins them: up to 1,000 characters, 200 of them again. */
export function cutLikeLangChain({ lines }: OmosPage, places: WrittenPage["places"]): PeerPassage[] {
  const chunks: { readonly text: string; readonly place: Place }[][] = [];
  let open: { readonly text: string; readonly place: Place }[] = [];
  const lengthOf = (chunk: typeof open) => chunk.reduce((total, { text }) => total + text.length + 1, -1);
  for (const [at, place] of places.entries()) {
    if (place === null) continue;
    const line = { text: lines[at] ?? "", place };
    if (open.length > 0 && lengthOf([...open, line]) > CHUNK.size) {
      chunks.push(open);
      while (open.length > 0 && (lengthOf(open) > CHUNK.overlap || lengthOf([...open, line]) > CHUNK.size)) {
        open = open.slice(1);
      }
    }
    open = [...open, line];
  }
  if (open.length > 0) chunks.push(open);
  return chunks.map((chunk) => ({
    text: chunk.map(({ text }) => text).join("\n"),
    sentences: chunk.map(({ place }) => place),
  }));
}
