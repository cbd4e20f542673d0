import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMON_WORDS, commonWords } from "../../scripts/common-words.mjs";
import { isCommonWord } from "./common-words.js";

describe("isCommonWord", () => {
  it.each(["generate", "Hamburg", "Philips", "genehmigten", "because", "Vertrag", "Verträge", "signing", "Bremen"])(
    "knows %s",
    (word) => expect(isCommonWord(word)).toBe(true),
  );

  it.each(["Koperation", "Partnerschft", "Radiolgie", "Healthinears", "Vertrg", "x".repeat(2000), "", "12", "🙂"])(
    "does not know %j",
    (word) => expect(isCommonWord(word)).toBe(false),
  );

  it("has the list that the tokenizer of the bundled model gives", () => {
    expect(readFileSync(COMMON_WORDS, "utf8")).toBe(commonWords());
  });
});
