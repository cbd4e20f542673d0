import { describe, expect, it } from "vitest";
import { withFiscalYears } from "./fiscal-year.js";

describe("withFiscalYears", () => {
  it.each([
    ["revenue FY2024", "revenue fiscal year 2024"],
    ["revenue FY24", "revenue fiscal year 2024"],
    ["revenue in fy '25", "revenue in fiscal year 2025"],
    ["revenue in fiscal 2024", "revenue in fiscal year 2024"],
    ["the financial year 2023", "the fiscal year 2023"],
    ["Umsatz GJ 2025", "Umsatz Geschäftsjahr 2025"],
    ["Umsatz GJ25 und GJ24", "Umsatz Geschäftsjahr 2025 und Geschäftsjahr 2024"],
    ["im Geschäftsjahr 24", "im Geschäftsjahr 2024"],
    ["sales in the financial year that finished at the end of September 2025", "sales in the fiscal year 2025"],
    ["the fiscal year ended 30 September 2024", "the fiscal year 2024"],
    ["im Geschäftsjahr, das Ende September 2024 endete", "im Geschäftsjahr 2024"],
  ])("%s", (text, spelt) => expect(withFiscalYears(text)).toBe(spelt));

  it.each([
    "Umsatz FY2024/25",
    "GJ 24/25",
    "im Geschäftsjahr 2024/2025",
    "im Jahr 2024",
    "Raum GJ 204",
    "FYI 2024 matters",
  ])("leaves alone what names two years or none: %s", (text) => expect(withFiscalYears(text)).toBe(text));
});
