const ASCII_ONLY = /^[\x20-\x7e]*$/;
const COMBINING = /[\u0300-\u036f]/g;
/** Soft hyphen, zero-width characters and the byte order mark: they are there for the layout, not for the reader. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const QUOTES = /[“”„‟«»‹›″]/g;
const APOSTROPHES = /[‘’‚‛′`´ʼ]/g;
const DASHES = /[‐‑‒–—―−]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const SPELLED_OUT = /[äöüßæœøłđðþı]/g;
/** Ligatures, long s, the ellipsis, small digits ("CO₂") and forms as wide as Chinese characters. */
const COMPATIBLE = /[ſ…\u2080-\u2089\ufb00-\ufb06\uff01-\uff5e]/g;

const SPELLING: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * The form in which spellings are compared: lower case, umlauts and ß spelled out ("ae", "ss"), other diacritics gone,
 * ligatures taken apart, typographic quotation marks, dashes, apostrophes and spaces made plain. The same for NFC and NFD input, and
 * `fold(fold(x)) === fold(x)`. Lengths change: take offsets from the text, never from its folded form.
 */
export function fold(text: string): string {
  if (ASCII_ONLY.test(text)) return plainAscii(text);
  const letters = spelledOut(text.normalize("NFC").toLowerCase().normalize("NFC").replace(INVISIBLE, ""));
  const plain = letters.normalize("NFD").replace(COMBINING, "").normalize("NFC");
  // "ǽ" is spelled out only when its accent is gone; most texts have none left by then.
  const spelled = plain === letters ? plain : spelledOut(plain);
  return plainAscii(spelled.replace(QUOTES, '"').replace(APOSTROPHES, "'").replace(DASHES, "-").replace(SPACES, " "));
}

function spelledOut(text: string): string {
  return text
    .replace(COMPATIBLE, (character) => character.normalize("NFKC"))
    .replace(SPELLED_OUT, (character) => SPELLING[character] ?? character);
}

function plainAscii(text: string): string {
  return text.toLowerCase().replaceAll("`", "'");
}
