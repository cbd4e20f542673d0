import path from "node:path";
import { describe, expect, it } from "vitest";
import { casesOver } from "../asking/document-sets.js";
import { type Case, caseSchema } from "../cases/case.js";
import { described } from "../cases/grade-answer.js";
import { readCases } from "../cases/read-cases.js";
import { sourcesIn } from "../cases/sources.js";
import { holdsForbidden } from "../cases/states-fact.js";
import { carryOver, readNotCarried } from "./carry-over.js";
import { CORPUS, corpusMapping, SEED } from "./documents.js";

const corpusCases = casesOver("corpus", readCases(path.resolve(import.meta.dirname, "../cases")));

/** The documents of the corpus after a mapping, as the evaluation reads them. */
function target(seed: number) {
  const mapping = corpusMapping(seed);
  const moved = [...sourcesIn(CORPUS).values()].map((source) => ({
    ...source,
    id: mapping.text(source.id),
    text: mapping.text(source.text),
  }));
  return { mapping, sources: new Map(moved.map((source) => [source.id, source])) };
}

const TARGET = target(SEED);

function carried(cases: readonly Case[], into = TARGET) {
  return carryOver(cases, { ...into, notCarried: [] });
}

function made(fields: Readonly<Record<string, unknown>>): Case {
  const common = {
    id: "made",
    question: "Since when do Northwestern Medicine and Siemens Healthineers work together?",
  };
  const read = caseSchema.parse({
    ...{ ...common, language: "en", kind: "when", answerable: true },
    facts: [{ kind: "date", value: "2026-02-09" }],
    evidence: [{ document: "northwestern-medicine", contains: "haben am 9. Februar 2026 den Start" }],
    ...fields,
  });
  return { ...read, slice: "made" };
}

describe("carryOver", () => {
  it("changes question, turns, facts, evidence, filter and what may never be said by one mapping", () => {
    const { text } = TARGET.mapping;
    const [now] = carried([
      made({
        history: [{ role: "user", content: "Was macht Siemens Healthineers?" }],
        filter: { documentIds: ["northwestern-medicine"], publishedAfter: "2026-02-01" },
        never: ["7. Juli 2025"],
      }),
    ]);
    expect(now).toMatchObject({
      question: text("Since when do Northwestern Medicine and Siemens Healthineers work together?"),
      history: [{ role: "user", content: text("Was macht Siemens Healthineers?") }],
      facts: [{ kind: "date", value: text("2026-02-09") }],
      evidence: [{ document: text("northwestern-medicine"), contains: text("haben am 9. Februar 2026 den Start") }],
      filter: { documentIds: [text("northwestern-medicine")], publishedAfter: text("2026-02-01") },
      never: [text("7. Juli 2025"), "2026-02-09"],
    });
    expect(JSON.stringify(now)).not.toMatch(/Siemens|Northwestern/);
  });

  it("lets facts stand that are no names, dates or figures, and forbids nothing for them", () => {
    const facts = [{ kind: "text", value: ["Start", "start"] }];
    expect(carried([made({ facts })])).toMatchObject([{ facts, never: [] }]);
  });

  it("changes the small count that stands for itself, and no other", () => {
    const campuses = {
      facts: [{ kind: "number", value: 4 }],
      evidence: [{ document: "charite", contains: "four campuses" }],
    };
    const fields = {
      facts: [{ kind: "number", value: 4 }],
      evidence: [{ document: "charite", contains: "in four fields" }],
    };
    const [one, other] = carried([made(campuses), made(fields)]);
    expect(one?.answerable && one.facts[0]?.value).toBe(TARGET.mapping.figures.changedSmall(4));
    expect(other?.answerable && other.facts[0]?.value).toBe(4);
  });

  it("names a case whose facts its evidence does not state, and lets it out where it is listed with a reason", () => {
    const wrong = made({ facts: [{ kind: "amount", value: 5_000_000, unit: "EUR" }] });
    expect(() => carried([wrong])).toThrow("made: the evidence does not state the amount");
    const listed = { ...TARGET, notCarried: [{ case: "made", reason: "wrong" }] };
    expect(carryOver([wrong], listed)).toEqual([]);
    expect(() => carryOver([made({})], listed)).toThrow("made: can be carried over, take it off the list");
  });

  it("names a case whose evidence does not stand in the changed document", () => {
    const elsewhere = made({ evidence: [{ document: "charite", contains: "haben am 9. Februar 2026 den Start" }] });
    expect(() => carried([elsewhere])).toThrow(/made: .*does not stand in/);
  });
});

describe("the cases over the counterfactual corpus", () => {
  it("are all those over the corpus that are not listed, and the list names cases that there are", () => {
    const notCarried = readNotCarried().map((it) => it.case);
    const ids = corpusCases.map(({ id }) => id);
    expect(casesOver("counterfactual", corpusCases).map(({ id }) => id)).toEqual(
      ids.filter((id) => !notCarried.includes(id)),
    );
    expect(notCarried.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("can be carried over with another seed", () => {
    expect(carried(corpusCases, target(2))).toHaveLength(corpusCases.length);
  });

  it("forbid an old value of every fact that changed, unless the changed documents hold it by chance", () => {
    const all = [...TARGET.sources.values()].map(({ text }) => text).join("\n");
    const changed = carried(corpusCases).flatMap((now, at) => {
      const old = corpusCases[at];
      if (!now.answerable || !old?.answerable) return [];
      const facts = old.facts.filter((fact, index) => described(fact) !== described(now.facts[index] ?? fact));
      return facts.map((fact) => ({ id: now.id, fact, forbidden: now.never.length - old.never.length }));
    });
    const isHeld = ({ fact }: (typeof changed)[number]) =>
      [fact.value].flat().some((it) => holdsForbidden(all, `${it}`));
    const free = changed.filter((it) => it.forbidden <= 0 && !isHeld(it));
    expect(changed.length).toBeGreaterThan(80);
    expect(free.map(({ id }) => id)).toEqual([]);
  });
});
