import type { Answer, Citation } from "../../contracts/answer.js";
import type { LinkOf } from "./footnotes.js";
import type { Annotation } from "./schemas.js";

/** One for every marker in an answer's text, in their order; the footnotes below it have none. */
export function annotationsOf({ answer, citations }: Answer, linkOf: LinkOf): Annotation[] {
  const byMarker = new Map(citations.map((citation) => [citation.marker, citation]));
  return [...answer.matchAll(/\[(\d+)\]/g)].flatMap((match) => {
    const citation = byMarker.get(Number(match[1]));
    if (citation === undefined) return [];
    const url_citation = {
      url: linkOf(citation),
      title: citation.title ?? citation.documentId,
      start_index: match.index,
      end_index: match.index + match[0].length,
    };
    return { type: "url_citation", url_citation };
  });
}

/** The published document, or, where it has no address of its own, its text on the server that is at `origin`. */
export function linkedFrom(origin: string): LinkOf {
  return ({ url, documentId }: Citation) => url ?? `${origin}/v1/documents/${encodeURIComponent(documentId)}/text`;
}
