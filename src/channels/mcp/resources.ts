import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import type { Document } from "../../contracts/document.js";
import { KonsilError } from "../../contracts/errors.js";
import { DOCUMENT_URI_TEMPLATE, documentIdOf, documentUri } from "./document-uri.js";
import type { McpParts } from "./parts.js";
import { sentenceOf } from "./tool.js";

const RESOURCES_A_PAGE = 100;
const MIME_TYPE = "text/plain";

/** Every document as a resource, `konsil://documents/{id}`: its canonical text. */
export function addDocumentResources(server: McpServer, parts: McpParts): void {
  server.registerResource(
    "document",
    new ResourceTemplate(DOCUMENT_URI_TEMPLATE, { list: undefined }),
    { title: "A document", description: "The text to which the offsets of citations refer", mimeType: MIME_TYPE },
    (uri) =>
      telling(parts, async () => {
        const id = documentIdOf(uri.href);
        const { library } = await parts.sources();
        const document = id === null ? null : await library.document(id);
        if (document === null) throw new ResourceNotFoundError(uri.href);
        return { contents: [{ uri: uri.href, mimeType: MIME_TYPE, text: document.text }] };
      }),
  );
  // In place of the SDK's own list, which knows no pages.
  server.server.setRequestHandler("resources/list", ({ params }) =>
    telling(parts, async () => {
      const { library } = await parts.sources();
      const page = { limit: RESOURCES_A_PAGE, cursor: params?.cursor ?? null };
      const { documents, nextCursor } = await library.documents({}, page);
      return { resources: documents.map(resourceOf), ...(nextCursor === null ? {} : { nextCursor }) };
    }),
  );
}

function resourceOf({ id, title, publisher, publishedAt }: Document) {
  const about = [publisher, publishedAt].filter((part) => part !== null).join(" · ");
  return {
    uri: documentUri(id),
    name: id,
    ...(title === null ? {} : { title }),
    ...(about === "" ? {} : { description: about }),
    mimeType: MIME_TYPE,
  };
}

/** What is thrown becomes an error of the protocol that tells no more than it may. */
async function telling<Result>({ refusalOf }: McpParts, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof ProtocolError) throw thrown;
    const wrongRequest = thrown instanceof KonsilError && thrown.code === "invalid_request";
    const code = wrongRequest ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
    throw new ProtocolError(code, sentenceOf(refusalOf(thrown)));
  }
}
