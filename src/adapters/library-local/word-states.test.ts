import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeWordStates, encodeWordStates } from "./word-states.js";

describe("the word states of a passage as bytes", () => {
  it("come back as they were, sentence by sentence", () => {
    fc.assert(
      fc.property(fc.array(fc.int8Array({ maxLength: 20 }), { maxLength: 6 }), (sentences) => {
        expect(decodeWordStates(encodeWordStates(sentences), sentences.length)).toEqual(sentences);
      }),
    );
  });

  it("come back from part of a larger array, which they need not be aligned with", () => {
    const states = Int8Array.of(1, 2, 3, 4, 5).subarray(1, 4);
    const row = Buffer.concat([Buffer.of(0), encodeWordStates([states])]);
    expect(decodeWordStates(row.subarray(1), 1)).toEqual([Int8Array.of(2, 3, 4)]);
  });

  it("are damaged when they are shorter or longer than they say", () => {
    const bytes = encodeWordStates([Int8Array.of(1, 2), Int8Array.of(3)]);
    const wrong = [bytes.subarray(0, 3), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)])];
    for (const stored of wrong) {
      expect(() => decodeWordStates(stored, 2)).toThrow(expect.objectContaining({ code: "storage_damaged" }));
    }
    expect(() => decodeWordStates(bytes, 3)).toThrow(expect.objectContaining({ code: "storage_damaged" }));
  });
});
