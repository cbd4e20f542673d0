import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connect } from "./connection.js";
import { anyOf, decodeWords, encodeWord, encodeWords } from "./word-tokens.js";

const word = fc.string({ unit: "binary", maxLength: 20 });

describe("words in the full-text index", () => {
  it("come back as they were", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.array(word, { minLength: 1 }), (recipe, words) => {
        expect(decodeWords(encodeWords(recipe, words))).toEqual(words);
      }),
    );
    expect(decodeWords(encodeWords(1, []))).toEqual([]);
  });

  it("are one token each, and found as such, whatever they consist of", () => {
    const connection = connect(":memory:");
    connection.exec(`CREATE VIRTUAL TABLE t USING fts5 (words, tokenize = "ascii tokenchars '_'")`);
    connection.exec("CREATE VIRTUAL TABLE v USING fts5vocab (t, row)");
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), (words) => {
        connection.exec("DELETE FROM t");
        connection.run("INSERT INTO t (words) VALUES (?)", [encodeWords(1, words)]);
        expect(connection.one("SELECT COUNT(*) FROM v")).toEqual([words.length]);
        for (const one of words) {
          const find = (recipe: number) =>
            connection.one("SELECT COUNT(*) FROM t WHERE t MATCH ?", [anyOf([encodeWord(recipe, one)])]);
          expect(find(1)).toEqual([1]);
          expect(find(2)).toEqual([0]);
        }
      }),
    );
    connection.close();
  });
});
