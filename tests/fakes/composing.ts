import { composeExtract } from "../../src/ask/compose-extract.js";
import type { Grounded } from "../../src/ask/draft.js";
import { ground } from "../../src/ask/ground.js";
import { renderPieces } from "../../src/ask/render.js";
import { viewsOf } from "../../src/ask/sentence-views.js";
import type { Candidate, Finding, Judgement, Understood } from "../../src/ask/steps.js";
import { understand } from "../../src/ask/understand.js";
import type { Document } from "../../src/contracts/document.js";
import type { Section } from "../../src/contracts/passage.js";
import { candidateOf } from "./candidates.js";

export interface Source extends Partial<Document> {
  /** One passage. */
  readonly text: string;
  readonly section?: Section;
  /** Which sentences are found to answer, best first; by default the first one. */
  readonly found?: readonly number[];
}

export interface Composed extends Pick<Grounded, "status" | "warnings" | "citations"> {
  readonly answer: string;
}

/** The answer to a question that is composed and grounded from texts, whose sentences answer as their sources say. */
export function composed(
  question: string,
  sources: readonly Source[],
  given: Partial<Understood> & { readonly manner?: "corrects" | "disagrees" } = {},
): Composed {
  const { manner = "answers", ...rest } = given;
  const understood = { ...understand({ question }), ...rest };
  const read = sources.map(readSource);
  const findings = read.flatMap(({ findings: of }) => of);
  const judgement: Judgement = { verdict: "answerable", findings, manner };
  const evidence = {
    candidates: read.map(({ candidate }) => candidate),
    frequencies: new Map(),
    passages: read.length,
  };
  const grounded = ground(composeExtract(understood, judgement, evidence), understood.standalone);
  const { status, warnings, citations } = grounded;
  return { answer: renderPieces(grounded).join(""), status, warnings, citations };
}

function readSource({ text, section = "body", found = [0], ...document }: Source, at: number) {
  const made = candidateOf(text, { id: `d${at}`, ...document });
  const candidate: Candidate = { ...made, passage: { ...made.passage, section } };
  const views = viewsOf(candidate.passage, candidate.document);
  const findings = found.flatMap((index, rank): Finding[] => {
    const view = views[index];
    return view === undefined ? [] : [{ candidate, at: index, view, probability: 0.9, rank: -rank }];
  });
  return { candidate, findings };
}
