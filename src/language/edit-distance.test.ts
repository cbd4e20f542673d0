import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance.js";

describe("editDistance", () => {
  it.each([
    ["vertrag", "vertrag", 0],
    ["vertrg", "vertrag", 1],
    ["vertrrag", "vertrag", 1],
    ["vertrog", "vertrag", 1],
    ["vetrrag", "vertrag", 1],
    ["wertrg", "vertrag", 2],
    ["", "ab", 2],
    // One swap, one letter added between the two: the restricted distance counts three.
    ["ca", "abc", null],
    ["klinik", "zentrum", null],
  ])("of %j and %j is %j, where at most two are looked for", (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
    expect(editDistance(other, one, 2)).toBe(distance);
  });

  it("is at most the number of edits that were made", () => {
    const edits = fc.array(fc.record({ at: fc.nat(30), letter: fc.constantFrom("", "x", "yz") }), { maxLength: 2 });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-e]{8,20}$/), edits, (word, made) => {
        let edited = word;
        for (const { at, letter } of made) {
          const place = at % edited.length;
          edited = edited.slice(0, place) + letter + edited.slice(place + 1);
        }
        const cost = made.reduce((sum, { letter }) => sum + Math.max(1, letter.length), 0);
        expect(editDistance(word, edited, cost)).not.toBeNull();
      }),
    );
  });
});
