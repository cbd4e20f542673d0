import { contextOf } from "../sentence-views.js";
import type { Evidence, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";

/** One side of a comparison. */
export interface Side {
  /** As the question says it: "Northwestern Medicine". */
  readonly name: string;
  /** What tells it from the other one. */
  readonly terms: readonly Term[];
  /** What tells the other ones. */
  readonly others: readonly Term[];
}

export interface Sides {
  /** Empty when the question does not tell them apart. */
  readonly sides: readonly Side[];
  /** What is compared of them: "employees"; empty when all that they are is. */
  readonly detail: readonly Term[];
}

const COMPARING =
  /^(?:unterschei|unterschied|vergleich|verglich|gemein|verschieden|differ|compar|contrast|similar|common|distinguish|alike|parallel)/iu;
/** "The partnership with A and the one with B": both are one, so it tells nothing. */
const SHARED: ReadonlySet<string> = new Set([
  "collaboration",
  "partnership",
  "partner",
  "project",
  "contract",
  "agreement",
]);

/** The sides as they were understood; where these do not tell two things apart, the names that not all documents share. */
export function readSides(understood: Understood, evidence: Evidence): Sides {
  const { compared, terms, standalone } = understood;
  const runs = runsOf(terms, standalone);
  const common = runs.filter((run) => isAboveAll(run, runs, evidence)).flat();
  const read = compared.map((side) => side.filter((term) => isTelling(term) && !common.includes(term)));
  const own = runs.filter((run) => !run.some((term) => common.includes(term)));
  const telling = read.length > 1 && read.every((side) => side.length > 0) ? read : own;
  if (telling.length < 2) return { sides: [], detail: [] };
  const sides = telling.map((own): Side => {
    const others = telling.filter((it) => it !== own).flat();
    return { name: nameOf(own, standalone), terms: own, others };
  });
  // A name that runs over both sides was not told apart.
  if (sides.some(({ name }) => /\s(?:mit|with|von|from|to|gegenüber)\s/iu.test(name))) return { sides: [], detail: [] };
  const used = [...telling.flat(), ...common];
  const detail = terms.filter(
    (term) => !used.includes(term) && !COMPARING.test(term.surface) && !isShared(term) && term.surface !== "",
  );
  return { sides, detail };
}

/** Names, years, and in capitals what the glossary does not know. */
function isTelling(term: Term): boolean {
  if (isShared(term) || term.surface === "" || COMPARING.test(term.surface)) return false;
  return term.kind !== "word" || (term.concepts.length === 0 && /^\p{Lu}/u.test(term.surface));
}

function isShared({ concepts }: Term): boolean {
  return concepts.some((concept) => SHARED.has(concept));
}

/** Whether a name stands above every document that was found for any of them: a partner of all tells none. */
function isAboveAll(run: readonly Term[], runs: readonly (readonly Term[])[], { candidates }: Evidence): boolean {
  const isAbove = (names: readonly Term[], id: string) =>
    candidates.some(
      ({ passage, document }) =>
        document.id === id && names.every((term) => holds(contextOf(passage, document), term) > 0),
    );
  const documents = [...new Set(candidates.map(({ document }) => document.id))];
  const relevant = documents.filter((id) => runs.some((names) => isAbove(names, id)));
  return (
    relevant.length > 1 && run.every(({ quantity }) => quantity === null) && relevant.every((id) => isAbove(run, id))
  );
}

/** What tells something, in the runs in which the question has it: "Northwestern Medicine". */
function runsOf(terms: readonly Term[], question: string): Term[][] {
  const telling = terms.filter((term) => term.start > 0 && isTelling(term)).sort((a, b) => a.start - b.start);
  const runs: Term[][] = [];
  for (const term of telling) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && /^[\s-]*$/u.test(question.slice(last.end, term.start))) runs.at(-1)?.push(term);
    else runs.push([term]);
  }
  return runs;
}

function nameOf(terms: readonly Term[], question: string): string {
  const [start, end] = [Math.min(...terms.map((it) => it.start)), Math.max(...terms.map((it) => it.end))];
  return start < 0 ? terms.map(({ surface }) => surface).join(" ") : question.slice(start, end);
}
