import { fold } from "../../src/language/fold.js";
import { isStopWord } from "../../src/language/stop-words.js";
import type { Case } from "../cases/case.js";

const MOST_WORDS = 4;

/** An id that no case has yet: the opening that most ids of the slice share, and the first telling words of the question. */
export function proposeId(testCase: Pick<Case, "slice" | "question" | "language">, cases: readonly Case[]): string {
  const { slice, question, language } = testCase;
  const opening = openingOf(slice, cases);
  const words = fold(question)
    .normalize("NFD")
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && word !== opening && !isStopWord(word, language));
  const stem = [opening, ...words.slice(0, MOST_WORDS)].join("-");
  const taken = new Set(cases.map(({ id }) => id));
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** As in `nw` for `nw-announced`; the first word of the name of a slice that has no case yet. */
function openingOf(slice: string, cases: readonly Case[]): string {
  const counts = new Map<string, number>();
  for (const { id } of cases.filter((it) => it.slice === slice)) {
    const [opening = id] = id.split("-");
    counts.set(opening, (counts.get(opening) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? slice.replace(/-.*/, "");
}
