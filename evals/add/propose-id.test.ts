import { describe, expect, it } from "vitest";
import { type Case, caseSchema } from "../cases/case.js";
import { proposeId } from "./propose-id.js";

const caseOf = (id: string, slice: string): Case => ({
  ...caseSchema.parse({ id, question: "Was?", language: "de", kind: "noise", answerable: false }),
  slice,
});
const CASES = ["nm-one", "nm-two", "xl-three"].map((id) => caseOf(id, "near-misses"));
const ask = (question: string, slice = "near-misses", language: "de" | "en" = "de") => ({ question, slice, language });

describe("proposeId", () => {
  it("opens as most ids of the slice do, and goes on with the telling words of the question", () => {
    expect(proposeId(ask("Wie viele Beschäftigte hat die Charité in Berlin?"), CASES)).toBe(
      "nm-beschaeftigte-charite-berlin",
    );
  });

  it("opens with the name of a new slice", () => {
    expect(proposeId(ask("Who heads the institute?", "people-and-roles", "en"), CASES)).toBe("people-heads-institute");
  });

  it("is never one that is taken", () => {
    const taken = [...CASES, caseOf("nm-beschaeftigte", "near-misses"), caseOf("nm-beschaeftigte-2", "near-misses")];
    expect(proposeId(ask("Beschäftigte?"), taken)).toBe("nm-beschaeftigte-3");
  });

  it("is an id whatever the question is made of", () => {
    for (const question of ["???", "東京は？", "É", "a-b_c"]) {
      const id = proposeId(ask(question), CASES);
      expect(caseOf(id, "x").id).toBe(id);
    }
  });
});
