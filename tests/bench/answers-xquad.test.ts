import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Konsil, openKonsil } from "../../bench/answers/konsil.js";
import { peersHits } from "../../bench/answers/xquad-peers.js";
import { putQuestions } from "../../bench/answers/xquad-trials.js";
import { holds } from "../../evals/open-data/place.js";
import type { PlainDocument } from "../../evals/open-data/plain-document.js";
import { findAnswer, type XquadQuestion } from "../../evals/open-data/xquad-questions.js";
import { createHashingEmbedder } from "../../src/adapters/embedder-hashing.js";
import type { Language } from "../../src/contracts/document.js";

describe("where an answer stands in its paragraph", () => {
  it("stays the same when white space is drawn together before it", () => {
    const paragraph = "  One   town.\n\nThe  second town lies north.";
    const start = paragraph.indexOf("second");
    const found = findAnswer(paragraph, { start, text: "second town" });
    expect("One town. The second town lies north.".slice(found.start, found.end)).toBe("second town");
  });

  it("is the occurrence nearest to the one that was marked", () => {
    const paragraph = "In 1900 it was built, in 1900 it burnt, and in 1900 it was built again.";
    const starts = [3, 25, 47];
    expect(starts.map((start) => findAnswer(paragraph, { start, text: "1900" }).start)).toEqual(starts);
  });

  it("is not made up where the paragraph does not hold it", () => {
    expect(() => findAnswer("One town.", { start: 0, text: "two towns" })).toThrow("two towns");
  });
});

const DOCUMENTS: readonly PlainDocument[] = [
  doc("de-0", "de", "Die Bibliothek am Hafen wurde im Jahr 1912 gegründet. Der Eintritt kostet nichts."),
  doc("de-1", "de", "Das Sägewerk im Tal gehört der Familie Odrum. Es steht am Bach."),
  doc("en-0", "en", "The harbour library was founded in the year 1912. Entry costs nothing."),
  doc("en-1", "en", "The sawmill in the valley belongs to the Odrum family. It stands by the brook."),
];

function doc(id: string, language: Language, text: string): PlainDocument {
  return { id, language, title: null, text };
}

function question(text: string, language: Language, answering: Language, answer: string): XquadQuestion {
  const paragraphId = `${answering}-0`;
  const paragraph = DOCUMENTS.find(({ id }) => id === paragraphId)?.text ?? "";
  return {
    text,
    language,
    answering,
    direction: `${language}>${answering}`,
    article: 1,
    paragraphId,
    twinId: language === answering ? null : `${language}-0`,
    gold: { documentId: paragraphId, ...findAnswer(paragraph, { start: 0, text: answer }) },
  };
}

const QUESTIONS = [
  question("Wann wurde die Bibliothek am Hafen gegründet?", "de", "de", "1912"),
  question("Wann wurde die Bibliothek am Hafen gegründet?", "de", "en", "1912"),
  question("When was the harbour library founded?", "en", "en", "1912"),
  question("When was the harbour library founded?", "en", "de", "1912"),
];

describe("questions put to Konsil and its peers", () => {
  const embedder = createHashingEmbedder();
  let konsil: Konsil;

  beforeAll(async () => {
    konsil = await openKonsil(embedder, { documents: DOCUMENTS });
  });
  afterAll(() => konsil.close());

  it("gives places in the text as it was handed in", async () => {
    for (const { id, text } of DOCUMENTS) expect(await konsil.textOf(id)).toBe(text);
    const ranked = await konsil.rank("Wann wurde die Bibliothek am Hafen gegründet?", ["de-0"]);
    expect(ranked.length).toBeGreaterThan(0);
    for (const { place, probability } of ranked) {
      expect(DOCUMENTS[0]?.text.slice(place.start, place.end)).toMatch(/^\p{Lu}.*\.$/u);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });

  it("ranks and cites the chosen documents alone", async () => {
    for (const { id } of DOCUMENTS) {
      const ranked = await konsil.rank("When was the harbour library founded?", [id]);
      const { citations, abstention } = await konsil.ask("When was the harbour library founded?", {
        documentIds: [id],
      });
      const cited = [...citations, ...(abstention?.closest ?? [])].map(({ documentId }) => documentId);
      expect(new Set([...ranked.map(({ place }) => place.documentId), ...cited, id])).toEqual(new Set([id]));
    }
  });

  it("puts each question to its paragraph, to the library, and to a paragraph that cannot be right", async () => {
    const trials = await putQuestions(
      konsil,
      embedder,
      { documents: DOCUMENTS, questions: QUESTIONS },
      () => undefined,
    );
    expect(trials).toHaveLength(12);
    for (const { scope, ranked, shown } of trials)
      if (scope === "wrong") expect([ranked, shown]).toEqual([false, false]);
    const own = trials.filter(({ scope, direction }) => scope === "paragraph" && direction === "en>en");
    expect(own).toMatchObject([{ ranked: true }]);
    for (const { answered, shown } of trials) if (shown) expect(answered).toBe(true);
  });

  it("asks the peers the same, and never lets the twin of a paragraph answer across languages", async () => {
    const hits = await peersHits(embedder, { documents: DOCUMENTS, questions: QUESTIONS }, await konsil.passages());
    expect(new Set(hits.map(({ system }) => system)).size).toBe(3);
    expect(hits).toHaveLength(24);
    // The first sentence of the only paragraph is that of LangChain's top passage.
    const given = hits.filter(({ system, scope }) => system.startsWith("LangChain") && scope === "paragraph");
    expect(given.map(({ hit }) => hit)).toEqual([true, true, true, true]);
  });
});

describe("a place", () => {
  it("holds another one only in the same document, and only whole", () => {
    const outer = { documentId: "a", start: 10, end: 20 };
    expect(holds(outer, { documentId: "a", start: 10, end: 20 })).toBe(true);
    expect(holds(outer, { documentId: "a", start: 9, end: 12 })).toBe(false);
    expect(holds(outer, { documentId: "a", start: 15, end: 21 })).toBe(false);
    expect(holds(outer, { documentId: "b", start: 12, end: 14 })).toBe(false);
  });
});
