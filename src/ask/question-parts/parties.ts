import type { Span } from "../../contracts/passage.js";
import { findNames } from "../../language/names.js";
import type { QuestionPart, Term, Understood } from "../steps.js";
import { isAboutCollaboration, isNameLike } from "../term-match.js";
import { attributeKind } from "../understand/keywords.js";
import { asksForDetail, kindOfPart, tidied } from "./part.js";

const AND =
  /\s+(?:und|and|sowie|as well as|&)\s+(?:(?:von|der|des|dem|of|the|bei|beim|at|in|im|am|vom|to|for|für)\s+){0,2}/giu;
/** What each of several parties has for itself. */
const OF_EACH: ReadonlySet<string> = new Set(
  "revenue profit loss employee bed headquarters address found_organisation debt".split(" "),
);
/** What is asked of each of several parties. */
const DETAILS: ReadonlySet<string> = new Set(["number", "amount", "percent", "place", "date", "person"]);

/** Two of whom one thing is asked: "die Positionen von X und Y", "Wie viele Mitarbeiter haben X und Y?" */
export function partiesOf(understood: Understood): QuestionPart[] {
  const { standalone: text, language, terms } = understood;
  const names = findNames(text, language);
  for (const match of text.matchAll(AND)) {
    const one = runBefore(match.index, text, terms);
    const other = runAfter(match.index + match[0].length, text, terms);
    if (one === null || other === null) continue;
    if (names.some(({ start, end }) => start < match.index && end > match.index + match[0].length)) continue;
    const parts = [one, other].map(({ start, end }): QuestionPart => {
      const label = text.slice(start, end);
      return { question: tidied(text.slice(0, one.start) + label + text.slice(other.end)), asked: label, label };
    });
    const kinds = parts.map(({ question }) => kindOfPart(question, language));
    const kindsOfNames = [one, other].map(
      (run) => names.find(({ start, end }) => start < run.end && end > run.start)?.kind,
    );
    const arePersons =
      kindsOfNames.every((kind) => kind === "person" || kind === "other") && !isAboutCollaboration(understood);
    const isOfPersons =
      arePersons &&
      (kinds.every((kind) => kind === "role") ||
        (kinds.every((kind) => kind === "statement") && kindsOfNames.includes("person")));
    if (isOfPersons || (kinds.every((kind) => DETAILS.has(kind)) && isOfEach(understood, one))) return parts;
  }
  return [];
}

/** A figure that a party has for itself is asked for, and not one of what they do together. */
function isOfEach(understood: Understood, { start }: Span): boolean {
  const { terms, standalone } = understood;
  if (isAboutCollaboration(understood)) return false;
  const isHeld = ({ role, end }: Term) => role && end <= start && ONLY_LINKS.test(standalone.slice(end, start));
  return terms.some((term) => isHeld(term) || term.concepts.some((it) => OF_EACH.has(it) || it === "work"));
}

/** Between a position and who has it. */
const ONLY_LINKS = /^\s+(?:(?:von|der|des|vom|of|the|at|bei)\s+)*$/iu;

/** The words that make a name, right in front of a place. */
function runBefore(end: number, text: string, terms: readonly Term[]): Span | null {
  let start = end;
  for (const term of namesIn(terms).reverse()) {
    if (term.end > start) continue;
    if (text.slice(term.end, start).trim() !== "") break;
    start = term.start;
  }
  return start === end ? null : { start, end };
}

/** And right behind one. */
function runAfter(start: number, text: string, terms: readonly Term[]): Span | null {
  let end = start;
  for (const term of namesIn(terms)) {
    if (term.start < start) continue;
    if (text.slice(end, term.start).trim() !== "") break;
    end = term.end;
  }
  return end === start ? null : { start, end };
}

function namesIn(terms: readonly Term[]): Term[] {
  return terms.filter((term) => isNameLike(term) && term.start > 0).sort((a, b) => a.start - b.start);
}

/** "Vergleiche die Mitarbeiterzahl von X und Y": the figure of each side of a comparison. */
export function comparedParties({ compared, terms, standalone, kind, language }: Understood): QuestionPart[] {
  if (kind !== "comparison" || compared.length !== 2) return [];
  const attribute = terms.find((term) => attributeKind(term) !== null && term.concepts.some((it) => OF_EACH.has(it)));
  if (attribute === undefined) return [];
  const years = terms.filter(({ quantity }) => quantity?.kind === "year").map(({ surface }) => surface);
  const parts = compared.map((side): QuestionPart => {
    const names = side.filter((term) => isNameLike(term) && term.start >= 0 && term.start !== attribute.start);
    const label = names.length === 0 ? "" : standalone.slice(names[0]?.start, names.at(-1)?.end);
    return { question: tidied([attribute.surface, label, ...years].join(" ")), asked: label, label };
  });
  const isTold = parts.every(({ question, label }) => label !== "" && asksForDetail(question, language));
  return isTold && parts[0]?.label !== parts[1]?.label ? parts : [];
}
