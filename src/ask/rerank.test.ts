import { describe, expect, it } from "vitest";
import { candidateOf } from "../../tests/fakes/candidates.js";
import { createOverlapReranker } from "../../tests/fakes/reranker-overlap.js";
import { RERANKED, rerank } from "./rerank.js";
import type { Evidence } from "./steps.js";

const UNDERSTOOD = { standalone: "Which ferry crosses the lake?" };

/** Texts as candidates, best first, with falling scores. */
function evidenceOf(texts: readonly string[]): Evidence {
  const candidates = texts.map((text, at) => ({ ...candidateOf(text, { id: `d${at}` }), score: 0.9 - at / 100 }));
  return { candidates, frequencies: new Map(), passages: texts.length };
}

function textsOf({ candidates }: Evidence): string[] {
  return candidates.map(({ passage }) => passage.text);
}

describe("rerank", () => {
  it("puts the reranker's order in place of the own one, and keeps the own one between equals", async () => {
    const found = evidenceOf(["A garden.", "A ward.", "The lake.", "The ferry crosses the lake."]);
    const { evidence, warnings } = await rerank(UNDERSTOOD, found, createOverlapReranker());
    expect(textsOf(evidence)).toEqual(["The ferry crosses the lake.", "The lake.", "A garden.", "A ward."]);
    expect(warnings).toEqual([]);
  });

  it("lets the score fall from place to place, and leaves what is judged with its passage", async () => {
    const found = evidenceOf(["A garden.", "The ferry."]);
    const [garden, ferry] = found.candidates;
    const { evidence } = await rerank(UNDERSTOOD, found, createOverlapReranker());
    expect(evidence.candidates).toEqual([
      { ...ferry, score: garden?.score },
      { ...garden, score: ferry?.score },
    ]);
  });

  it("asks about the question as it stands alone, with heading and text, of the first ones only", async () => {
    const found = evidenceOf(Array.from({ length: RERANKED + 1 }, (_, at) => `Text ${at}.`));
    const [first, ...others] = found.candidates;
    if (first === undefined) throw new RangeError("no candidate");
    const headed = { ...first, passage: { ...first.passage, heading: "Ferries" } };
    const last = "The ferry crosses the lake.";
    const beyond = { ...candidateOf(last), score: 0.1 };
    const reranker = createOverlapReranker();
    const all = { ...found, candidates: [headed, ...others.slice(0, -1), beyond] };
    const { evidence } = await rerank(UNDERSTOOD, all, reranker);
    expect(reranker.asked.map(({ question, texts }) => [question, texts.length, texts[0]])).toEqual([
      [UNDERSTOOD.standalone, RERANKED, "Ferries\nText 0."],
    ]);
    expect(evidence.candidates.at(-1)).toBe(beyond);
    expect(evidence.candidates).toHaveLength(RERANKED + 1);
  });

  it("does nothing without a reranker, and asks none about a single passage", async () => {
    const found = evidenceOf(["A garden.", "The ferry."]);
    expect(await rerank(UNDERSTOOD, found, null)).toEqual({ evidence: found, warnings: [] });
    const reranker = createOverlapReranker();
    const single = evidenceOf(["A garden."]);
    expect(await rerank(UNDERSTOOD, single, reranker)).toEqual({ evidence: single, warnings: [] });
    expect(reranker.asked).toEqual([]);
  });

  it("goes on in the own order with a warning when the reranker fails", async () => {
    const found = evidenceOf(["A garden.", "The ferry."]);
    const { evidence, warnings } = await rerank(UNDERSTOOD, found, createOverlapReranker({ isBroken: true }));
    expect(evidence).toBe(found);
    expect(warnings).toEqual(["reranker_unavailable"]);
  });

  it("takes no cancelled question for a failure", async () => {
    const found = evidenceOf(["A garden.", "The ferry."]);
    const reranking = rerank(UNDERSTOOD, found, createOverlapReranker(), AbortSignal.abort());
    await expect(reranking).rejects.toMatchObject({ code: "cancelled" });
  });
});
