import type { Term, Understood } from "../steps.js";

/** One side of a comparison. */
export interface Side {
  /** As the question says it: "Northwestern Medicine". */
  readonly name: string;
  /** What tells it from the other one. */
  readonly terms: readonly Term[];
  /** What tells the other one. */
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

export function readSides({ compared, terms, standalone }: Understood): Sides {
  const telling = compared.map((side) => side.filter(isTelling));
  const sides = telling.map((own, at): Side => {
    const shown = own.length > 0 ? own : (compared[at] ?? []);
    return { name: nameOf(shown, standalone), terms: shown, others: telling.filter((it) => it !== own).flat() };
  });
  const used = sides.flatMap((side) => side.terms);
  const detail = terms.filter(
    (term) => !used.includes(term) && !COMPARING.test(term.surface) && !isShared(term) && term.surface !== "",
  );
  return { sides, detail };
}

/** Names, years, and in capitals what the glossary does not know. */
function isTelling(term: Term): boolean {
  if (isShared(term)) return false;
  return term.kind !== "word" || (term.concepts.length === 0 && /^\p{Lu}/u.test(term.surface));
}

function isShared({ concepts }: Term): boolean {
  return concepts.some((concept) => SHARED.has(concept));
}

function nameOf(terms: readonly Term[], question: string): string {
  const [start, end] = [Math.min(...terms.map((it) => it.start)), Math.max(...terms.map((it) => it.end))];
  return start < 0 ? terms.map(({ surface }) => surface).join(" ") : question.slice(start, end);
}
