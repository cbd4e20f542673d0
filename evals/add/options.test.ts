import { describe, expect, it } from "vitest";
import { UsageError } from "../run-options.js";
import { readAddOptions } from "./options.js";

describe("readAddOptions", () => {
  it("asks for everything by default, and adds to the cases of this evaluation", () => {
    expect(readAddOptions([])).toEqual({ help: false, own: null });
  });

  it("takes feedback, a folder of cases and the documents that they are about", () => {
    const args = ["--feedback", "f.jsonl", "--pick", "fb_1", "--cases", "a", "--corpus", "b", "--lang", "de"];
    expect(readAddOptions(args)).toMatchObject({ feedback: "f.jsonl", pick: "fb_1", own: { cases: "a", corpus: "b" } });
  });

  it.each([
    [["--nonsense"], "nonsense"],
    [["stray"], "stray"],
    [["--lang", "fr"], "de or en"],
    [["--question", " "], "empty"],
    [["--question", "Was?", "--feedback", "f"], "exclude each other"],
    [["--pick", "fb_1"], "goes with --feedback"],
    [["--feedback", "-", "--json", "-"], "only one"],
    [["--cases", "a"], "go together"],
  ])("does not take %j", (args, message) => {
    expect(() => readAddOptions(args)).toThrow(UsageError);
    expect(() => readAddOptions(args)).toThrow(message);
  });
});
