import { describe, expect, it } from "vitest";
import { cutBlock, readQuotes } from "./quote-ranges.js";

describe("the quotations that an address names", () => {
  it("are ranges within the text, in the order of the address", () => {
    expect(readQuotes("#quote=10-20&quote=0-5", 20)).toEqual({
      ranges: [
        { start: 10, end: 20 },
        { start: 0, end: 5 },
      ],
      misplaced: false,
    });
  });

  it.each([
    "#quote=10-21",
    "#quote=5-5",
    "#quote=9-5",
    "#quote=-1-5",
    "#quote=a-b",
    "#quote=",
    "#quote=1e1-15",
    "#quote=1-2-3",
  ])("are none where there is no such place: %s", (hash) => {
    expect(readQuotes(hash, 20)).toEqual({ ranges: [], misplaced: true });
    expect(readQuotes(`${hash}&quote=1-2`, 20)).toEqual({ ranges: [{ start: 1, end: 2 }], misplaced: true });
  });

  it("are a hundred at most, so that no address keeps the browser busy", () => {
    const { ranges, misplaced } = readQuotes(`#${"quote=0-5&".repeat(20_000)}`, 20);
    expect([ranges.length, misplaced]).toEqual([100, true]);
  });

  it("are not asked for by any other fragment", () => {
    for (const hash of ["", "#", "#top", "#:~:text=a", "#access=x"]) {
      expect(readQuotes(hash, 20)).toEqual({ ranges: [], misplaced: false });
    }
  });
});

describe("a block with quotations", () => {
  const pieces = (...ranges: [number, number][]) =>
    cutBlock(
      { start: 100, end: 110 },
      ranges.map(([start, end]) => ({ start, end })),
    ).map(({ start, end, quotes }) => [...[start, end], quotes]);

  it("is cut where they begin and end, also when they overlap or reach beyond it", () => {
    expect(pieces([102, 105])).toEqual([
      [100, 102, []],
      [102, 105, [0]],
      [105, 110, []],
    ]);
    expect(pieces([90, 104], [102, 120])).toEqual([
      [100, 102, [0]],
      [102, 104, [0, 1]],
      [104, 110, [1]],
    ]);
  });

  it("stays whole where they are elsewhere", () => {
    expect(pieces([0, 100], [110, 120])).toEqual([[100, 110, []]]);
    expect(pieces()).toEqual([[100, 110, []]]);
  });
});
