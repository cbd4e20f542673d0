import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitMarkers, spoken } from "./marked-text.js";

describe("markers in an answer", () => {
  it("are taken out", () => {
    expect(splitMarkers("Ja. [1] Nein. [2][3]", new Set([1, 2, 3]))).toEqual(["Ja. ", 1, " Nein. ", 2, 3]);
  });

  it("are only those that are cited", () => {
    expect(splitMarkers("See [7] and [1].", new Set([1]))).toEqual(["See [7] and ", 1, "."]);
  });

  it("leave every other character in its place", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.integer({ min: 1, max: 9 }).map((n) => `[${n}]`),
          ),
        ),
        (parts) => {
          const text = parts.join("");
          const pieces = splitMarkers(text, new Set([1, 2, 3]));
          const joined = pieces.map((piece) => (typeof piece === "number" ? `[${piece}]` : piece)).join("");
          expect(joined).toBe(text);
        },
      ),
    );
  });

  it("are not read out", () => {
    expect(spoken("- Ja. [1] [2]\n- Nein. [3]")).toBe("- Ja. - Nein.");
  });
});
