/*
 * Numerals in digits and words, German and English. Values are plain decimal strings ("23.4"): no rounding, and a shift by
 * a power of ten is exact.
 */

/** "74.000", "74,000", "74 000", "1.234,5", "23,4", "7". The first alternative that fits is the whole numeral. */
export const NUMERAL =
  "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:[ \\u00a0\\u2009\\u202f'’]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?";

const WHOLE_NUMERAL = new RegExp(`^(?:${NUMERAL})$`);
const FULL_WIDTH = /[\uff10-\uff19]/g;

export type DecimalMark = "." | ",";

/**
 * The value of a numeral in digits, null for anything else. Three digits after a single separator are thousands
 * ("1.234" = "1,234" = 1234) unless `decimalMark` says that it is the mark of a fraction here; any other number of digits
 * is a fraction ("23,4" = "23.4").
 */
export function parseNumeral(written: string, decimalMark: DecimalMark | null = null): string | null {
  const surface = written.replace(FULL_WIDTH, (digit) => digit.normalize("NFKC"));
  if (!WHOLE_NUMERAL.test(surface)) return null;
  const separators = surface.replace(/\d/g, "");
  const last = separators.slice(-1);
  const tail = surface.slice(surface.lastIndexOf(last) + 1);
  const isMark = last === decimalMark && separators.length === 1;
  const hasFraction =
    (last === "." || last === ",") &&
    (tail.length !== 3 || isMark || new Set(separators).size > 1 || surface.startsWith("0"));
  const digits = surface.replace(/\D/g, "");
  return hasFraction ? plainDecimal(digits.slice(0, -tail.length), tail) : plainDecimal(digits, "");
}

/** The decimal times ten to the `exponent`, exactly. */
export function shiftDecimal(decimal: string, exponent: number): string {
  const [whole = "", fraction = ""] = decimal.split(".");
  const padded = fraction.padEnd(exponent, "0");
  return plainDecimal(whole + padded.slice(0, exponent), padded.slice(exponent));
}

function plainDecimal(whole: string, fraction: string): string {
  const head = whole.replace(/^0+(?=\d)/, "") || "0";
  const tail = fraction.replace(/0+$/, "");
  return tail === "" ? head : `${head}.${tail}`;
}

const GERMAN_ONES = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
const GERMAN_TEENS = [
  "zehn",
  "elf",
  "zwölf",
  "dreizehn",
  "vierzehn",
  "fünfzehn",
  "sechzehn",
  "siebzehn",
  "achtzehn",
  "neunzehn",
];
const GERMAN_TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
const ENGLISH_ONES = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const ENGLISH_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const ENGLISH_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** 2 to 99, the round hundreds and thousands, in words. "ein" and "one" are articles and pronouns, and stay out. */
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(numberWords());

const LONGEST_NUMBER_WORD = 20;

function* numberWords(): Generator<[string, string]> {
  for (const [teens, value] of [GERMAN_TEENS, ENGLISH_TEENS].flatMap((list) =>
    list.map((w, i) => [w, 10 + i] as const),
  )) {
    yield* spellings(teens, value);
  }
  for (let ten = 2; ten <= 9; ten += 1) {
    for (let one = 0; one <= 9; one += 1) {
      const german = GERMAN_TENS[ten] ?? "";
      const english = ENGLISH_TENS[ten] ?? "";
      yield* spellings(one === 0 ? german : `${GERMAN_ONES[one]}und${german}`, ten * 10 + one);
      yield* spellings(one === 0 ? english : `${english}-${ENGLISH_ONES[one]}`, ten * 10 + one);
    }
  }
  for (let one = 2; one <= 9; one += 1) {
    yield* spellings(GERMAN_ONES[one] ?? "", one);
    yield* spellings(ENGLISH_ONES[one] ?? "", one);
    yield* spellings(`${GERMAN_ONES[one]}hundert`, one * 100);
    yield* spellings(`${GERMAN_ONES[one]}tausend`, one * 1000);
  }
  yield* spellings("zwo", 2);
  for (const prefix of ["", "ein"]) {
    yield* spellings(`${prefix}hundert`, 100);
    yield* spellings(`${prefix}tausend`, 1000);
  }
  yield* spellings("hundred", 100);
  yield* spellings("thousand", 1000);
}

function* spellings(word: string, value: number): Generator<[string, string]> {
  yield [word, String(value)];
  yield [word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss"), String(value)];
}

/** The value of a number word ("zwölf", "twenty-five", "zweihundert"), null for any other word. */
export function parseNumberWord(word: string): string | null {
  if (word.length > LONGEST_NUMBER_WORD) return null;
  return NUMBER_WORDS.get(word.normalize("NFC").toLowerCase()) ?? null;
}
