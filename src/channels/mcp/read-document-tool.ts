import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { documentIdSchema, documentSchema } from "../../contracts/document.js";
import { KonsilError } from "../../contracts/errors.js";
import { shownDocument } from "../http/document-reading-routes.js";
import type { McpParts } from "./parts.js";
import { sourceLine } from "./source-line.js";
import { READS_ONLY, runTool } from "./tool.js";

/** About five thousand tokens: most documents as a whole, and never a whole context window. */
const LENGTH = 20_000;
const MAX_LENGTH = 100_000;

const inputSchema = z.strictObject({
  documentId: documentIdSchema.meta({ description: "As citations and passages name it" }),
  start: z.int().nonnegative().default(0).meta({ description: "Where to begin, in UTF-16 code units" }),
  maxLength: z.int().min(1).max(MAX_LENGTH).default(LENGTH).meta({ description: "How much to read at most" }),
});

const outputSchema = z.object({
  document: documentSchema,
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  nextStart: z.int().nullable().meta({ description: "Where to read on; null at the end of the document" }),
});

/** `read_document`: a document's canonical text, in pieces where it is long. */
export function addReadDocumentTool(server: McpServer, parts: McpParts): void {
  server.registerTool(
    "read_document",
    {
      title: "Read a document of Konsil",
      description:
        "What is known about a document, and its text. Offsets of citations refer to this text: " +
        "text.slice(start, end) of the whole is the quotation.",
      inputSchema,
      outputSchema,
      annotations: READS_ONLY,
    },
    ({ documentId, start, maxLength }) =>
      runTool(parts, async ({ library }) => {
        const document = await library.document(documentId);
        if (document === null) throw new KonsilError("not_found", `There is no document with the id ${documentId}`);
        const from = Math.min(start, document.length);
        const end = endOf(document.text, from, maxLength);
        const text = document.text.slice(from, end);
        const nextStart = end < document.length ? end : null;
        const structured = { document: shownDocument(document), text, start: from, end, nextStart };
        const head = sourceLine({ ...document, documentId, start: from, end });
        const more = nextStart === null ? "" : `\n\n(${document.length - end} characters more: start ${nextStart})`;
        return { structured, text: `${head}\n\n${text}${more}` };
      }),
  );
}

/** At most `maxLength` behind `start`, and not between the two halves of one character. */
function endOf(text: string, start: number, maxLength: number): number {
  const end = Math.min(start + maxLength, text.length);
  const splits = end < text.length && end > start + 1 && (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return splits ? end - 1 : end;
}
