import type { Answer, Citation } from "../../src/contracts/answer.js";
import type { Case, Fact } from "./case.js";
import { holdsForbidden, statesFact } from "./states-fact.js";

interface Closest extends Pick<Citation, "title"> {
  readonly heading?: string | null;
}

/** The part of an answer that is graded. */
interface Graded extends Pick<Answer, "status" | "answer"> {
  readonly citations: readonly Pick<Citation, "documentId" | "title" | "quote">[];
  readonly abstention: { readonly closest: readonly Closest[] } | null;
}

export interface Grade {
  readonly right: boolean;
  /** What is wrong, a sentence each; empty when right. */
  readonly faults: readonly string[];
}

export interface GradeOptions {
  /** The id that a document of the corpus has in the library asked. */
  readonly idOf: (document: string) => string;
}

/**
 * Grades an answer to a case. An answerable one is right when the answer states every fact, cites the evidence and says
 * nothing forbidden; an unanswerable one when nothing is answered and nothing forbidden is said, or, where the case wants
 * its premise corrected, when the answer cites. Evidence is cited when a quotation from its document holds it or lies
 * within it; where the library knows the document by another id, and so by other words, a quotation from it is enough.
 * Where documents disagree, evidence of each of them must be cited.
 * The title of a source states nothing by itself, nor does the heading under which a refusal found what is closest.
 */
export function gradeAnswer(testCase: Case, answer: Graded, options: GradeOptions): Grade {
  const text = withoutTitles(answer);
  const faults = [
    ...(testCase.answerable ? faultsOfAnswer(testCase, answer, text, options) : faultsOfAbstention(testCase, answer)),
    ...testCase.never
      .filter((forbidden) => holdsForbidden(text, forbidden))
      .map((forbidden) => `says what it may never say: ${forbidden}`),
  ];
  return { right: faults.length === 0, faults };
}

function faultsOfAnswer(
  { facts, evidence, disagrees }: Extract<Case, { answerable: true }>,
  { status, citations }: Graded,
  text: string,
  { idOf }: GradeOptions,
): string[] {
  if (status === "abstained") return ["abstains although a document answers the question"];
  const missing = facts.filter((fact) => !statesFact(fact, text)).map((fact) => `does not state ${described(fact)}`);
  const isCited = (document: string) => {
    const id = idOf(document);
    const quotes = citations.filter((it) => it.documentId === id).map((it) => it.quote);
    const pieces = evidence.filter((it) => it.document === document);
    return quotes.some((quote) => id !== document || pieces.some(({ contains }) => overlaps(quote, contains)));
  };
  const documents = [...new Set(evidence.map((it) => it.document))];
  const uncited = documents.filter((document) => !isCited(document));
  if (uncited.length === 0 || (!disagrees && uncited.length < documents.length)) return missing;
  return [...missing, `does not cite the evidence in ${uncited.join(disagrees ? " and " : " or ")}`];
}

function faultsOfAbstention(
  { corrects }: Extract<Case, { answerable: false }>,
  { status, citations }: Graded,
): string[] {
  if (status === "abstained") return [];
  if (!corrects) return ["answers although no document does"];
  return citations.length > 0 ? [] : ["corrects without a citation"];
}

/** Naming a source, an answer about anything would hold the names and the subject of its title; unless it is quoted. */
export function withoutTitles({ answer, citations, abstention }: Graded): string {
  const titles = [...citations, ...(abstention?.closest ?? [])].flatMap(({ title }) => (title === null ? [] : [title]));
  const named = titles.filter((title) => !citations.some(({ quote }) => quote.includes(title)));
  const headings = (abstention?.closest ?? []).flatMap(({ heading }) => heading ?? []);
  const places = headings.flatMap((heading) => [`“${heading}”`, `„${heading}“`]);
  return [...named, ...places].reduce((text, place) => text.replaceAll(place, " "), answer);
}

/** Evidence is a piece of a sentence or a sentence, and quotations are sentences or pieces: one holds the other. */
export function overlaps(quote: string, evidence: string): boolean {
  const [a, b] = [quote, evidence].map((text) => text.normalize("NFC").replace(/\s+/g, " ").trim());
  return a !== undefined && b !== undefined && a !== "" && (a.includes(b) || b.includes(a));
}

/** As in "the date 2026-02-09". */
export function described(fact: Fact): string {
  const value = Array.isArray(fact.value) ? fact.value.join(" or ") : fact.value;
  return `the ${fact.kind} ${value}${fact.kind === "amount" ? ` ${fact.unit}` : ""}`;
}
