import type { CallToolResult, Client } from "@modelcontextprotocol/client";
import { expect, it } from "vitest";
import { z } from "zod";
import { answerSchema, foundPassageSchema } from "../../src/contracts/answer.js";
import { documentSchema } from "../../src/contracts/document.js";

const QUESTION = "Wann haben das Klinikum Lindental und Aurora Medtech den Vertrag unterzeichnet?";

const readSchema = z.object({
  document: documentSchema,
  text: z.string(),
  start: z.number(),
  end: z.number(),
  nextStart: z.number().nullable(),
});

/** What a client finds, whichever way it is connected: the sample corpus behind the official client. */
export function describeMcpServer(client: () => Client): void {
  const call = (name: string, args: Record<string, unknown>) => client().callTool({ name, arguments: args });
  const read = async (args: Record<string, unknown>) =>
    readSchema.parse((await call("read_document", args)).structuredContent);
  const refusal = async (name: string, args: Record<string, unknown>) => {
    const result = await call(name, args);
    expect(result.isError).toBe(true);
    expect(result.structuredContent).toBeUndefined();
    return textOf(result);
  };

  it("says what it is, and that quotations are kept word for word", () => {
    expect(client().getServerVersion()).toMatchObject({ name: "konsil", title: "Konsil" });
    expect(client().getInstructions()).toContain("Keep quotations verbatim");
  });

  it("offers three tools that read only, each with schemas of what goes in and comes out", async () => {
    const { tools } = await client().listTools();
    expect(tools.map(({ name }) => name)).toEqual(["ask", "search", "read_document"]);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(tool.description).toMatch(/\w{3}/);
      expect(tool.outputSchema).toMatchObject({ type: "object" });
    }
    const parameters = tools.map(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}));
    expect(parameters).toEqual([
      ["question", "history", "language", "filter"],
      ["query", "limit", "filter"],
      ["documentId", "start", "maxLength"],
    ]);
    expect(tools[0]?.inputSchema.required).toEqual(["question"]);
  });

  it("answers with the Answer, and in text with every quotation and its source", async () => {
    const result = await call("ask", { question: QUESTION });
    const answer = answerSchema.parse(result.structuredContent);
    const text = textOf(result);
    expect(answer.status).toBe("answered");
    expect(text.startsWith(answer.answer)).toBe(true);
    expect(answer.citations.length).toBeGreaterThan(0);
    for (const { marker, quote, start, end } of answer.citations) {
      expect(text).toContain(`[${marker}] “${quote}”\n    Klinikum Lindental · `);
      expect(text).toContain(`2024-03-03 · konsil://documents/lindental, characters ${start} to ${end}`);
      expect((await read({ documentId: "lindental" })).text.slice(start, end)).toBe(quote);
    }
  });

  it("goes on with a conversation", async () => {
    const history = [
      { role: "user", content: QUESTION },
      { role: "assistant", content: "Am 3. März 2024. [1]" },
    ];
    const result = await call("ask", { question: "Und wie lange läuft die Partnerschaft?", history });
    expect(answerSchema.parse(result.structuredContent).answer).toMatch(/acht Jahre|8 Jahre/);
  });

  it("abstains without an error, in the language that is asked for, within the filter", async () => {
    const filter = { documentIds: ["harrow"] };
    const result = await call("ask", { question: QUESTION, language: "en", filter });
    expect(result.isError ?? false).toBe(false);
    expect(answerSchema.parse(result.structuredContent)).toMatchObject({ status: "abstained", language: "en" });
  });

  it("finds passages", async () => {
    const result = await call("search", { query: "portable ultrasound heart failure", limit: 1 });
    const { passages } = z.object({ passages: z.array(foundPassageSchema) }).parse(result.structuredContent);
    expect(passages.map(({ documentId }) => documentId)).toEqual(["harrow"]);
    expect(textOf(result)).toContain(`1. Harrow Bay University · `);
    expect(textOf(result)).toContain(passages[0]?.text);
  });

  it("reads a document in pieces that make up the whole", async () => {
    const whole = await read({ documentId: "lindental" });
    expect(whole).toMatchObject({ start: 0, end: whole.document.length, nextStart: null });
    let pieces = "";
    for (let next: number | null = 0; next !== null; ) {
      const piece: z.infer<typeof readSchema> = await read({ documentId: "lindental", start: next, maxLength: 100 });
      pieces += piece.text;
      next = piece.nextStart;
    }
    expect(pieces).toBe(whole.text);
    expect(await read({ documentId: "lindental", start: 10 ** 6 })).toMatchObject({ text: "", nextStart: null });
  });

  it("tells in a sentence what is wrong with a call", async () => {
    expect(await refusal("read_document", { documentId: "nobody" })).toBe("There is no document with the id nobody.");
    expect(await refusal("ask", {})).toMatch(/question/);
    expect(await refusal("ask", { question: "a".repeat(2001) })).toMatch(/question.*at most 2000 characters/);
    expect(await refusal("ask", { question: "Wann?", stream: true })).toMatch(/stream/);
    expect(await refusal("search", { query: "Vertrag", limit: 1000 })).toMatch(/limit/);
    expect(await refusal("read_document", { documentId: "../secret" })).toMatch(/documentId/);
    await expect(call("remove_document", {})).rejects.toThrow(/remove_document not found/);
  });

  it("lists the documents as resources, and reads them", async () => {
    const { resources } = await client().listResources();
    expect(resources).toMatchObject([
      { uri: "konsil://documents/harrow", name: "harrow", description: "Harrow Bay University · 2025-09-15" },
      { uri: "konsil://documents/lindental", mimeType: "text/plain" },
    ]);
    const { resourceTemplates } = await client().listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(["konsil://documents/{id}"]);
    const uri = "konsil://documents/lindental";
    const { contents } = await client().readResource({ uri });
    const { text } = await read({ documentId: "lindental" });
    expect(contents).toEqual([{ uri, mimeType: "text/plain", text }]);
  });

  it("knows no other resource", async () => {
    for (const uri of ["konsil://documents/nobody", "konsil://documents/%ff", "file:///etc/passwd"]) {
      await expect(client().readResource({ uri })).rejects.toThrow(/not found/i);
    }
  });
}

export function textOf(result: CallToolResult): string {
  return result.content.map((block) => (block.type === "text" ? block.text : "")).join("\n");
}
