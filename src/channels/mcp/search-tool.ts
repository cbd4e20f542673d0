import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { type FoundPassage, foundPassageSchema } from "../../contracts/answer.js";
import { searchRequestSchema } from "../../contracts/question.js";
import type { McpParts } from "./parts.js";
import { sourceLine } from "./source-line.js";
import { READS_ONLY, runTool } from "./tool.js";

/** `search`: ranked passages, for a model that wants to read for itself. */
export function addSearchTool(server: McpServer, parts: McpParts): void {
  server.registerTool(
    "search",
    {
      title: "Search Konsil's documents",
      description:
        "Finds the passages that fit a question or some words best, best first, without an answer. A passage that is " +
        "found need not answer anything.",
      inputSchema: searchRequestSchema,
      outputSchema: z.object({ passages: z.array(foundPassageSchema) }),
      annotations: READS_ONLY,
    },
    (request, { mcpReq }) =>
      runTool(parts, async ({ asker }) => {
        const passages = await asker.search(request, { signal: mcpReq.signal });
        return { structured: { passages }, text: passagesText(passages) };
      }),
  );
}

function passagesText(passages: readonly FoundPassage[]): string {
  if (passages.length === 0) return "No passage was found.";
  return passages.map((passage, at) => `${at + 1}. ${sourceLine(passage)}\n${passage.text}`).join("\n\n");
}
