import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { plainQuestion } from "../../src/ask/understand.js";
import type { Language } from "../../src/contracts/document.js";
import { canonicalise } from "../../src/language/canonicalise.js";
import { LANGUAGES } from "./directions.js";
import type { Place } from "./place.js";
import type { PlainDocument } from "./plain-document.js";

const rowSchema = z.object({
  question: z.string(),
  /** Indices into the lines of `context`, from 0; empty when the page does not answer. */
  answers: z.array(z.int().nonnegative()),
  context: z.string(),
  pageId: z.int(),
});

/** One page of a guide for newcomers, in sentences as the data set has them: one a line. */
export interface OmosPage {
  readonly id: string;
  readonly language: Language;
  /** In the order of the pages' ids; the same in both languages. */
  readonly number: number;
  /** All lines; the first is the title. */
  readonly lines: readonly string[];
  /** Index of the first line that is text. */
  readonly from: number;
}

export interface OmosQuestion {
  readonly text: string;
  readonly page: OmosPage;
  /** The lines that answer; none when the page does not. */
  readonly gold: ReadonlySet<number>;
}

/**
 * OMoS-QA, development split (S. Kleinle et al., 2024; CC BY 4.0): 193 questions in each language, about 134 pages; 38
 * are not answered by their page. Throws when the folder does not hold it, or a line of it is not what it should be.
 */
export function readOmos(folder: string): OmosQuestion[] {
  return LANGUAGES.flatMap((language) => {
    const file = join(folder, `omosqa.dev_${language}.jsonl`);
    if (!existsSync(file)) {
      throw new Error(
        `${file} not found. It is OMoS-QA (https://github.com/digitalfabrik/integreat-qa-dataset); say with --data DIR where it is.`,
      );
    }
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return questionsOf(
      lines.map((line) => rowSchema.parse(JSON.parse(line))),
      language,
    );
  });
}

function questionsOf(rows: readonly z.infer<typeof rowSchema>[], language: Language): OmosQuestion[] {
  const pageIds = [...new Set(rows.map(({ pageId }) => pageId))].sort((a, b) => a - b);
  // One page was asked about twice, and had been edited in between.
  const contexts = [...new Set(rows.map(({ context }) => context))];
  return rows.map(({ question, answers, context, pageId }) => {
    const id = `${language}-${pageId}-${contexts.indexOf(context)}`;
    const lines = context.split("\n").map(canonicalise);
    const [title = "", second = ""] = lines;
    const from = isSame(title, second) ? 2 : 1;
    const page = { id, language, number: pageIds.indexOf(pageId), lines, from };
    const outside = answers.find((line) => line >= lines.length);
    if (outside !== undefined) throw new Error(`"${question}": there is no line ${outside}`);
    return { text: plainQuestion(question), page, gold: new Set(answers) };
  });
}

function isSame(title: string, line: string): boolean {
  return title.trim().toLowerCase() === line.trim().toLowerCase();
}

/** The page as a document, and where its lines stand in it. */
export interface WrittenPage {
  readonly document: PlainDocument;
  /** Of each line of the text; null for the title, and for a title that is said again. */
  readonly places: readonly (Place | null)[];
}

const BULLET = "• ";

/**
 * The page as somebody would copy it from a browser: its title for itself, its text line by line, and its lists with
 * bullets. The data set has lost what was a list: a line without the end of a sentence is taken for an item when it
 * stands below a line that ends with a colon, or below another item. Many pages say their title again as the first line,
 * where it would be a heading of everything; that line is left out.
 */
export function writePage({ id, language, lines, from }: OmosPage): WrittenPage {
  let text = "";
  let inList = false;
  const places = lines.map((line, at) => {
    if (at < from) return null;
    const isItem = inList && !/[.!?:]\s*$/.test(line) && !/^\s*[-•]/.test(line);
    inList = isItem || /:\s*$/.test(line);
    if (text !== "") text += "\n";
    if (isItem) text += BULLET;
    const start = text.length;
    text += line;
    return { documentId: id, start, end: text.length };
  });
  return { document: { id, language, title: lines[0] ?? null, text }, places };
}

/** The lines that a quotation covers, by half at least; the one it covers most of when there is none such; in order. */
export function linesIn(places: WrittenPage["places"], { start, end }: Place): number[] {
  const overlaps = places.map((place, line) => {
    const shared = place === null ? 0 : Math.max(0, Math.min(end, place.end) - Math.max(start, place.start));
    return { line, shared, share: shared / Math.max(1, place === null ? 1 : place.end - place.start) };
  });
  const covered = overlaps.filter(({ share }) => share >= 0.5);
  const most = overlaps.reduce((best, it) => (it.shared > best.shared ? it : best), { line: -1, shared: 0, share: 0 });
  return covered.length > 0 ? covered.map(({ line }) => line) : most.line < 0 ? [] : [most.line];
}
