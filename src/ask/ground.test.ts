import { describe, expect, it } from "vitest";
import { candidateOf } from "../../tests/fakes/candidates.js";
import type { DraftSentence, Part, Quotation } from "./draft.js";
import { ground, isSupported } from "./ground.js";

const TEXT = "Das Zentrum Nord beschäftigt 2.300 Menschen. Prof. Vera Ott leitet es seit dem 3. Mai 2024.";
const QUESTION = "Wer leitet das Zentrum Nord, und was ist mit dem Zentrum West?";

function quotationOf(quote: string, text = TEXT, at = text.indexOf(quote)): Quotation {
  return { candidate: candidateOf(text), start: at, end: at + quote.length, quote };
}

function sentence(part: Part, quote: string, text = TEXT): DraftSentence {
  return { parts: [part], quotations: [quotationOf(quote, text)], layout: "run" };
}

const fact = (text: string): Part => ({ says: "fact", text });
const frame = (text: string): Part => ({ says: "frame", text });

describe("a fact", () => {
  const quote = "Prof. Vera Ott leitet es seit dem 3. Mai 2024.";

  it.each([
    ["On 3 May 2024.", quote, TEXT],
    ["2024", quote, TEXT],
    ["2,300.", "Das Zentrum Nord beschäftigt 2.300 Menschen.", TEXT],
    ["Prof. Vera Ott.", quote, TEXT],
    ["23.4 billion euros", "Der Umsatz betrug 23,4 Mrd. EUR.", "Der Umsatz betrug 23,4 Mrd. EUR."],
  ])("stands when the quotation holds it, in either notation: %s", (text, quoted, document) => {
    expect(isSupported(sentence(fact(text.replace(/^On /, "")), quoted, document), QUESTION)).toBe(true);
  });

  it.each([
    ["another date", "4 May 2024.", quote, TEXT],
    ["another number", "2.400.", "Das Zentrum Nord beschäftigt 2.300 Menschen.", TEXT],
    ["another name", "Prof. Vera Olt.", quote, TEXT],
    ["a word of its own", "Vera Ott, Direktorin", quote, TEXT],
    ["another currency", "23.4 billion dollars", "Sie zahlt 23,4 Mrd. EUR.", "Sie zahlt 23,4 Mrd. EUR."],
    ["a share as a mere number", "80.", "Es sind 80 Prozent.", "Es sind 80 Prozent."],
    ["a mere number as a share", "80 percent", "Es sind 80 Menschen.", "Es sind 80 Menschen."],
    ["another unit of time", "20 months", "Seit 20 Jahren forschen sie.", "Seit 20 Jahren forschen sie."],
  ])("falls when it is %s", (_, text, quoted, document) => {
    expect(isSupported(sentence(fact(text), quoted, document), QUESTION)).toBe(false);
  });
});

describe("a quotation", () => {
  const quote = "Prof. Vera Ott leitet es seit dem 3. Mai 2024.";
  const shown = (text: string, quotation: Quotation): DraftSentence => ({
    parts: [{ says: "quote", text }],
    quotations: [quotation],
    layout: "line",
  });

  it("falls when it is not verbatim, not at its offsets, or not what is shown", () => {
    expect(isSupported(shown(quote, quotationOf(quote)), QUESTION)).toBe(true);
    const misspelt = quote.replace("Ott", "Olt");
    expect(isSupported(shown(misspelt, quotationOf(misspelt, TEXT, TEXT.indexOf(quote))), QUESTION)).toBe(false);
    expect(isSupported(shown(quote, quotationOf(quote, TEXT, TEXT.indexOf(quote) + 1)), QUESTION)).toBe(false);
    expect(isSupported(shown(misspelt, quotationOf(quote)), QUESTION)).toBe(false);
  });
});

describe("a frame", () => {
  const quote = "Das Zentrum Nord beschäftigt 2.300 Menschen.";

  it("may name the title, publisher and date of the document that it quotes, and nothing else", () => {
    expect(isSupported(sentence(frame("Stand 1. März 2024, „Zentrum Nord und Medtech Süd“:"), quote), QUESTION)).toBe(
      true,
    );
    expect(isSupported(sentence(frame("Stand 2. März 2024:"), quote), QUESTION)).toBe(false);
    expect(isSupported(sentence(frame("Laut WTZ Ostermoor:"), quote), QUESTION)).toBe(false);
  });

  it("without a quotation may name what the question names, and nothing else", () => {
    const remark = (text: string): DraftSentence => ({ parts: [frame(text)], quotations: [], layout: "line" });
    expect(isSupported(remark("Zum Zentrum West steht nichts in den Dokumenten."), QUESTION)).toBe(true);
    expect(isSupported(remark("Zum WTZ Ostermoor steht nichts in den Dokumenten."), QUESTION)).toBe(false);
  });
});

describe("ground", () => {
  const first = "Das Zentrum Nord beschäftigt 2.300 Menschen.";
  const second = "Prof. Vera Ott leitet es seit dem 3. Mai 2024.";
  const candidate = candidateOf(TEXT);
  const on = (quote: string, parts: readonly Part[]): DraftSentence => ({
    parts,
    quotations: [{ ...quotationOf(quote), candidate }],
    layout: "line",
  });
  const rest = { status: "answered", warnings: [] } as const;

  it("gives one place one marker, in the order of the text, and counts what it dropped", () => {
    const sentences = [
      on(first, [fact("2.300.")]),
      on(first, [{ says: "quote", text: first }]),
      on(second, [frame("Im Jahr "), fact("1999"), frame(".")]),
      on(second, [{ says: "quote", text: second }]),
    ];
    const grounded = ground({ sentences, ...rest }, QUESTION);
    expect(grounded.sentences.map(({ markers }) => markers)).toEqual([[1], [1], [2]]);
    expect(grounded.citations.map(({ quote }) => quote)).toEqual([first, second]);
    expect(grounded.dropped).toBe(1);
  });

  it("says nothing when only remarks are left", () => {
    const remark: DraftSentence = { parts: [frame("Dazu steht nichts darin.")], quotations: [], layout: "line" };
    const sentences = [remark, on(first, [fact("2.400.")])];
    expect(ground({ sentences, ...rest }, QUESTION).sentences).toEqual([]);
    const kept = [remark, on(first, [fact("2.300.")])];
    expect(ground({ sentences: kept, ...rest }, QUESTION).sentences.map(({ markers }) => markers)).toEqual([[], [1]]);
  });
});
