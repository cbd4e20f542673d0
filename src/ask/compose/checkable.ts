import type { DraftSentence, Part } from "../draft.js";
import { positionsOf } from "../reading/positions.js";
import type { Finding, Understood } from "../steps.js";
import { holds } from "../term-match.js";
import type { Asked } from "./asked.js";
import { factOf } from "./fact.js";
import { ownSentence } from "./parts.js";
import { quoteAll } from "./quoting.js";
import { positionsOfSeveral } from "./roles.js";

/** A date, a figure, a person, a position, a place: the bare fact, and the sentence that carries it. */
export function answerCheckable(asked: Asked): DraftSentence[] {
  const { understood, findings } = asked;
  const { kind, language } = understood;
  const several = kind === "role" || kind === "person" ? positionsOfSeveral(asked) : [];
  if (several.length > 0) return quoteAll(several, { language });
  const [finding, stated] = carrierOf(findings, understood);
  const facts = stated === null ? [] : [ownSentence(stated, finding)];
  const more = kind === "role" ? findings.find((it) => isFurtherPosition(it, finding)) : undefined;
  return [...facts, ...quoteAll(more === undefined ? [finding] : [finding, more], { language })];
}

type Carrier = readonly [finding: Finding, stated: readonly Part[] | null];

/**
 * The best sentence; or one in the asker's language that states the same fact, or one that states a fact where the best one
 * does not: both have to say all that the question does.
 */
function carrierOf(findings: Asked["findings"], understood: Understood): Carrier {
  const [first, ...others] = findings;
  const stated = factOf(understood, first);
  const isOwn = (it: Finding) => it.candidate.document.language === understood.language;
  if (stated !== null && isOwn(first)) return [first, stated];
  const said = stated === null ? null : textOf(stated);
  const full = others.filter((it) => saysAll(it, understood) && (said === null || isOwn(it)));
  for (const other of [...full.filter(isOwn), ...full.filter((it) => !isOwn(it))]) {
    const fact = factOf(understood, other);
    if (fact !== null && (said === null || textOf(fact) === said)) return [other, fact];
  }
  return [first, stated];
}

function saysAll({ view }: Finding, { terms }: Understood): boolean {
  return terms.every((term) => holds(view, term) > 0);
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join("");
}

/** Another position of the same person, who may hold several. */
function isFurtherPosition(finding: Finding, first: Finding): boolean {
  const held = positionsOf(first.view);
  return positionsOf(finding.view).some(
    ({ person, title }) =>
      held.some((it) => it.person.surface === person.surface) && held.every((it) => it.title !== title),
  );
}
