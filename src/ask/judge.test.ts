import { describe, expect, it } from "vitest";
import { candidateOf } from "../../tests/fakes/candidates.js";
import { createHashingEmbedder } from "../adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../adapters/library-memory.js";
import type { Answer } from "../contracts/answer.js";
import { createIngester } from "../ingest/ingest.js";
import { recipeOf } from "../ingest/recipe.js";
import { indexWords } from "../language/index-words.js";
import { createAsker } from "./ask.js";
import { judge } from "./judge.js";
import { understand } from "./understand.js";

/** Asks about documents that hold one paragraph each; words alone find and judge here, no model. */
async function ask(question: string, texts: Readonly<Record<string, string>>): Promise<Answer> {
  const embedder = createHashingEmbedder();
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const ingester = createIngester({ library, embedder });
  for (const [id, text] of Object.entries(texts)) {
    const given = { title: `Bericht ${id}`, language: "de", publishedAt: "2024-03-01" };
    await ingester.ingestUpload(
      { name: "d.md", mediaType: null, bytes: new TextEncoder().encode(text), given },
      { id },
    );
  }
  return createAsker({ library, embedder }).ask({ question });
}

const NORD = "Prof. Vera Ott ist die Direktorin des Zentrums Nord. Das Zentrum Nord beschäftigt 230 Menschen.";
const REVENUE =
  "Der Umsatz der Medtech Süd AG betrug im Geschäftsjahr 2022 rund 3,1 Milliarden Euro. Der Umsatz der Medtech Süd AG betrug im Geschäftsjahr 2023 rund 3,4 Milliarden Euro.";

describe("near misses are refused", () => {
  it.each([
    ["the director of a sister institute", "Wer ist die Direktorin des Zentrums West?", NORD],
    ["another role of the same house", "Wer ist der Finanzvorstand des Zentrums Nord?", NORD],
    ["another figure of the same house", "Wie viele Betten hat das Zentrum Nord?", NORD],
    ["another year's figure", "Wie hoch war der Umsatz der Medtech Süd AG im Geschäftsjahr 2019?", REVENUE],
    ["another measure of the same year", "Wie hoch war der Gewinn der Medtech Süd AG im Geschäftsjahr 2023?", REVENUE],
    [
      "a partner that is not named",
      "Arbeitet das Zentrum Nord mit Borealis zusammen?",
      `${NORD} Das Zentrum Nord arbeitet mit der Medtech Süd AG zusammen.`,
    ],
    ["another company's figure", "Wie hoch war der Umsatz der Klinik Ostermoor GmbH im Geschäftsjahr 2023?", REVENUE],
  ])("%s", async (_, question, text) => {
    expect((await ask(question, { d: text })).status).toBe("abstained");
  });
});

describe("and what the sentence does say is answered", () => {
  it.each([
    ["Wer ist die Direktorin des Zentrums Nord?", NORD, "Vera Ott"],
    ["Wie viele Menschen beschäftigt das Zentrum Nord?", NORD, "230"],
    ["Wie hoch war der Umsatz der Medtech Süd AG im Geschäftsjahr 2023?", REVENUE, "3,4 Milliarden"],
    ["Wie hoch war der Umsatz der Medtech Süd AG im Geschäftsjahr 2022?", REVENUE, "3,1 Milliarden"],
  ])("%s", async (question, text, fact) => {
    const { status, answer } = await ask(question, { d: text });
    expect(status).toBe("answered");
    expect(answer).toContain(fact);
  });
});

describe("a question that names nobody", () => {
  const question = "Wer ist die Direktorin?";
  const south = "Dr. Jana Keller ist die Direktorin des Instituts Süd.";

  it("is asked back when documents answer it differently", async () => {
    const { abstention } = await ask(question, {
      nord: "Prof. Vera Ott ist die Direktorin des Zentrums Nord.",
      sued: south,
    });
    expect(abstention?.reason).toBe("ambiguous");
    expect(abstention?.message).toMatch(/Bericht nord.*Bericht sued|Bericht sued.*Bericht nord/);
  });

  it("is answered when they agree", async () => {
    const { status, answer } = await ask(question, { one: south, two: south });
    expect(status).toBe("answered");
    expect(answer).toContain("Jana Keller");
  });
});

describe("a refusal calls missing", () => {
  /** What a refusal names, where the evidence is `NORD` and other passages of the library hold the words `held`. */
  function missing(question: string, held = ""): string[] {
    const understood = understand({ question });
    const known = new Set([...indexWords(held, "de"), ...indexWords(held, "en")]);
    const stems = understood.terms.flatMap((term) => term.stems);
    const frequencies = new Map(stems.map((stem) => [stem, known.has(stem) ? 1 : 0]));
    const judgement = judge(understood, { candidates: [candidateOf(NORD)], frequencies, passages: 2 });
    if (judgement.verdict !== "no") return expect.unreachable("it is answered");
    return judgement.missing.map((it) => (it.kind === "term" ? it.surface : it.kind));
  }

  it("names and numbers that no passage of the library holds", () => {
    const question = "Wann besuchte Dr. Jana Keller im Jahr 2019 das WTZ Ostermoor?";
    expect(missing(question)).toEqual(["2019", "Jana", "Keller", "WTZ", "Ostermoor"]);
    expect(missing(question, "Dr. Jana Keller kam am 3. Mai 2019.")).toEqual(["WTZ", "Ostermoor"]);
    expect(missing(question, "Dr. Jana Keller vom WTZ Ostermoor kam 2019.")).toEqual([]);
  });

  it("no year in which a document came out", () => {
    expect(missing("Wie viele Betten hatte das Zentrum Nord 2024?")).toEqual([]);
  });

  it("no verb that begins the question, and nothing that documents may say in other words", () => {
    expect(missing("Kommen Ostermoor Health und das Zentrum Nord zusammen?")).toEqual(["Ostermoor"]);
    expect(missing("Laufzeit Ostermoor Westheim")).not.toContain("Laufzeit");
    expect(missing("Gründungsjahr Ostermoor Health")).not.toContain("Gründungsjahr");
  });

  it("the language, for a question in another one", () => {
    expect(missing("Quel est le nombre de lits du Zentrum Nord ?")).toEqual(["language"]);
    expect(missing("Qui est Vera Ott ?")).toEqual(["language"]);
  });
});
