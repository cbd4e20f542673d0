import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidateOf } from "../../tests/fakes/candidates.js";
import type { Document, Language } from "../contracts/document.js";
import { groundWritten } from "./ground-written.js";
import type { WrittenSource } from "./written.js";

const TEXT = [
  "Das Klinikum Nordtal und die Medtech Süd AG haben am 3. März 2024 einen Vertrag unterzeichnet.",
  "Der Vertrag läuft über zwölf Jahre und hat ein Volumen von 38 Millionen Euro.",
  "Die Medtech Süd AG liefert dem Klinikum Nordtal 14 Kernspintomographen.",
  "Die Wartezeit sank von 21 auf 9 Tage.",
  "Stellen werden nicht abgebaut.",
  "Die Partner wollen einen Bluttest entwickeln.",
  "Dr. Vera Ott ist Direktorin des Klinikums Nordtal.",
  "Karl Muster ist Sprecher der Medtech Süd AG.",
  "Das Klinikum Nordtal hat mehr als 800 Betten und vier Standorte.",
].join(" ");
const DOCUMENT: Partial<Document> = {
  title: "Klinikum Nordtal und Medtech Süd: Vertrag",
  partners: ["Klinikum Nordtal", "Medtech Süd AG"],
  publishedAt: "2024-03-04",
};

const sourceOf = (text: string, marker = 1, document: Partial<Document> = DOCUMENT): WrittenSource => {
  const candidate = candidateOf(text, document);
  return { marker, candidate, shown: candidate.passage.sentences.map((_, at) => at) };
};
const SOURCE = sourceOf(TEXT);
const OTHER = sourceOf("Das Wetter in Seefurt war im Juni trocken.", 2, { id: "other", title: "Wetter", partners: [] });
const read = async () => ({ vector: new Float32Array([1]), words: null });

const ground = (text: string, { markers = [1], language = "de" as Language, sources = [SOURCE, OTHER] } = {}) =>
  groundWritten({ text, markers }, { understood: { language }, sources, read });

async function outcome(text: string, options: Parameters<typeof ground>[1] = {}): Promise<string> {
  const verdict = await ground(text, options);
  if (!verdict.stands) return verdict.reason;
  return verdict.quotations.map(({ quote }) => quote).join(" … ");
}

describe("grounding what a model wrote", () => {
  it("quotes the sentence that says it in other words", async () => {
    expect(await outcome("Der Vertrag hat eine Laufzeit von zwölf Jahren.")).toMatch(/^Der Vertrag läuft/);
    expect(await outcome("Das Klinikum Nordtal verfügt über mehr als 800 Betten.")).toMatch(
      /^Das Klinikum Nordtal hat/,
    );
  });

  it("quotes a sentence of the other language", async () => {
    const said = "Klinikum Nordtal has more than 800 beds and four sites.";
    expect(await outcome(said, { language: "en" })).toMatch(/^Das Klinikum Nordtal hat/);
  });

  it("quotes a place for each clause", async () => {
    const verdict = await ground("Das Klinikum Nordtal hat vier Standorte, und Stellen werden nicht abgebaut.");
    expect(verdict).toMatchObject({ stands: true, quotations: [{ quote: /^Das Klinikum/ }, { quote: /^Stellen/ }] });
  });

  it.each([
    ["another number", "Das Klinikum Nordtal hat mehr als 900 Betten.", "number"],
    ["another bound", "Das Klinikum Nordtal hat weniger als 800 Betten.", "degree"],
    ["another scale", "Der Vertrag hat ein Volumen von 38 Milliarden Euro.", "unit"],
    ["another currency", "Der Vertrag hat ein Volumen von 38 Millionen Dollar.", "unit"],
    ["another day", "Der Vertrag wurde am 4. Mai 2024 unterzeichnet.", "date"],
    ["an exchange of first and last", "Die Wartezeit sank von 9 auf 21 Tage.", "unit"],
    ["a name that nobody told", "Das Klinikum Rosental hat mehr als 800 Betten.", "name"],
    ["another party", "Die Medtech Süd AG hat mehr als 800 Betten.", "relation"],
    ["a title that nobody told", "Prof. Vera Ott ist Direktorin des Klinikums Nordtal.", "name"],
    ["another position", "Karl Muster ist Direktor der Medtech Süd AG.", "relation"],
    ["a denial", "Der Vertrag läuft nicht über zwölf Jahre.", "negation"],
    ["a denial left out", "Stellen werden abgebaut.", "negation"],
    ["a plan told as done", "Die Partner haben einen Bluttest entwickelt.", "plan"],
    ["a limit", "Das Klinikum Nordtal hat nur vier Standorte.", "degree"],
    ["the contrary", "Die Wartezeit stieg von 21 auf 9 Tage.", "words"],
    ["partners exchanged", "Das Klinikum Nordtal liefert der Medtech Süd AG 14 Kernspintomographen.", "relation"],
    ["an added fact", "Der Vertrag läuft über zwölf Jahre und wird von Gewerkschaften scharf kritisiert.", "words"],
  ])("lets %s fall", async (_, text, reason) => {
    expect(await outcome(text)).toBe(reason);
  });

  it.each([
    ["a question", "Möchten Sie mehr über den Vertrag wissen?", "question"],
    ["what a model says of itself", "Als KI-Sprachmodell kann ich dazu nichts sagen.", "meta"],
    ["an address", "Bitte wenden Sie sich an das Klinikum Nordtal.", "meta"],
    ["a label", "Antwort:", "empty"],
    ["another language", "The contract runs for twelve years and has a volume of 38 million euros.", "language"],
  ])("lets %s fall, whatever the sources say", async (_, text, reason) => {
    expect(await outcome(text)).toBe(reason);
  });

  it("takes the name from what is known of the document, unless the sentence names somebody else", async () => {
    const source = sourceOf("Die Wartezeit sank im Klinikum von 21 auf 9 Tage.");
    const options = { sources: [source] };
    expect(await outcome("Die Wartezeit im Klinikum Nordtal sank von 21 auf 9 Tage.", options)).toMatch(
      /^Die Wartezeit/,
    );
    expect(await outcome("Die Wartezeit bei der Medtech Süd AG sank von 21 auf 9 Tage.", options)).toBe("name");
  });

  it("takes the day of publication from what is known of the document", async () => {
    const source = sourceOf("Das Klinikum Nordtal und die Medtech Süd AG haben einen Vertrag bekannt gegeben.");
    const said = "Das Klinikum Nordtal und die Medtech Süd AG haben am 4. März 2024 einen Vertrag bekannt gegeben.";
    expect(await outcome(said, { sources: [source] })).toMatch(/^Das Klinikum/);
    expect(await outcome(said.replace("4. März", "9. März"), { sources: [source] })).toBe("date");
  });

  it("mends a wrong marker, and says so", async () => {
    const right = await ground("Der Vertrag läuft über zwölf Jahre.");
    const wrong = await ground("Der Vertrag läuft über zwölf Jahre.", { markers: [2] });
    const none = await ground("Der Vertrag läuft über zwölf Jahre.", { markers: [7] });
    expect(right).toMatchObject({ stands: true, repaired: false });
    expect(wrong).toMatchObject({ stands: true, repaired: true });
    expect(none).toMatchObject({ stands: true, repaired: true });
    expect(await outcome("Der Vertrag läuft über zwanzig Jahre.", { markers: [7] })).toBe("marker");
  });

  it("quotes nothing that was not shown", async () => {
    const hidden = { ...SOURCE, shown: [0] };
    expect(await outcome("Der Vertrag läuft über zwölf Jahre.", { sources: [hidden] })).not.toMatch(/^Der Vertrag/);
  });

  it("takes a yes or no that goes with what follows", async () => {
    expect(await outcome("Nein, Stellen werden nicht abgebaut.")).toMatch(/^Stellen/);
    expect(await outcome("Ja, Stellen werden nicht abgebaut.")).toBe("negation");
  });

  it("gives quotations that stand word for word in the passage", async () => {
    const verdict = await ground("Der Vertrag hat ein Volumen von 38 Mio. Euro.");
    if (!verdict.stands) throw new Error(verdict.reason);
    for (const { quote, start, end, candidate } of verdict.quotations) {
      expect(candidate.passage.text.slice(start - candidate.passage.start, end - candidate.passage.start)).toBe(quote);
    }
  });

  it("lets every sentence of a source stand with its marker", async () => {
    for (const { start, end } of SOURCE.candidate.passage.sentences) {
      expect(await ground(TEXT.slice(start, end))).toMatchObject({ stands: true, repaired: false });
    }
  });

  it("lets no sentence stand in which a digit was changed", async () => {
    const digits = [...TEXT].flatMap((char, at) => (/\d/.test(char) ? [at] : []));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), async (at, by) => {
        const digit = String((Number(TEXT[at]) + by) % 10);
        const changed = TEXT.slice(0, at) + digit + TEXT.slice(at + 1);
        const span = SOURCE.candidate.passage.sentences.find(({ start, end }) => start <= at && end > at);
        expect((await ground(changed.slice(span?.start, span?.end))).stands).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
