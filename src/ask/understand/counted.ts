import type { AnswerKind, Term } from "../steps.js";

const PLURAL = /(?:[^s]s|people|men|women|children|staff)$/iu;
const MONEY: ReadonlySet<string> = new Set(
  "revenue profit loss budget investment funding financing cost price salary debt".split(" "),
);

/**
 * What a question for a figure wants counted or measured: the first noun behind the words that ask. `from` is where
 * these end.
 */
export function countedIn(text: string, kind: AnswerKind, terms: readonly Term[], from: number): Term | null {
  const behind = terms.filter((term) => term.kind === "word" && term.start >= from);
  const [first] = behind;
  if (first === undefined) return null;
  if (kind === "amount") return behind.find(({ concepts }) => concepts.some((it) => MONEY.has(it))) ?? first;
  const run = runOf(text, behind);
  if (/\p{Lu}/u.test(text.slice(1))) {
    const noun = run.find(({ surface }) => /^\p{Lu}/u.test(surface));
    if (noun !== undefined) return noun;
  }
  return run.findLast(({ surface }) => PLURAL.test(surface)) ?? first;
}

/** What kind of thing a list is to be of: the noun behind the words that ask, which end at `from`. */
export function listedIn(text: string, terms: readonly Term[], from: number): Term | null {
  const run = runOf(
    text,
    terms.filter((term) => term.kind === "word" && term.start >= from),
  );
  const last = run.at(-1);
  // "Which MRI model does": the last one is the noun.
  if (last !== undefined && AUXILIARY.test(text.slice(last.end))) return last;
  return run.find(({ surface }) => /^\p{Lu}/u.test(surface)) ?? run[0] ?? null;
}

const AUXILIARY = /^\s+(?:do|does|did|is|are|was|were|has|have|had|will|can|could|should)(?!\p{L})/iu;

/** The first term and those that follow it with nothing but a space between. */
function runOf(text: string, terms: readonly Term[]): Term[] {
  const run = terms.slice(0, 1);
  for (const term of terms.slice(1)) {
    if (text.slice(run.at(-1)?.end ?? 0, term.start) !== " ") break;
    run.push(term);
  }
  return run;
}

/** Words that leave a figure whole, and those that say of whom or when it is. */
const GENERAL: ReadonlySet<string> = new Set(
  "employee person work number year fiscal_year international total all present_time group sum value quantity company hospital university_hospital university institute organisation whole already approximately recently last known first exact"
    .split(" ")
    .concat([...MONEY]),
);
/** "Im Rahmen des Vertrags" */
const LOOSE = /^(?:rahmen|zuge?|laufe?|folge|regel|age|alter|insgesamt|genau|exactly|course)$/iu;
/** Before what a figure is a part of: "in Berlin", "mit Bildgebung", "from imaging". */
const PART_OF =
  /(?<!\p{L})(?:in|im|aus|mit|für|unter|innerhalb|durch|auf|within|from|among|for|with|inside|under)(?:\s+(?:der|die|das|dem|den|des|the|großraum|bereich|bereiche|feld|sektor|field|area|sector|segment)(?:\s+(?:der|des|of))?)*\s+(?:\p{Ll}+\s+)?$/iu;
/** "Wie viele der", "how many of the": what follows says which of them. */
const PARTITIVE =
  /(?<!\p{L})(?:wie ?viele?[nr]?|how (?:many|much)|welcher (?:teil|anteil)|anzahl)\s+(?:der|des|von|davon|ihrer|seiner|dieser|of)(?!\p{L})|(?<!\p{L})(?:davon|darunter|of (?:them|these|those|which|whom))(?!\p{L})/iu;

/** The terms that say of which place, group or part the figure has to be. */
export function restrictionsIn(text: string, terms: readonly Term[], counted: Term): Term[] {
  const isPartitive = PARTITIVE.test(text);
  return terms.filter((term) => {
    if (term === counted || term.kind === "quantity" || term.start < 0) return false;
    if (term.concepts.some((concept) => GENERAL.has(concept)) || LOOSE.test(term.surface)) return false;
    if (term.kind === "word" && term.start < counted.start && isModifier(text, term, counted)) return true;
    if (isPartitive && term.kind === "word" && term.start > counted.end) return true;
    return PART_OF.test(text.slice(0, term.start));
  });
}

/** "Imaging" in "imaging revenue", "weibliche" in "weibliche Beschäftigte". */
function isModifier(text: string, { end }: Term, counted: Term): boolean {
  return (
    /^(?:\s+\p{L}+)?\s+$/u.test(text.slice(end, counted.start)) &&
    !/(?<!\p{L})(?:der|die|das|von|of|the)(?!\p{L})/iu.test(text.slice(end, counted.start))
  );
}
