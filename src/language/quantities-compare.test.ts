import { describe, expect, it } from "vitest";
import { covers, findQuantities, type Quantity, sameQuantity } from "./quantities.js";

function only(text: string): Quantity {
  const [first] = findQuantities(text);
  if (first === undefined) throw new Error(`no quantity in ${text}`);
  return first;
}

describe("sameQuantity", () => {
  it.each([
    ["9. Februar 2026", "February 9, 2026"],
    ["23,4 Milliarden Euro", "€23.4bn"],
    ["zwei Jahrzehnte", "20 years"],
    ["14 Tage", "two weeks"],
  ])("holds for %s and %s", (a, b) => expect(sameQuantity(only(a), only(b))).toBe(true));

  it.each([
    ["23,4 Milliarden Euro", "23,4 Milliarden Dollar"],
    ["2025", "2026"],
    ["20 years", "20 months"],
    ["2026", "9. Februar 2026"],
  ])("does not hold for %s and %s", (a, b) => expect(sameQuantity(only(a), only(b))).toBe(false));
});

describe("covers", () => {
  it.each([
    ["2026", "9. Februar 2026"],
    ["Februar 2026", "09.02.2026"],
    ["2026", "February 2026"],
    ["30. September", "September 30, 2025"],
    ["80", "80 %"],
    ["20", "20 Jahre"],
    ["23,4 Milliarden", "23.4 billion euros"],
  ])("%s asked, %s stated", (asked, stated) => expect(covers(only(asked), only(stated))).toBe(true));

  it.each([
    ["9. Februar 2026", "2026"],
    ["9. Februar 2026", "Februar 2026"],
    ["2025", "9. Februar 2026"],
    ["Februar 2026", "9. März 2026"],
    ["20", "9. Februar 2026"],
    ["80 %", "80"],
  ])("%s asked, %s stated: not covered", (asked, stated) => expect(covers(only(asked), only(stated))).toBe(false));
});
