import type { Citation } from "../../contracts/answer.js";
import { documentUri } from "./document-uri.js";

type Source = Pick<Citation, "publisher" | "title" | "publishedAt" | "url" | "documentId" | "start" | "end">;

/** Where something stands, in one line: publisher, title, date, address, and the place in the document that is here. */
export function sourceLine({ publisher, title, publishedAt, url, documentId, start, end }: Source): string {
  const place = `${documentUri(documentId)}, characters ${start} to ${end}`;
  return [publisher, title, publishedAt, url, place].filter((part) => part !== null).join(" · ");
}
