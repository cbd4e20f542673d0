import type { Language } from "../../contracts/document.js";
import type { Quotation } from "../draft.js";

/** What parts thousands. */
const GROUPING: Readonly<Record<Language, "." | ",">> = { de: ".", en: "," };
const GROUPED = /(?<![\d.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?![\d]|[.,]\d)/g;

/**
 * A sentence with its thousands parted as its language does: models keep the "72,000" of an English source in a German answer,
 * where it would be 72. Only figures are changed that a quotation has with its thousands parted, in the way of its own language.
 */
export function inOwnNotation(text: string, language: Language, quotations: readonly Quotation[]): string {
  const own = GROUPING[language];
  const known = new Set(quotations.flatMap(groupedIn));
  return text.replace(GROUPED, (figure: string, mark: string) => {
    const groups = figure.split(mark);
    return mark !== own && known.has(groups.join(" ")) ? groups.join(own) : figure;
  });
}

/** The figures whose thousands are parted, as "72 000". */
function groupedIn({ quote, candidate: { document } }: Quotation): string[] {
  const mark = GROUPING[document.language ?? "en"];
  return [...quote.matchAll(GROUPED)].filter((it) => it[1] === mark).map(([figure]) => figure.split(mark).join(" "));
}
