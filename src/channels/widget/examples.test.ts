import { describe, expect, it } from "vitest";
import { newestDate } from "./api.js";
import { showDate } from "./dates.js";
import { exampleQuestions } from "./examples.js";
import { textsIn } from "./texts.js";

const document = (publishedAt: string | null, ...partners: string[]) => ({ publishedAt, partners });

describe("example questions", () => {
  it("are about partners that the documents name, each pair once, three at most", () => {
    const documents = [
      document(null, "A", "B"),
      document(null, "B", "A"),
      document(null, "Alone"),
      ...["C", "D", "E"].map((partner) => document(null, partner, "F")),
    ];
    expect(exampleQuestions(documents, textsIn("en"))).toEqual([
      "What is the collaboration between B and A about?",
      "Which goals do C and F pursue?",
      "What are D and F planning together?",
    ]);
  });
});

describe("how recent the documents are", () => {
  it("is the newest date among them", () => {
    expect(newestDate([document("2025-07-07"), document(null), document("2026-02-09")])).toBe("2026-02-09");
    expect(newestDate([document(null)])).toBeNull();
  });

  it("is shown in the reader's language, and not at all when it is no date", () => {
    expect(showDate("2026-02-09", "de")).toBe("9. Februar 2026");
    expect(showDate("2026-02-09", "en")).toBe("9 February 2026");
    expect(["", "2026", "2026-13-40", "<b>"].map((text) => showDate(text, "de"))).toEqual([null, null, null, null]);
  });
});
