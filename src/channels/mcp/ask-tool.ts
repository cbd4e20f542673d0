import type { McpServer } from "@modelcontextprotocol/server";
import { type Answer, answerSchema, type Citation } from "../../contracts/answer.js";
import { askRequestSchema } from "../../contracts/question.js";
import type { McpParts } from "./parts.js";
import { sourceLine } from "./source-line.js";
import { READS_ONLY, runTool } from "./tool.js";

const WORDS = {
  de: { readAs: "Gelesen als", sources: "Quellen", closest: "Am nächsten kommt", further: "Weitere Fragen" },
  en: { readAs: "Read as", sources: "Sources", closest: "Closest", further: "Further questions" },
} as const;

/** `ask`: the Answer of every channel, and the same in text with its quotations. */
export function addAskTool(server: McpServer, parts: McpParts): void {
  server.registerTool(
    "ask",
    {
      title: "Ask Konsil",
      description:
        "Answers a question, in German or English, from the documents alone. Every sentence carries a marker such as " +
        "[1] whose citation holds the exact quotation. Abstains when the documents do not say it.",
      inputSchema: askRequestSchema.omit({ stream: true }),
      outputSchema: answerSchema,
      annotations: READS_ONLY,
    },
    (request, { mcpReq }) =>
      runTool(parts, async ({ asker }) => {
        const answer = await asker.ask(request, { signal: mcpReq.signal });
        return { structured: answer, text: answerText(answer) };
      }),
  );
}

/** The answer, below it every source with its quotation, or the passages that come closest to an answer. */
export function answerText(answer: Answer): string {
  const words = WORDS[answer.language];
  const { closest = [] } = answer.abstention ?? {};
  const blocks = [
    answer.readAs === undefined ? [] : [`${words.readAs}: ${answer.readAs}`],
    [answer.answer],
    listed(
      words.sources,
      answer.citations.map((citation) => quoted(citation, `[${citation.marker}]`)),
    ),
    listed(
      words.closest,
      closest.map((citation) => quoted(citation, "-")),
    ),
    listed(
      words.further,
      answer.followUps.map((question) => `- ${question}`),
    ),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function listed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines];
}

function quoted(citation: Citation, mark: string): string {
  return `${mark} “${citation.quote}”\n${" ".repeat(mark.length)} ${sourceLine(citation)}`;
}
