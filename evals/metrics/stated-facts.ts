import type { Fact } from "../cases/case.js";
import { withoutTitles } from "../cases/grade-answer.js";
import { statesFact } from "../cases/states-fact.js";
import { isAnswered, type Trial } from "../trial.js";

/** The facts of a case that the answer states; a refusal states none, whatever it says is closest. */
export function statedFacts(facts: readonly Fact[], trial: Pick<Trial, "answer">): Fact[] {
  if (!isAnswered(trial)) return [];
  const text = withoutTitles(trial.answer);
  return facts.filter((fact) => statesFact(fact, text));
}

/** Facts that a text can hold; a verdict is the answer's own, and stands in no document. */
export function quotableFacts(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ kind }) => kind !== "verdict");
}
