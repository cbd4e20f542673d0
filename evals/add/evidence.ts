import type { Answer } from "../../src/contracts/answer.js";
import { splitSentences } from "../../src/language/sentences.js";
import type { Sources } from "../cases/sources.js";

/** Words of a document that an answer may cite. */
export interface Evidence {
  readonly document: string;
  readonly contains: string;
}

interface Found {
  readonly documentId: string;
  readonly text: string;
}

/** As many as somebody reads through. */
const MOST_OFFERED = 15;

/**
 * What may be evidence, best first and each once: what the answer quotes, then the sentences of the passages that were
 * found. Only what stands letter by letter in a document is offered.
 */
export function evidenceOffered(
  { citations, abstention }: Pick<Answer, "citations" | "abstention">,
  found: readonly Found[],
  sources: Sources,
): Evidence[] {
  const quoted = [...citations, ...(abstention?.closest ?? [])].map(({ documentId, quote }) => ({
    document: documentId,
    contains: quote,
  }));
  const sentences = found.flatMap(({ documentId, text }) =>
    splitSentences(text).map(({ start, end }) => ({ document: documentId, contains: text.slice(start, end) })),
  );
  const byText = new Map([...quoted, ...sentences].map((it) => [`${it.document}\n${it.contains}`, it]));
  return [...byText.values()].filter((it) => stands(it, sources)).slice(0, MOST_OFFERED);
}

/**
 * Where pasted words stand, in every document that has them, with the white space of the document. Empty where none has
 * them.
 */
export function locate(pasted: string, sources: Sources): Evidence[] {
  const words = pasted.normalize("NFC").trim().split(/\s+/).map(escaped);
  const pattern = new RegExp(words.join("\\s+"), "u");
  return [...sources.values()].flatMap(({ id, text }) => {
    const contains = pattern.exec(text)?.[0];
    return contains === undefined || contains === "" ? [] : [{ document: id, contains }];
  });
}

function stands({ document, contains }: Evidence, sources: Sources): boolean {
  return sources.get(document)?.text.includes(contains.normalize("NFC")) === true;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
