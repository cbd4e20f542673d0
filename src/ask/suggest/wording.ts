import type { Language } from "../../contracts/document.js";

/**
 * How follow-up questions are worded. Names come as the documents write them, so every form here does without
 * inflecting them: in German they stand in the nominative, or without an article after "von".
 */

/** The figures of an organisation that can be asked for by name, whatever the language of the document. */
export type Attribute = "employees" | "revenue" | "countries" | "beds";

/** The time that a figure belongs to. */
export interface Period {
  readonly year: string;
  readonly isFiscal: boolean;
}

interface Wording {
  overview(parties: string): string;
  plan(parties: string): string;
  announced(parties: string): string;
  since(parties: string): string;
  /** `position`: "the CEO of X", as the document has it. */
  holder(position: string): string;
  role(person: string): string;
  statement(person: string, isOnCollaboration: boolean): string;
  definition(thing: string): string;
  abbreviation(letters: string): string;
  figure(attribute: Attribute, organisation: string, period: Period | null): string;
  /** `verb`: as the document has it, "has" or "comprises". */
  count(things: string, verb: string, organisation: string): string;
  readonly and: string;
}

const GERMAN: Wording = {
  overview: (parties) => `Worum geht es in der Zusammenarbeit von ${parties}?`,
  plan: (parties) => `Was planen ${parties}?`,
  announced: (parties) => `Wann wurde die Zusammenarbeit von ${parties} bekannt gegeben?`,
  since: (parties) => `Seit wann arbeiten ${parties} zusammen?`,
  holder: (position) => `Wer ist ${position}?`,
  role: (person) => `Wer ist ${person}?`,
  statement: (person, isOnCollaboration) => `Was sagt ${person}${isOnCollaboration ? " über die Zusammenarbeit" : ""}?`,
  definition: (thing) => `Was ist ${thing}?`,
  abbreviation: (letters) => `Wofür steht die Abkürzung ${letters}?`,
  figure(attribute, organisation, period) {
    const when = period === null ? "" : ` im ${period.isFiscal ? "Geschäftsjahr" : "Jahr"} ${period.year}`;
    const isPast = period !== null;
    if (attribute === "employees") return `Wie viele Menschen beschäftigt${isPast ? "e" : ""} ${organisation}${when}?`;
    if (attribute === "revenue") return `Welchen Umsatz erzielt${isPast ? "e" : ""} ${organisation}${when}?`;
    if (attribute === "countries") return `In wie vielen Ländern ist ${organisation} aktiv?`;
    return `Wie viele Betten hat ${organisation}?`;
  },
  count: (things, verb, organisation) => `Wie viele ${things} ${verb} ${organisation}?`,
  and: "und",
};

const ENGLISH: Wording = {
  overview: (parties) => `What is the collaboration between ${parties} about?`,
  plan: (parties) => `What do ${parties} plan to do?`,
  announced: (parties) => `When was the collaboration between ${parties} announced?`,
  since: (parties) => `Since when have ${parties} worked together?`,
  holder: (position) => `Who is ${position}?`,
  role: (person) => `Who is ${person}?`,
  statement: (person, isOnCollaboration) =>
    `What does ${person} say${isOnCollaboration ? " about the collaboration" : ""}?`,
  definition: (thing) => `What is ${thing}?`,
  abbreviation: (letters) => `What does the abbreviation ${letters} stand for?`,
  figure(attribute, organisation, period) {
    const when = period === null ? "" : ` in ${period.isFiscal ? "fiscal year " : ""}${period.year}`;
    const does = period === null ? "does" : "did";
    if (attribute === "employees") return `How many people ${does} ${organisation} employ${when}?`;
    if (attribute === "revenue") return `How much revenue ${does} ${organisation} generate${when}?`;
    if (attribute === "countries") return `In how many countries is ${organisation} active?`;
    return `How many beds does ${organisation} have?`;
  },
  count: (things, verb, organisation) =>
    `How many ${things} does ${organisation} ${verb === "has" ? "have" : verb.replace(/s$/, "")}?`,
  and: "and",
};

export const WORDING: Readonly<Record<Language, Wording>> = { de: GERMAN, en: ENGLISH };
