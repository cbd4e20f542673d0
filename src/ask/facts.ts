import type { Language } from "../contracts/document.js";
import type { Quantity } from "../language/quantities.js";
import { formatDate, formatQuantity } from "./phrases.js";
import { wordsOf } from "./sentence-views.js";
import type { AnswerKind, Finding, SentenceView, Understood } from "./steps.js";
import { holds } from "./term-match.js";

/**
 * The bare fact that a question of a checkable kind asks for, as a sentence in the language of the answer: "Am
 * 9. Februar 2026.", "Around 72,000 (fiscal year 2024).", "Prof. Heyo K. Kroemer." Null when the sentence does not
 * hold exactly one thing that can be meant.
 */
export function factOf(understood: Understood, { view }: Finding): string | null {
  const { kind, language } = understood;
  if (kind === "person") return personOf(understood, view);
  if (kind === "date") return dateOf(understood, view, language);
  const quantity = quantityOf(understood, view, kind);
  if (quantity === null) return null;
  const figure = `${qualifierOf(view.text, quantity, language)}${formatQuantity(quantity, language)}`;
  return `${capitalised(figure)}${periodOf(view.text, language)}.`;
}

function personOf({ terms }: Understood, view: SentenceView): string | null {
  const asked = new Set(terms.flatMap((term) => term.surface.toLowerCase()));
  const persons = view.names.filter(
    (name) => name.kind === "person" && !name.surface.split(/\s+/).some((word) => asked.has(word.toLowerCase())),
  );
  const [person] = persons;
  if (person === undefined || persons.some((it) => it.surface !== person.surface)) return null;
  return `${[person.title, person.surface].filter((part) => part !== null).join(" ")}.`;
}

function dateOf({ terms, standalone }: Understood, view: SentenceView, language: Language): string | null {
  const dates = view.quantities.filter(
    ({ kind, normal }) => (kind === "date" && normal.length >= 7 && !normal.startsWith("--")) || kind === "year",
  );
  const asked = dates.filter(
    (date) => !terms.some((term) => term.quantity !== null && term.quantity.normal === date.normal),
  );
  const exact = asked.filter(({ kind }) => kind === "date");
  const [date, ...others] = exact.length > 0 ? exact : asked;
  if (date === undefined || others.some((other) => other.normal !== date.normal)) return null;
  return `${formatDate(date.normal, language, /\b(?:seit|since)\b/i.test(standalone) ? "since" : "at")}.`;
}

/** How far after a figure its noun is looked for, in UTF-16 code units. */
const BESIDE = 60;

const KINDS: Partial<Record<AnswerKind, readonly Quantity["kind"][]>> = {
  number: ["number"],
  amount: ["amount"],
  percent: ["percent"],
  duration: ["duration"],
};

/** The quantity of the asked kind; of several the one beside the word that is asked for. */
function quantityOf(understood: Understood, view: SentenceView, kind: AnswerKind): Quantity | null {
  const kinds = KINDS[kind];
  if (kinds === undefined) return null;
  const fitting = view.quantities.filter((quantity) => kinds.includes(quantity.kind));
  if (fitting.length <= 1) return fitting[0] ?? null;
  const { counted } = understood;
  if (counted === null) return null;
  const beside = fitting.filter((quantity) => holds(wordsOf(besideOf(view, quantity), null), counted) > 0);
  return beside.length === 1 ? (beside[0] ?? null) : null;
}

/** The words that say what a quantity counts: those after it, up to the next quantity or mark. */
function besideOf(view: SentenceView, quantity: Quantity): string {
  const next = view.quantities.find((other) => other.start >= quantity.end)?.start ?? view.text.length;
  return view.text.slice(quantity.end, Math.min(next, quantity.end + BESIDE)).split(/[,;:.()]/, 1)[0] ?? "";
}

/** How a figure is qualified, German and English alike. */
const QUALIFIERS: readonly (readonly [RegExp, Readonly<Record<Language, string>>])[] = [
  [/(mehr als|über|more than|over)\s*$/i, { de: "mehr als ", en: "more than " }],
  [/(rund|etwa|ca\.|circa|ungefähr|around|about|approximately|roughly|some)\s*$/i, { de: "rund ", en: "around " }],
  [/(bis zu|up to)\s*$/i, { de: "bis zu ", en: "up to " }],
  [/(mindestens|at least)\s*$/i, { de: "mindestens ", en: "at least " }],
  [/(fast|knapp|nahezu|nearly|almost|just under)\s*$/i, { de: "knapp ", en: "nearly " }],
];

function qualifierOf(text: string, quantity: Quantity, language: Language): string {
  const before = text.slice(Math.max(0, quantity.start - 16), quantity.start);
  return QUALIFIERS.find(([pattern]) => pattern.test(before))?.[1][language] ?? "";
}

/** A figure of a company belongs to a fiscal year, which goes with it. */
function periodOf(text: string, language: Language): string {
  const year = /\b(?:geschäftsjahre?s?|fiscal year|fy)\s*(\d{4})\b/i.exec(text)?.[1];
  return year === undefined ? "" : language === "de" ? ` (Geschäftsjahr ${year})` : ` (fiscal year ${year})`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
