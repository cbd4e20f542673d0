import { describe, expect, it } from "vitest";
import { feedbackRecord } from "../../tests/contract/feedback-book.js";
import { readFeedback } from "./feedback-lines.js";

const line = (id: number, fields = {}) => JSON.stringify(feedbackRecord(id, fields));

describe("readFeedback", () => {
  it("reads an export, and leaves out what nobody asked", () => {
    const text = `${line(1)}\r\n\n${line(2, { question: null })}\n${line(3)}\n`;
    expect(readFeedback(text).map(({ id }) => id)).toEqual(["fb_1", "fb_3"]);
    expect(readFeedback("")).toEqual([]);
  });

  it.each(["{", "{}", "[]", '"text"'])("names the line that is none: %s", (bad) => {
    expect(() => readFeedback(`${line(1)}\n${bad}\n`)).toThrow('Line 2 is no feedback as "konsil export feedback"');
  });
});
