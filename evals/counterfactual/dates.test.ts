import fc from "fast-check";
import { expect, it } from "vitest";
import { shiftDay, shiftedDates } from "./dates.js";
import { replaceAll } from "./replacement.js";

const SHIFT = { years: 5, days: 33 };
const KNOWN = ["2025-09-30", "2026-02-09"];
const shifted = (text: string) => replaceAll(text, [shiftedDates(SHIFT, KNOWN)]);

it.each([
  ["Am 9. Februar 2026 begann es.", "Am 14. März 2031 begann es."],
  ["On 9 February 2026 it began.", "On 14 March 2031 it began."],
  ["On February 9, 2026, it began.", "On March 14, 2031, it began."],
  ["On the 9th of February 2026", "On the 14th of March 2031"],
  ["February 9th, 2026", "March 14th, 2031"],
  ["07.07.2025", "09.08.2030"],
  ["7.7.2025", "9.8.2030"],
  ["publishedAt: 2025-07-07", "publishedAt: 2030-08-09"],
  ["30. September 2025", "2. November 2030"],
  ["30 September 2025", "2 November 2030"],
  ["by 29 August 2025", "by 1 October 2030"],
  ["on the 29th of August 2025", "on the 1st of October 2030"],
  ["9 Feb. 2026", "14 Mar. 2031"],
  ["7. Juli", "9. August"],
  ["on July 7", "on August 9"],
  ["Fiscal year 2024", "Fiscal year 2029"],
  ["FY2024", "FY2029"],
  ["im Geschäftsjahr 2022/23", "im Geschäftsjahr 2027/28"],
  ["zwischen 2016 und 2019", "zwischen 2021 und 2024"],
  ["Montag, 9. Februar 2026", "Freitag, 14. März 2031"],
  ["am Montag, dem 09.02.2026", "am Freitag, dem 14.03.2031"],
  ["Monday, 9 February 2026", "Friday, 14 March 2031"],
  ["Monday, February 9, 2026", "Friday, March 14, 2031"],
])("gives %j as %j, in the same notation and with the right day of the week", (text, expected) => {
  expect(shifted(text)).toBe(expected);
});

it("takes a month with a year for the known day in it, and any other for its middle", () => {
  expect(shifted("im September 2025")).toBe("im November 2030");
  expect(shifted("in September 2025")).toBe("in November 2030");
  expect(shifted("im September 2024")).toBe("im Oktober 2029");
  expect(shifted("2025-09")).toBe("2030-11");
});

it.each(["24.000 Menschen", "2,024 people", "20 Jahre", "1899", "am 31. Februar", "she may", "Version 1.2025.3"])(
  "leaves alone what is no date: %j",
  (text) => {
    expect(shifted(text)).toBe(text);
  },
);

it("keeps the order of any two days, and the distance between them but for leap days", () => {
  const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });
  const shift = fc.record({ years: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(day, day, shift, (one, other, by) => {
      const [a, b] = [one, other].map((it) => new Date(it.toISOString().slice(0, 10)));
      if (a === undefined || b === undefined || a > b) return;
      const distance = (b.getTime() - a.getTime()) / 86_400_000;
      const moved = (shiftDay(b, by).getTime() - shiftDay(a, by).getTime()) / 86_400_000;
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(Math.abs(moved - distance)).toBeLessThanOrEqual(1);
    }),
  );
});
