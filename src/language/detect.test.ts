import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "./detect.js";

const GERMAN = [
  "Wer?",
  "Wann",
  "Wer leitet das?",
  "Umsatz 2025",
  "Größe",
  "Forschung",
  "Zusammenarbeit",
  "Krankenhaus Seeheim",
  "Leiter der Radiologie",
  "Was ist Theranostik?",
  "Theranostik Definition",
  "Radiologie Chicago",
  "Was betont Vera Ott?",
  "Seit wann arbeiten die Partner zusammen?",
  "Welche Kliniken kooperieren mit dem Tumorzentrum?",
  "Die Kliniken arbeiten seit vielen Jahren in der Forschung zusammen.",
];
const ENGLISH = [
  "Who?",
  "When",
  "revenue 2025",
  "Who leads it?",
  "research",
  "Number of employees",
  "What is theranostics?",
  "Was Vera Ott elected?",
  "Was often used in Kiel?",
  "Partnership duration",
  "cooperation Chicago",
  "Since when have the partners been working together?",
  "Which hospitals take part in the programme?",
  "The hospitals have been working together for many years.",
];

describe("detectLanguage", () => {
  it.each(GERMAN)("knows German: %s", (text) => expect(detectLanguage(text)).toBe("de"));
  it.each(ENGLISH)("knows English: %s", (text) => expect(detectLanguage(text)).toBe("en"));

  it("says null when there is no letter", () => {
    for (const text of ["", "?!", "2026", "😀 …", " \n"]) expect(detectLanguage(text)).toBeNull();
  });

  it("chooses the nearer one for any other language", () => {
    expect(detectLanguage("De ziekenhuizen werken nauw samen met elkaar.")).not.toBeNull();
    expect(detectLanguage("Больница")).not.toBeNull();
  });

  it("is not swayed by a name of the other language", () => {
    expect(detectLanguage("Wer ist Chief Executive Officer der Northfield Health University?")).toBe("de");
    expect(detectLanguage("Who is the Geschäftsführer of Klinikum Seeheim?")).toBe("en");
  });

  it("answers for any string, null exactly where there is no letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(detectLanguage(text) === null).toBe(!/\p{L}/u.test(text));
      }),
    );
  });
});
