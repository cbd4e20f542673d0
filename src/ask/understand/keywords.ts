import type { Language } from "../../contracts/document.js";
import { findNames } from "../../language/names.js";
import { opensWithVerb } from "../../language/opening-verb.js";
import { AUXILIARY } from "../follow-up/marks.js";
import type { AnswerKind, Term } from "../steps.js";

/** More words are a sentence. */
const MOST_WORDS = 8;
const ASKING =
  /(?<!\p{L})(?:we[rmn]|wessen|was|wann|wo|wie|warum|weshalb|wieso|welche[rsmn]?|who|whom|whose|what|when|where|why|how|which)(?!\p{L})/iu;
/** Imperatives make a sentence, too. */
const IMPERATIVE = /^(?:bitte |please )?(?:erzähl|sag|nenn|zeig|gib|erklär|tell|give|show|explain|say)/iu;

/** What an attribute that stands without a question word asks for, by the concept of its word. */
const ATTRIBUTES: readonly (readonly [AnswerKind, ReadonlySet<string>])[] = [
  ["amount", new Set("revenue profit loss budget investment funding financing cost price salary debt".split(" "))],
  ["percent", new Set(["percent"])],
  ["date", new Set(["found_organisation", "date"])],
  ["place", new Set(["site", "headquarters", "address"])],
  ["duration", new Set(["duration"])],
  ["list", new Set(["goal", "focus", "topic"])],
];
const COUNTED: ReadonlySet<string> = new Set(["employee", "bed"]);
/** "Patientenzahl", "Anzahl": counts whatever stands before or behind. */
const COUNTING = /(?:zahl|zahlen|anzahl|number|headcount|count)$/iu;
const DATING = /(?:jahr|datum|year|date)$/iu;

const DEFINING = /^(?:definition|bedeutung|begriff|erklärung|meaning|explanation)$/iu;

export interface Keywords {
  readonly kind: AnswerKind;
  /** The word that is asked for; null where it is a position. */
  readonly asked: Term | null;
}

/** Whether a text has no verb: words as one types them into a search field. */
export function isKeywords(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*/gu) ?? [];
  if (words.length > MOST_WORDS || ASKING.test(text) || AUXILIARY.test(text)) return false;
  return !IMPERATIVE.test(text) && !opensWithVerb(text);
}

/** What keywords ask for: "Mitarbeiterzahl Nordtal" for a number, "CEO Nordtal" for a person. Null for a mere topic. */
export function readKeywords(text: string, language: Language, terms: readonly Term[]): Keywords | null {
  if (terms.length < 2) return null;
  const isNamed = findNames(text, language).some(({ kind }) => kind === "person");
  if (terms.some((term) => term.role) && !isNamed) return { kind: "person", asked: null };
  const meaning = terms.find(({ surface }) => DEFINING.test(surface));
  if (meaning !== undefined) return { kind: "definition", asked: meaning };
  for (const term of terms) {
    if (term.kind === "quantity") continue;
    const kind = attributeKind(term);
    if (kind !== null) return { kind, asked: term };
  }
  return null;
}

/** What a word asks for that stands without a question word: "Umsatz" for an amount; null for no attribute. */
export function attributeKind({ concepts, surface }: Term): AnswerKind | null {
  if (COUNTING.test(surface) || concepts.some((concept) => COUNTED.has(concept))) return "number";
  const found = ATTRIBUTES.find(([, asked]) => concepts.some((concept) => asked.has(concept)));
  if (found?.[0] === "date" && !DATING.test(surface)) return null;
  return found?.[0] ?? null;
}
