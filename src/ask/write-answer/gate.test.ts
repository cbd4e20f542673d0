import { describe, expect, it } from "vitest";
import { candidateOf } from "../../../tests/fakes/candidates.js";
import type { Draft, DraftSentence, Part, Quotation } from "../draft.js";
import { viewsOf } from "../sentence-views.js";
import type { AnswerKind, Finding, Judgement } from "../steps.js";
import { createGate } from "./gate.js";

const candidate = candidateOf("Das Zentrum ist groß. Es besteht seit dem 9. Februar 2026. Vera Ott leitet es.");
const views = viewsOf(candidate.passage, candidate.document);

function quotation(at: number): Quotation {
  const view = views[at];
  if (view === undefined) throw new RangeError("no such sentence");
  return { candidate, start: view.sentence.start, end: view.sentence.end, quote: view.text };
}

/** An answer that was found in one sentence, and opens with these parts. */
function answering(at: number, opening: readonly Part[] = []) {
  const view = views[at];
  if (view === undefined) throw new RangeError("no such sentence");
  const finding: Finding = { candidate, at, view, probability: 0.9, rank: 0 };
  const judgement: Judgement = { verdict: "answerable", manner: "answers", findings: [finding] };
  const parts: Part[] = [...opening, { says: "quote", text: view.text }];
  const draft: Draft = {
    sentences: [{ parts, quotations: [quotation(at)], layout: "run" }],
    status: "answered",
    warnings: [],
  };
  return { judgement, draft };
}

function open(...parts: Parameters<typeof createGate>[0]) {
  return openFor("date", ...parts);
}

function openFor(kind: AnswerKind, ...parts: Parameters<typeof createGate>[0]) {
  const told: string[] = [];
  const gate = createGate(parts, kind, (sentence: DraftSentence) => {
    told.push(sentence.parts.map(({ text }) => text).join(""));
  });
  const pass = (text: string, at: number) => gate.pass({ text, markers: [], layout: "run" }, [quotation(at)]);
  return { gate, told, pass };
}

describe("the gate before a model's answer", () => {
  it("holds sentences back until one rests on what was judged to answer, and hands them out in order", () => {
    const { gate, told, pass } = open(answering(1));
    pass("Es ist groß.", 0);
    expect([told, gate.told, gate.standing]).toEqual([[], 0, 1]);
    pass("Es begann 2026.", 1);
    pass("Vera Ott leitet es.", 2);
    expect(told).toEqual(["Es ist groß.", "Es begann 2026.", "Vera Ott leitet es."]);
    expect(gate.told).toBe(3);
  });

  it("holds them back until the fact is said that the answer without a model states, in any notation", () => {
    const { told, pass } = open(answering(1, [{ says: "fact", text: "Am 9. Februar 2026" }]));
    pass("Es besteht schon.", 1);
    expect(told).toEqual([]);
    pass("It began on February 9, 2026.", 1);
    expect(told).toHaveLength(2);
  });

  it("takes a surname for the name of a person, and no other name", () => {
    const { told, pass } = open(answering(2, [{ says: "fact", text: "Vera Ott" }]));
    pass("Anna Beispiel leitet es.", 2);
    expect(told).toEqual([]);
    pass("Frau Ott leitet es.", 2);
    expect(told).toHaveLength(2);
  });

  it("takes any sentence of the passage for an answer to what several sentences answer", () => {
    const { told, pass } = openFor("plan", answering(1));
    pass("Vera Ott leitet es.", 2);
    expect(told).toHaveLength(1);
  });

  it("waits for each part of a question that has an answer", () => {
    const { told, pass } = open(answering(1), answering(2));
    pass("Es begann 2026.", 1);
    expect(told).toEqual([]);
    pass("Vera Ott leitet es.", 2);
    expect(told).toHaveLength(2);
  });

  it("lets a yes or a no through that the answer without a model has, too, in front of its sentence", () => {
    const { gate, told, pass } = open(answering(1, [{ says: "frame", text: "Ja." }]));
    expect([gate.agrees("Ja,"), gate.agrees("Nein."), gate.agrees("Yes.")]).toEqual([true, false, false]);
    gate.open("Ja.");
    pass("Es besteht seit 2026.", 1);
    expect(told).toEqual(["Ja. Es besteht seit 2026."]);
    expect(open(answering(1)).gate.agrees("Ja.")).toBe(false);
  });
});
