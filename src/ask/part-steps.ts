import type { Candidate, Evidence, Judgement } from "./steps.js";

/*
 * What was found for the parts of a question, as one.
 */

/** Everything found for any part, each passage once, the best of each part first. */
export function joinEvidence(found: readonly Evidence[]): Evidence {
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const longest = Math.max(0, ...found.map(({ candidates }) => candidates.length));
  const inTurn = Array.from({ length: longest }, (_, at) => found.flatMap(({ candidates }) => candidates[at] ?? []));
  const candidates = new Map<string, Candidate>();
  for (const candidate of inTurn.flat()) {
    if (!candidates.has(candidate.passage.id)) candidates.set(candidate.passage.id, candidate);
  }
  return {
    candidates: [...candidates.values()],
    frequencies: new Map(found.flatMap(({ frequencies }) => [...frequencies])),
    passages: Math.max(0, ...found.map(({ passages }) => passages)),
  };
}

/**
 * The judgement of a question of several parts: answerable when any part is. Else the refusal that helps most: one that asks
 * back, then one that knows of whom the question is.
 */
export function joinJudgements(judged: readonly Judgement[]): Judgement {
  const answerable = judged.filter((it) => it.verdict === "answerable");
  if (answerable[0] !== undefined) {
    return { ...answerable[0], findings: answerable.flatMap(({ findings }) => findings) };
  }
  const refused = judged.filter((it) => it.verdict === "no");
  const reason = (["ambiguous", "no_evidence", "out_of_scope"] as const).find((it) =>
    refused.some((other) => other.reason === it),
  );
  const chosen = refused.filter((it) => it.reason === reason);
  const [first] = chosen;
  if (first === undefined) return { verdict: "no", reason: "no_evidence", missing: [], closest: [], probability: 0 };
  const probability = Math.max(...refused.map((it) => it.probability));
  return { ...first, missing: chosen.flatMap(({ missing }) => missing), probability };
}
