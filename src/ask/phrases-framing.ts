import type { Document, Language } from "../contracts/document.js";
import { formatDate } from "./phrases-figures.js";

/** What Konsil says around its quotations, German and English. */

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = { de: ["„", "“"], en: ["“", "”"] };

/** The quotation marks of a language, opening and closing. */
export function quotationMarks(language: Language): readonly [open: string, close: string] {
  return QUOTES[language];
}

function quoted(text: string, language: Language): string {
  const [open, close] = QUOTES[language];
  return `${open}${text}${close}`;
}

/** Whether to say of which date a document is. */
type Dated = { readonly dated: boolean };

/** Before a quotation in another language than the answer's: "Im Dokument „…“ heißt es: ". */
export function introduction(document: Document, language: Language, dated: Dated): string {
  const named = documentNamed(document, language, dated);
  return language === "de" ? `Im Dokument${named} heißt es: ` : `The document${named} says: `;
}

/** The same for what somebody says in it: "Im Dokument „…“ sagt Vera Ott: ". */
export function speechIntroduction(document: Document, speaker: string, language: Language, dated: Dated): string {
  const named = documentNamed(document, language, dated);
  return language === "de" ? `Im Dokument${named} sagt ${speaker}: ` : `In the document${named} ${speaker} says: `;
}

function documentNamed({ title, publishedAt }: Document, language: Language, { dated }: Dated): string {
  const named = title === null ? "" : ` ${quoted(title, language)}`;
  if (!dated || publishedAt === null) return named;
  return `${named} ${language === "de" ? "vom" : "of"} ${formatDate(publishedAt, language)}`;
}

/** Before a quotation that tells how things stood: "Stand 9. Februar 2026: "; empty when the document has no date. */
export function asOfOpening({ publishedAt }: Document, language: Language): string {
  if (publishedAt === null) return "";
  return `${language === "de" ? "Stand" : "As of"} ${formatDate(publishedAt, language)}: `;
}

/** Behind a fact: " (Stand: 9. Februar 2026)"; empty when the document has no date. */
export function asOfRemark({ publishedAt }: Document, language: Language): string {
  if (publishedAt === null) return "";
  return ` (${language === "de" ? "Stand:" : "as of"} ${formatDate(publishedAt, language)})`;
}

/** Behind a fact that lies ahead. */
export const PLANNED_REMARK: Readonly<Record<Language, string>> = { de: " (geplant)", en: " (planned)" };

export type Verdict = "yes" | "no" | "planned";

/** How an answer to a yes-or-no question opens, without the full stop. */
export const VERDICTS: Readonly<Record<Verdict, Readonly<Record<Language, string>>>> = {
  yes: { de: "Ja", en: "Yes" },
  no: { de: "Nein", en: "No" },
  planned: { de: "Geplant", en: "That is planned" },
};

/** Opens the correction of what a question takes for granted. */
export const CORRECTION: Readonly<Record<Language, string>> = {
  de: "Die Dokumente sagen etwas anderes.",
  en: "The documents say otherwise.",
};

/** Opens an answer of documents that contradict each other. */
export const DISAGREEMENT: Readonly<Record<Language, string>> = {
  de: "Die Dokumente machen unterschiedliche Angaben. ",
  en: "The documents differ. ",
};

/** Opens the line about one side of a comparison, named as the question names it. */
export function sideOpening(side: string, language: Language): string {
  return language === "de" ? `Zu ${quoted(side, language)}: ` : `On ${quoted(side, language)}: `;
}

/** A side of a comparison about which nothing was found. */
export function sideWithout(side: string, language: Language): string {
  const named = quoted(side, language);
  if (language === "de") return `Zu ${named} steht dazu nichts in den Dokumenten.`;
  return `The documents say nothing about this for ${named}.`;
}

/** One of several questions that nothing answers. */
export function questionWithout(question: string, language: Language): string {
  const named = quoted(question, language);
  if (language === "de") return `Auf die Frage ${named} geben die Dokumente keine Antwort.`;
  return `The documents do not answer the question ${named}.`;
}
