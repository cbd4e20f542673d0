import { beforeAll, describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../adapters/library-memory.js";
import { type Answer, answerSchema } from "../contracts/answer.js";
import type { AskEvent } from "../contracts/events.js";
import { createIngester } from "../ingest/ingest.js";
import { recipeOf } from "../ingest/recipe.js";
import { type Asker, createAsker } from "./ask.js";

const DOCUMENT = `---
id: lindental
title: "Klinikum Lindental und Optimara AG: Zusammenarbeit"
publishedAt: "2025-03-03"
language: de
partners: [Klinikum Lindental, Optimara AG]
---

# Klinikum Lindental und Optimara AG: Zusammenarbeit

Das Klinikum Lindental und Optimara AG haben am 3. März 2025 eine Zusammenarbeit in der Bildgebung bekannt gegeben.

## Wer sagt was

Vera Talmann ist die Direktorin des Klinikums Lindental. Jonas Kern ist der Geschäftsführer von Optimara AG.

## Die Partner

Optimara AG beschäftigte im Geschäftsjahr 2024 rund 12.300 Menschen.
Optimara AG beschäftigte im Geschäftsjahr 2023 rund 11.800 Menschen.
Der Umsatz von Optimara AG betrug im Geschäftsjahr 2024 rund 3,1 Milliarden Euro.
`;

let asker: Asker;
beforeAll(async () => {
  const embedder = createHashingEmbedder();
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const ingester = createIngester({ library, embedder });
  const bytes = new TextEncoder().encode(DOCUMENT);
  await ingester.ingestUpload({ name: "lindental.md", mediaType: null, bytes }, { id: "lindental", replace: true });
  asker = createAsker({ library, embedder, followUps: false });
});

function ask(question: string): Promise<Answer> {
  return asker.ask({ question });
}

describe("a question of two parts", () => {
  it.each([
    ["Wie viele Menschen beschäftigte Optimara AG 2023 und 2024?", ["11.800", "12.300"]],
    ["Umsatz und Mitarbeiterzahl von Optimara AG im Geschäftsjahr 2024", ["3,1 Milliarden", "12.300"]],
    [
      "Wer ist die Direktorin des Klinikums Lindental und wer ist der Geschäftsführer von Optimara AG?",
      ["Vera Talmann", "Jonas Kern"],
    ],
  ])("is answered in both, each with its citation: %s", async (question, told) => {
    const answer = await ask(question);
    expect(answer.status).toBe("answered");
    for (const it of told) {
      expect(answer.answer).toContain(it);
      expect(answer.citations.some(({ quote }) => quote.includes(it))).toBe(true);
    }
    expect(answerSchema.parse(answer)).toEqual(answer);
  });

  it.each([
    ["Wie viele Menschen beschäftigte Optimara AG 2022 und 2024?", "12.300", "2022"],
    ["Wer ist die Direktorin des Klinikums Lindental und wie viele Betten hat es?", "Vera Talmann", "Wie viele Betten"],
  ])("says which part the documents do not answer: %s", async (question, told, untold) => {
    const answer = await ask(question);
    expect(answer.status).toBe("partial");
    expect(answer.answer).toContain(told);
    const [line] = answer.answer.split("\n").filter((it) => it.includes(untold));
    expect(line).toMatch(/steht dazu nichts in den Dokumenten|geben die Dokumente keine Antwort/);
    expect(line).not.toMatch(/\[\d\]/);
  });

  it("is refused when the documents answer neither", async () => {
    const answer = await ask("Wie viele Betten hat das Klinikum Lindental und wie hoch ist das Budget?");
    expect([answer.status, answer.citations]).toEqual(["abstained", []]);
    expect(answer.abstention?.reason).toBe("no_evidence");
  });

  it("streams as any other answer does: the pieces are the answer, and every citation comes before its marker", async () => {
    const events: AskEvent[] = [];
    const question = "Wie viele Menschen beschäftigte Optimara AG 2023 und 2024?";
    const answer = await asker.ask({ question }, { emit: (event) => events.push(event) });
    expect(events.filter(({ type }) => type === "evidence.found")).toHaveLength(1);
    let text = "";
    const cited = new Set<number>();
    for (const event of events) {
      if (event.type === "citation.added") cited.add(event.citation.marker);
      if (event.type !== "text.delta") continue;
      text += event.text;
      for (const [, marker] of event.text.matchAll(/\[(\d)\]/g)) expect(cited).toContain(Number(marker));
    }
    expect(text).toBe(answer.answer);
    expect(events.at(-1)).toEqual({ type: "answer.finished", answer });
  });

  it("is completed by the turns before it", async () => {
    const history = [{ role: "user" as const, content: "Was macht Optimara AG?" }];
    const answer = await asker.ask({
      question: "Wie viele Menschen beschäftigte das Unternehmen 2023 und 2024?",
      history,
    });
    expect(answer.answer).toContain("11.800");
    expect(answer.answer).toContain("12.300");
  });
});
