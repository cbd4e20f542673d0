import type { DraftSentence } from "../draft.js";
import type { Asked } from "./asked.js";
import { factOf } from "./fact.js";
import { ownSentence } from "./parts.js";
import { positionsOf } from "./positions.js";
import { quoteAll } from "./quoting.js";

/** A date, a figure, a person, a position, a place: the bare fact, and the sentence that carries it. */
export function answerCheckable({ understood, findings }: Asked): DraftSentence[] {
  const { kind, language } = understood;
  const [first] = findings;
  const stated = factOf(understood, first);
  const facts = stated === null ? [] : [ownSentence(stated, first)];
  const more = kind === "role" ? findings.slice(1).find((it) => isFurtherPosition(it, first)) : undefined;
  return [...facts, ...quoteAll(more === undefined ? [first] : [first, more], { language })];
}

type Found = Asked["findings"][number];

/** Another position of the same person, who may hold several. */
function isFurtherPosition(finding: Found, first: Found): boolean {
  const held = positionsOf(first.view);
  return positionsOf(finding.view).some(
    ({ person, title }) =>
      held.some((it) => it.person.surface === person.surface) && held.every((it) => it.title !== title),
  );
}
