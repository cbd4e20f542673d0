import type { Answer, FoundPassage } from "../../src/contracts/answer.js";
import type { Filter } from "../../src/contracts/document.js";
import type { AskRequest } from "../../src/contracts/question.js";
import type { DocumentSet } from "./document-sets.js";

/** What is asked: it answers questions about one set of documents. */
export interface System {
  /** `onJudged` hears how sure the system is that the documents answer, 0 to 1, where it tells. */
  ask(request: AskRequest, onJudged?: (confidence: number) => void): Promise<Answer>;
  /** Passages, best first; null for a system that does not search. */
  search(
    query: string,
    limit: number,
    filter?: Filter,
  ): Promise<readonly Pick<FoundPassage, "documentId" | "text">[] | null>;
  /** The canonical text of a document; null where there is no such document. */
  textOf(documentId: string): Promise<string | null>;
  close(): Promise<void>;
}

/** A system that can be opened over a set of documents. */
export interface Subject {
  /** As the report names it. */
  readonly name: string;
  /** Changes with everything on the system's side that can change an answer, as far as that can be known from here. */
  readonly version: string;
  /** False where the version cannot tell: then what was answered in a finished run is asked again in the next. */
  readonly isFixed: boolean;
  open(documents: DocumentSet): Promise<System>;
}
