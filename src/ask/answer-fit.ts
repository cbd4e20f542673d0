import { findRoles, type Name } from "../language/names.js";
import type { Quantity } from "../language/quantities.js";
import type { AnswerKind, SentenceView, Understood } from "./steps.js";

/** A sentence of fewer words says nothing that answers ("Everywhere.", a place before a report). */
const LEAST_WORDS = 3;

/** Date lines answer questions for dates only; headings and captions nothing. */
export function canAnswer({ kind }: Understood, { sentence, wordCount }: SentenceView): boolean {
  if (sentence.kind === "dateline") return kind === "date";
  if (sentence.kind !== "prose" && sentence.kind !== "item" && sentence.kind !== "row") return false;
  return sentence.kind === "item" || wordCount >= LEAST_WORDS;
}

type Check = (view: SentenceView, understood: Understood) => boolean;

const holdsQuantity =
  (...kinds: readonly Quantity["kind"][]): Check =>
  (view) =>
    view.quantities.some(({ kind }) => kinds.includes(kind));
const holdsDate = holdsQuantity("date", "year");
const holdsSpan = holdsQuantity("date", "year", "duration");

/** "Since when" may be answered by "for 20 years". */
const SINCE = /\b(seit|since)\b/i;

/** What a sentence must hold to answer a kind of question. */
const CHECKS: Partial<Record<AnswerKind, Check>> = {
  person: (view, understood) => view.names.some((name) => isAnswer(name, view, understood)),
  role: ({ roles }) => roles.length > 0,
  place: ({ names }) => names.some(({ kind }) => kind === "place" || kind === "organisation"),
  date: (view, understood) => (SINCE.test(understood.standalone) ? holdsSpan : holdsDate)(view, understood),
  duration: holdsQuantity("duration"),
  number: holdsQuantity("number", "percent", "amount"),
  amount: holdsQuantity("amount", "percent"),
  percent: holdsQuantity("percent"),
};

/** Who holds a position is a person; who did something may be an organisation, but none that the question names. */
function isAnswer({ kind, surface }: Name, view: SentenceView, { terms }: Understood): boolean {
  const words = surface.toLowerCase().split(/[\s-]+/);
  if (words.every((word) => terms.some((term) => term.surface.toLowerCase() === word))) return false;
  if (kind === "person") return true;
  if (!terms.some((term) => term.role)) return kind === "organisation" || kind === "abbreviation" || kind === "other";
  return kind === "other" && words.length >= 2 && words.length <= 3 && findRoles(view.text).length > 0;
}

/** 1: the sentence holds what the kind of question asks for; 0: that cannot be checked; -1: it does not. */
export function fits(understood: Understood, view: SentenceView, introducesList = false): number {
  if (understood.kind === "list") return introducesList ? 1 : 0;
  const check = CHECKS[understood.kind];
  return check === undefined ? 0 : check(view, understood) ? 1 : -1;
}
