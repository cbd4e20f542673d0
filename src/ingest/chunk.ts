import type { Passage, Section, Sentence, Span } from "../contracts/passage.js";
import { leansBack } from "../language/leaning.js";
import { type BlockSentence, readBlocks } from "./block-sentences.js";
import type { Block, ParsedDocument } from "./document-structure.js";

/**
 * Sizes in UTF-16 code units. On XQuAD, passages of 1,000 characters and whole paragraphs are found equally well
 * (nDCG@10 within noise), so the sizes follow reading: a passage is about a paragraph, a quotation about a sentence.
 */
const SIZES = {
  /** A passage is closed before it would grow beyond this. */
  passage: 900,
  /** A list with its lead-in may grow to this, so that it is found and quoted whole. */
  list: 1600,
  /** Paragraphs below one heading are joined until a passage has this much. */
  enough: 350,
} as const;

/**
 * Cuts a cleaned document into passages: runs of whole sentences below one heading, list items together with the
 * sentence that introduces them. A passage that would begin with a sentence which points back ("Sie …", "This …") begins
 * with the one before, so that the two overlap. Furniture is left out, and so is what speaks to a program instead of a
 * reader: no passage holds it. Every offset refers to `parsed.text`.
 */
export function chunk(parsed: ParsedDocument, documentId: string): Passage[] {
  const drafts: Draft[] = [];
  let headings: Block[] = [];
  let leadIn: Span | null = null;
  let open: Draft | null = null;
  for (const { block, runs } of readBlocks(parsed)) {
    if (block.role === "furniture" || block.kind === "title" || block.kind === "heading") {
      if (block.kind === "heading" && block.role !== "furniture" && !runs.includes(null))
        headings = descend(headings, block);
      open = null;
      leadIn = null;
      continue;
    }
    const introduced = block.kind === "item" ? leadIn : null;
    if (block.kind !== "item") leadIn = introducesList(parsed.text, runs.at(-1)?.at(-1));
    for (const run of runs) {
      if (run === null) open = null;
      for (const unit of groupsOf(run ?? [])) {
        if (open === null || open.section !== sectionOf(block) || !fits(open, unit, block, leadIn)) {
          const section = sectionOf(block);
          const sentences = contextOf(parsed.text, open, section, unit);
          open = { section, heading: headingOf(parsed.text, headings), sentences };
          drafts.push(open);
        }
        open.sentences.push(...unit.map((sentence) => ({ ...sentence, leadIn: introduced })));
      }
    }
  }
  return drafts.map((draft, ordinal) => finish(parsed.text, documentId, draft, ordinal));
}

interface Draft {
  readonly section: Section;
  readonly heading: string | null;
  readonly sentences: Sentence[];
}

/** The last sentence of the passage before, when the first one of the next is not understood without it. */
function contextOf(
  text: string,
  before: Draft | null,
  section: Section,
  [first]: readonly BlockSentence[],
): Sentence[] {
  const last = before?.sentences.at(-1);
  if (before?.section !== section || before.sentences.length < 2) return [];
  if (last?.kind !== "prose" || first?.kind !== "prose") return [];
  return leansBack(text.slice(first.start, first.end)) ? [last] : [];
}

function sectionOf(block: Block): Section {
  return block.role === "about" ? "about" : "body";
}

/** The chain of headings above the text: a new heading ends those of its own level and below. */
function descend(headings: readonly Block[], next: Block): Block[] {
  return [...headings.filter((heading) => (heading.level ?? 1) < (next.level ?? 1)), next];
}

function headingOf(text: string, headings: readonly Block[]): string | null {
  if (headings.length === 0) return null;
  return headings.map((heading) => text.slice(heading.start, heading.end).replace(/\s+/g, " ")).join(" › ");
}

/** Sentences in groups of at most a passage, so that one long paragraph becomes several passages. */
function groupsOf(sentences: readonly BlockSentence[]): BlockSentence[][] {
  const groups: BlockSentence[][] = [];
  for (const sentence of sentences) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && sentence.end - first.start <= SIZES.passage) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

/** Whether a block's sentences still belong into the open passage: lists stay together, short paragraphs are joined. */
function fits(open: Draft, unit: readonly BlockSentence[], block: Block, leadIn: Span | null): boolean {
  const first = open.sentences[0];
  const last = unit.at(-1);
  if (!first || !last) return true;
  const grown = last.end - first.start;
  if (block.kind === "item" && leadIn !== null) return grown <= SIZES.list;
  const length = (open.sentences.at(-1)?.end ?? first.end) - first.start;
  return grown <= SIZES.passage && length < SIZES.enough;
}

function introducesList(text: string, sentence: BlockSentence | undefined): Span | null {
  if (sentence === undefined || text.charAt(sentence.end - 1) !== ":") return null;
  return { start: sentence.start, end: sentence.end };
}

function finish(text: string, documentId: string, draft: Draft, ordinal: number): Passage {
  const start = draft.sentences[0]?.start ?? 0;
  const end = draft.sentences.at(-1)?.end ?? start;
  const { heading, section, sentences } = draft;
  return {
    id: `${documentId}#${ordinal}`,
    documentId,
    ordinal,
    heading,
    section,
    start,
    end,
    text: text.slice(start, end),
    sentences,
  };
}
