import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { casesOver } from "../../evals/asking/document-sets.js";
import { ANSWERABLE_KINDS, type Case, NEAR_MISS_KINDS, UNANSWERABLE_KINDS } from "../../evals/cases/case.js";
import { readCases } from "../../evals/cases/read-cases.js";
import { sourcesAfter, sourcesIn } from "../../evals/cases/sources.js";
import { holdsForbidden, statesFact } from "../../evals/cases/states-fact.js";
import { readLife } from "../../evals/changed/life.js";
import { CORPUS, FACTS, hasOriginals, readOriginals } from "../behaviour/originals.js";

const cases = readCases(path.resolve(import.meta.dirname, "../../evals/cases"));
const answerable = cases.filter((it) => it.answerable);
const unanswerable = cases.filter((it) => !it.answerable);
const overOriginals = casesOver("originals", cases).filter((it) => it.answerable);

const share = (part: readonly Case[], whole: readonly Case[]): number => part.length / whole.length;

const first = sourcesIn(CORPUS);
const changed = sourcesAfter(first, readLife());

/** The paragraphs that hold the evidence of a case. */
function evidenceOf({ evidence, over }: Extract<Case, { answerable: true }>): string {
  const sources = over === "changed" ? changed : first;
  return evidence
    .flatMap(({ document, contains }) => {
      const lines = sources.get(document)?.text.split("\n") ?? [];
      return lines.filter((line) => line.includes(contains));
    })
    .join("\n");
}

/** The originals by the id of the dossier that sums them up. */
function originalsByDocument(): ReadonlyMap<string, string> {
  const originals = readOriginals();
  const documents = new Set(overOriginals.flatMap(({ evidence }) => evidence.map((it) => it.document)));
  return new Map(
    [...documents].map((document) => {
      const facts = parse(readFileSync(path.join(FACTS, `${document}.yaml`), "utf8"));
      return [document, originals.get(z.object({ original: z.string() }).parse(facts).original) ?? ""];
    }),
  );
}

/** The facts that a text does not state. A verdict is the answer's own, and stands in no document. */
function unstated(it: Extract<Case, { answerable: true }>, text: string): string[] {
  const missing = it.facts.filter((fact) => fact.kind !== "verdict" && !statesFact(fact, text));
  return missing.map((fact) => `${it.id}: ${JSON.stringify(fact)}`);
}

describe("the cases", () => {
  it("are many, half in German and half in English", () => {
    expect(cases.length).toBeGreaterThanOrEqual(170);
    const german = cases.filter((it) => it.language === "de");
    expect(share(german, cases)).toBeGreaterThan(0.45);
    expect(share(german, cases)).toBeLessThan(0.55);
  });

  it("have no answer in the documents in nearly half of all, and more than half of these are near misses", () => {
    const near = unanswerable.filter((it) => NEAR_MISS_KINDS.some((kind) => kind === it.kind));
    expect(share(unanswerable, cases)).toBeGreaterThanOrEqual(0.45);
    expect(share(unanswerable, cases)).toBeLessThan(0.55);
    expect(share(near, unanswerable)).toBeGreaterThan(0.5);
  });

  it.each([...ANSWERABLE_KINDS, ...UNANSWERABLE_KINDS])(
    "show the kind %s in both languages, five times or more",
    (kind) => {
      const ofKind = cases.filter((it) => it.kind === kind);
      expect(ofKind.length).toBeGreaterThanOrEqual(5);
      expect(new Set(ofKind.map((it) => it.language))).toEqual(new Set(["de", "en"]));
    },
  );

  it("ask every question once of the same documents", () => {
    const asked = cases.map(({ question, history, filter, over }) =>
      JSON.stringify([question.toLowerCase(), history, filter, over === "changed"]),
    );
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
  });

  it("have evidence that states every fact", () => {
    const inCorpus = answerable.filter((it) => it.over !== "originals");
    expect(inCorpus.flatMap((it) => unstated(it, evidenceOf(it)))).toEqual([]);
  });

  it.skipIf(!hasOriginals)("ask for facts that the originals state too, unless they are about the corpus alone", () => {
    const originals = originalsByDocument();
    const textOf = ({ evidence }: (typeof overOriginals)[number]): string =>
      [...new Set(evidence.map((it) => it.document))].map((document) => originals.get(document)).join("\n");
    expect(overOriginals.flatMap((it) => unstated(it, textOf(it)))).toEqual([]);
  });

  it("forbid nothing that their own evidence says", () => {
    const torn = answerable.filter(({ evidence, never }) =>
      evidence.some(({ contains }) => never.some((forbidden) => holdsForbidden(contains, forbidden))),
    );
    expect(torn.map((it) => it.id)).toEqual([]);
  });

  it("ask over the changed corpus fifty times or more, nearly half of them without an answer, in both languages alike", () => {
    const over = casesOver("changed", cases);
    expect(over.length).toBeGreaterThanOrEqual(50);
    const unanswered = over.filter((it) => !it.answerable);
    expect(share(unanswered, over)).toBeGreaterThan(0.4);
    expect(share(unanswered, over)).toBeLessThan(0.6);
    const german = over.filter((it) => it.language === "de");
    expect(share(german, over)).toBeGreaterThan(0.45);
    expect(share(german, over)).toBeLessThan(0.55);
  });

  it("ask each question with a filter that lets its answer pass, and with one that does not", () => {
    const filtered = cases.filter(({ filter }) => filter !== undefined);
    const open = filtered.filter((it) => it.answerable).map((it) => it.question);
    const shut = filtered.filter((it) => it.kind === "filtered").map((it) => it.question);
    expect(filtered.length).toBeGreaterThanOrEqual(24);
    expect(new Set(open.filter((question) => shut.includes(question))).size).toBeGreaterThanOrEqual(12);
  });
});
