import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Refusal } from "../http/problem.js";
import type { McpParts, McpSources } from "./parts.js";

/** Every tool of Konsil reads its own documents and nothing else. */
export const READS_ONLY = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

export interface ToolOutput {
  /** Fits the tool's output schema. */
  readonly structured: Record<string, unknown>;
  /** The same for a model that reads text alone. */
  readonly text: string;
}

/** Runs a tool's work. What goes wrong becomes the tool's result too, in a sentence that a model can act on. */
export async function runTool(
  { sources, refusalOf }: McpParts,
  work: (sources: McpSources) => Promise<ToolOutput>,
): Promise<CallToolResult> {
  try {
    const { structured, text } = await work(await sources());
    return { content: [{ type: "text", text }], structuredContent: structured };
  } catch (thrown) {
    return { content: [{ type: "text", text: sentenceOf(refusalOf(thrown)) }], isError: true };
  }
}

/** A refusal in a sentence. Of a failure on our side it tells the number under which the log has the reason. */
export function sentenceOf({ problem, ours }: Refusal): string {
  const { title, detail = title, requestId } = problem;
  return `${detail.replace(/\.$/, "")}${ours ? ` (request ${requestId})` : ""}.`;
}
