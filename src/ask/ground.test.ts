import { describe, expect, it } from "vitest";
import { candidateOf } from "../../tests/fakes/candidates.js";
import type { DraftSentence } from "./draft.js";
import { ground, isSupported } from "./ground.js";

const TEXT = "Das Zentrum Nord beschäftigt 2.300 Menschen. Prof. Vera Ott leitet es seit dem 3. Mai 2024.";

function sentence(own: string, quote: string, at = TEXT.indexOf(quote)): DraftSentence {
  const quotation = { candidate: candidateOf(TEXT), start: at, end: at + quote.length, quote };
  return { text: own || quote, own, quotations: [quotation], layout: "run" };
}

describe("isSupported", () => {
  const quote = "Prof. Vera Ott leitet es seit dem 3. Mai 2024.";

  it("lets a number, date and name stand that the quotation holds, in either notation", () => {
    expect(isSupported(sentence("On 3 May 2024.", quote))).toBe(true);
    expect(isSupported(sentence("2,300.", "Das Zentrum Nord beschäftigt 2.300 Menschen."))).toBe(true);
    expect(isSupported(sentence("Prof. Vera Ott.", quote))).toBe(true);
  });

  it.each([
    ["another date", "On 4 May 2024."],
    ["another number", "2.400."],
    ["another name", "Prof. Vera Olt."],
  ])("refuses %s", (_, own) => {
    expect(isSupported(sentence(own, quote))).toBe(false);
  });

  it("refuses a quotation that is not verbatim or not at its offsets", () => {
    expect(isSupported(sentence("", quote.replace("Ott", "Olt"), TEXT.indexOf(quote)))).toBe(false);
    expect(isSupported(sentence("", quote, TEXT.indexOf(quote) + 1))).toBe(false);
  });

  it("refuses a sentence without a quotation", () => {
    expect(isSupported({ text: "Ja.", own: "Ja.", quotations: [], layout: "run" })).toBe(false);
  });
});

describe("ground", () => {
  it("gives one place one marker, in the order of the text, and counts what it dropped", () => {
    const first = "Das Zentrum Nord beschäftigt 2.300 Menschen.";
    const second = "Prof. Vera Ott leitet es seit dem 3. Mai 2024.";
    const candidate = candidateOf(TEXT);
    const quotation = (quote: string) => ({
      candidate,
      quote,
      start: TEXT.indexOf(quote),
      end: TEXT.indexOf(quote) + quote.length,
    });
    const draft = [
      { text: "2.300.", own: "2.300.", quotations: [quotation(first)], layout: "run" as const },
      { text: first, own: "", quotations: [quotation(first)], layout: "line" as const },
      { text: "Im Jahr 1999.", own: "Im Jahr 1999.", quotations: [quotation(second)], layout: "line" as const },
      { text: second, own: "", quotations: [quotation(second)], layout: "line" as const },
    ];
    const grounded = ground({ sentences: draft });
    expect(grounded.sentences.map(({ markers }) => markers)).toEqual([[1], [1], [2]]);
    expect(grounded.citations.map(({ quote }) => quote)).toEqual([first, second]);
    expect(grounded.dropped).toBe(1);
  });
});
