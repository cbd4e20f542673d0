import type { Document, Language } from "../../contracts/document.js";
import { readCollaboration } from "./collaboration.js";
import { readDefinitions } from "./definitions.js";
import { readNames } from "./document-names.js";
import { readFigures } from "./figures.js";
import { readPeople } from "./people.js";
import type { Candidate, CandidateKind } from "./reading.js";
import type { Source } from "./source.js";

/** Which kinds come first where nothing else decides. */
const ORDER: readonly CandidateKind[] = [
  "overview",
  "plan",
  "role",
  "figure",
  "statement",
  "definition",
  "announced",
  "since",
  "abbreviation",
];
const MOST_OF_A_KIND = 4;

/** The questions in a language that the sentences of a document suggest, each once, the most telling kinds first. */
export function candidatesOf(document: Document, sources: readonly Source[], language: Language): Candidate[] {
  const names = readNames(document, sources);
  const read = [readCollaboration, readPeople, readFigures, readDefinitions];
  const found = joined(read.flatMap((reader) => reader({ document, sources, names, language })));
  return ORDER.flatMap((kind) => found.filter((it) => it.kind === kind).slice(0, MOST_OF_A_KIND));
}

/** Sentences that suggest the same question are all sources of it. */
function joined(candidates: readonly Candidate[]): Candidate[] {
  const byQuestion = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = byQuestion.get(candidate.question);
    const sources = [...(known?.sources ?? []), ...candidate.sources];
    byQuestion.set(candidate.question, { ...(known ?? candidate), sources });
  }
  return [...byQuestion.values()];
}
