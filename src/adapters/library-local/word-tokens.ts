/**
 * Words as the full-text index sees them. Every word, whatever characters it consists of (`#2026-02-09`, `"`, `OR`),
 * becomes exactly one token of letters, digits and `_`: other ASCII characters are written as `_` and two hexadecimal
 * digits. No operator of the index's query language can come out of that. In front stands the number of the recipe, so
 * that matches and frequencies see the passages of one recipe without a join.
 */
const OTHER_ASCII = /[^a-z0-9\u0080-\uffff]/g;
const ESCAPE = /_([0-9a-f]{2})/g;
const AFTER_RECIPE = "__";

function escapeCharacter(character: string): string {
  return `_${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

export function encodeWord(recipe: number, word: string): string {
  return `${recipe}${AFTER_RECIPE}${word.replace(OTHER_ASCII, escapeCharacter)}`;
}

/** Between which two the tokens of a recipe stand: from the first, and before the second. */
export function wordsOfRecipe(recipe: number): [string, string] {
  return [`${recipe}${AFTER_RECIPE}`, `${recipe}_\u0060`]; // the character behind "_"
}

/** The text that is indexed for a passage. */
export function encodeWords(recipe: number, words: readonly string[]): string {
  return words.map((word) => encodeWord(recipe, word)).join(" ");
}

export function decodeWord(token: string): string {
  const word = token.slice(token.indexOf(AFTER_RECIPE) + AFTER_RECIPE.length);
  if (!word.includes("_")) return word;
  return word.replace(ESCAPE, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** The reverse of `encodeWords`. */
export function decodeWords(tokens: string): string[] {
  return tokens === "" ? [] : tokens.split(" ").map(decodeWord);
}

/** A query that any of the tokens satisfies. */
export function anyOf(tokens: readonly string[]): string {
  return tokens.map((token) => `"${token}"`).join(" OR ");
}
