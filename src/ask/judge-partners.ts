import { isCommonWord } from "../language/common-words.js";
import { documentsOf, isParty, knowsWhole } from "./judge-documents.js";
import type { Evidence, Term, Understood } from "./steps.js";
import { isNameLike } from "./term-match.js";

/** Between two that are named together. */
const TOGETHER = /^\s*(?:,\s*)?(?:und|sowie|and|&|mit|with|\+)\s+(?:(?:die|der|dem|den|das|the)\s+)?$/iu;

/** A name of one or several words. */
type Run = readonly Term[];

/**
 * The documents about one of two parties that a question names together ("Charité and Siemens Healthineers"), which do not
 * know the other one, by their ids: what they say is of a collaboration with somebody else, even where no document knows
 * that name and so nothing tells that it is one. A comparison names parties that have nothing to do with each other.
 */
export function withoutPartner({ standalone, terms, kind }: Understood, evidence: Evidence): ReadonlySet<string> {
  const pairs = kind === "comparison" ? [] : namedTogether(standalone, terms);
  const strangers = documentsOf(evidence).filter((document) => {
    const isOf = (run: Run) => run.some((term) => isParty(document, term));
    const isUnknown = (run: Run) => tellingWords(run).every((term) => !knowsWhole(document, term));
    return pairs.some(([one, other]) => (isOf(one) && isUnknown(other)) || (isOf(other) && isUnknown(one)));
  });
  return new Set(strangers.map(({ id }) => id));
}

function namedTogether(text: string, terms: readonly Term[]): [Run, Run][] {
  const runs = runsOf(terms);
  return runs.flatMap((run, at): [Run, Run][] => {
    const next = runs[at + 1];
    const [end, start] = [run.at(-1)?.end ?? -1, next?.[0]?.start ?? -1];
    return next !== undefined && start > end && TOGETHER.test(text.slice(end, start)) ? [[run, next]] : [];
  });
}

/** Names as the question writes them, side by side words in one; nothing that an earlier turn said. */
function runsOf(terms: readonly Term[]): Run[] {
  const runs: Term[][] = [];
  for (const term of terms) {
    if (term.start < 0 || term.surface === "" || !isNameLike(term)) continue;
    const last = runs.at(-1);
    if (last?.at(-1)?.end === term.start - 1) last.push(term);
    else runs.push([term]);
  }
  return runs;
}

/** The words of a name that others do not have: "Nordtal" of "Nordtal Medicine"; all of it where each is a usual word. */
function tellingWords(run: Run): Run {
  const own = run.filter(({ surface }) => !isCommonWord(surface));
  return own.length > 0 ? own : run;
}
