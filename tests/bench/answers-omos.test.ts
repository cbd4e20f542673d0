import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cutLikeLangChain } from "../../bench/answers/omos-trials.js";
import { linesIn, type OmosPage, readOmos, writePage } from "../../evals/open-data/omos.js";

const PAGE: OmosPage = {
  id: "en-7-0",
  language: "en",
  number: 0,
  from: 2,
  lines: [
    "Harbour library",
    "Harbour library",
    "The library lends books and tools.",
    "You need:",
    "a card",
    "proof of your address",
    "The card is free.",
    "Opening hours",
    "It opens at ten.",
  ],
};

describe("a page of OMoS-QA as a document", () => {
  const { document, places } = writePage(PAGE);

  it("has the first line as its title, and says it only once", () => {
    expect(document.title).toBe("Harbour library");
    expect(document.text).not.toContain("Harbour library");
    expect(places.slice(0, 2)).toEqual([null, null]);
  });

  it("gives what stands below a colon bullets, up to the next sentence", () => {
    expect(document.text.split("\n")).toEqual([
      "The library lends books and tools.",
      "You need:",
      "• a card",
      "• proof of your address",
      "The card is free.",
      "Opening hours",
      "It opens at ten.",
    ]);
  });

  it("knows where every line stands, without its bullet", () => {
    for (const [at, place] of places.entries()) {
      if (place !== null) expect(document.text.slice(place.start, place.end)).toBe(PAGE.lines[at]);
    }
    expect(places.filter((place) => place !== null)).toHaveLength(7);
  });

  it("takes a quotation back to the lines that it covers by half", () => {
    const quote = (from: string, to: string) => {
      const end = document.text.indexOf(to) + to.length;
      return linesIn(places, { documentId: PAGE.id, start: document.text.indexOf(from), end });
    };
    expect(quote("a card", "a card")).toEqual([4]);
    expect(quote("You need:", "address")).toEqual([3, 4, 5]);
    expect(quote("The card is free.", "Open")).toEqual([6]);
  });

  it("takes a quotation that covers no line by half to the line it covers most of", () => {
    const start = document.text.indexOf("tools.");
    expect(linesIn(places, { documentId: PAGE.id, start, end: start + 6 })).toEqual([2]);
  });

  it("has no line for a place outside the text", () => {
    expect(linesIn(places, { documentId: PAGE.id, start: 5000, end: 5010 })).toEqual([]);
  });
});

describe("a page cut as LangChain does", () => {
  const lines = ["Title", ...Array.from({ length: 60 }, (_, at) => `Sentence ${at} says something about the harbour.`)];
  const page: OmosPage = { id: "en-1-0", language: "en", number: 0, from: 1, lines };
  const chunks = cutLikeLangChain(page, writePage(page).places);

  it("has chunks of at most 1,000 characters that hold every line", () => {
    for (const { text } of chunks) expect(text.length).toBeLessThanOrEqual(1000);
    for (const line of lines.slice(1)) expect(chunks.some(({ text }) => text.split("\n").includes(line))).toBe(true);
  });

  it("repeats at most 200 characters of a chunk in the next one, and some", () => {
    for (const [at, { text }] of chunks.slice(1).entries()) {
      const before = chunks[at]?.text.split("\n") ?? [];
      const repeated = text.split("\n").filter((line) => before.includes(line));
      expect(repeated.length).toBeGreaterThan(0);
      expect(repeated.join("\n").length).toBeLessThanOrEqual(200);
    }
    expect(chunks.length).toBeGreaterThan(2);
  });

  it("leaves a short page whole", () => {
    expect(cutLikeLangChain(PAGE, writePage(PAGE).places).map(({ sentences }) => sentences.length)).toEqual([7]);
  });
});

describe("reading OMoS-QA", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "konsil-omos-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (rows: readonly object[]) => {
    for (const language of ["de", "en"]) {
      const text = rows.map((row) => JSON.stringify(row)).join("\n");
      writeFileSync(join(folder, `omosqa.dev_${language}.jsonl`), text);
    }
  };
  const row = (pageId: number, context: string, answers: readonly number[]) => ({
    question: "Where?",
    answers,
    context,
    pageId,
  });

  it("counts the lines from nought, and the pages in the order of their ids in both languages", () => {
    write([row(900, "Late\nIn the east.", [1]), row(20, "Early\nIn the west.", [])]);
    const questions = readOmos(folder);
    expect(questions.map(({ page }) => [page.language, page.number])).toEqual([
      ["de", 1],
      ["de", 0],
      ["en", 1],
      ["en", 0],
    ]);
    const [late, early] = questions;
    expect([...(late?.gold ?? [])].map((line) => late?.page.lines[line])).toEqual(["In the east."]);
    expect(early?.gold.size).toBe(0);
  });

  it("keeps two versions of a page apart as documents, and together as a page", () => {
    write([row(5, "A\nOld.", [1]), row(5, "A\nNew.", [1]), row(6, "B\nOther.", [1])]);
    const pages = readOmos(folder).map(({ page }) => page);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(6);
    expect(pages.slice(0, 3).map(({ number }) => number)).toEqual([0, 0, 1]);
  });

  it("does not go on with an answer outside its page", () => {
    write([row(5, "A\nText.", [2])]);
    expect(() => readOmos(folder)).toThrow("there is no line 2");
  });

  it("says which file is missing, and how to name another folder", () => {
    expect(() => readOmos(folder)).toThrow(/omosqa\.dev_de\.jsonl not found.*--data/);
  });
});
