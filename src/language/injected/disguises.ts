import { Buffer } from "node:buffer";

/** Letters of other alphabets that look like a Latin one, which comes last. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [
    "аɑαa вβb сϲc ԁd еёεe ɡg һh іїɩιıi јj кκk ӏl мm нոn оοσo рρp ԛq гr ѕs тτt υսu ѵνv ԝw хχx уγy",
    "АΑA ВΒB СϹC ЕΕЁE НΗH ІΙЇI ЈJ КΚK МM ΜM ΝN ОΟO РΡP ЅS ТΤT ХΧX УΥY ΖZ",
  ].flatMap((line) =>
    line.split(" ").flatMap((group) => {
      const letters = [...group];
      const latin = letters.at(-1) ?? "";
      return letters.map((letter) => [letter, latin] as const);
    }),
  ),
);
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}ɑɡɩıոս]/u;

/** Digits and signs that stand for letters inside a word. */
const LEET: Readonly<Record<string, string>> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const LEET_WORD = /(?<![\p{L}\p{N}])(?=\S*\p{L})(?=\S*[013457@$])[\p{L}013457@$!]{2,}(?![\p{L}\p{N}])/gu;

/** Characters that no reader sees; the tags block repeats ASCII invisibly. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]|\p{Variation_Selector}/gu;
/** Letters of the tags block that are not the flag of a region. */
const HIDDEN =
  /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007e}]{2}|(?:(?![\ufe00-\ufe0f])\p{Variation_Selector}){2}|[\u202d\u202e]|[\u200b\u200c\u2060-\u2064]{4}/u;

const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ ._-]\p{L}){4,}(?![\p{L}\p{N}])/gu;

const BASE64 = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
const HEX = /(?:[0-9a-fA-F]{2}[\s:]?){16,}|(?:\\x[0-9a-fA-F]{2}){8,}/g;
/** Shorter words stand in a decoded text by chance. */
const DECODED_WORDS = /^(?=.*\p{L}{3,}.*[\s,.:;!?_-].*\p{L}{2,})[\p{L}\p{N}\p{P}\p{Zs}\p{S}\s]+$/u;

const ENTITY = /&#(?:x([0-9a-f]{2,6})|(\d{2,7}));/giu;
const ESCAPE = /\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})|%([2-7][0-9a-f])/giu;

/** Shorter encodings say nothing, in bytes. */
const SHORTEST = 16;

/** Stems of which every command to a program holds one or another. */
const TELLING =
  "ignor forget disregard vergiss prompt instruct anweis regeln system assist answer antwort respond output repeat".split(
    " ",
  );
const ROTATED = new RegExp(TELLING.map(rot13).join("|"), "iu");
const REVERSED = new RegExp(TELLING.map(reversed).join("|"), "iu");

/** Whether a text hides text from its reader: in invisible letters, or encoded as Base64 or as hexadecimal digits. */
export function hidesText(text: string): boolean {
  if (HIDDEN.test(text)) return true;
  const encoded = [
    ...(text.match(BASE64) ?? []).map((code) => Buffer.from(code.replace(/-/g, "+").replace(/_/g, "/"), "base64")),
    ...(text.match(HEX) ?? []).map((code) => Buffer.from(code.replace(/[^0-9a-f]|\\x/giu, ""), "hex")),
  ];
  return encoded.some((bytes) => bytes.length >= SHORTEST && DECODED_WORDS.test(new TextDecoder().decode(bytes)));
}

/** A text as its reader, or a model, may come to read it: the plain form first, then what its disguises give away. */
export function readingsOf(text: string): string[] {
  const plain = unescaped(text)
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(/\p{L}\p{M}{3,}/gu, (letters) => letters.charAt(0))
    .replace(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const readings = [plain];
  if (FOREIGN.test(plain)) readings.push([...plain].map((letter) => LOOKALIKES.get(letter) ?? letter).join(""));
  if (LEET_WORD.test(plain)) {
    readings.push(plain.replace(LEET_WORD, (word) => [...word].map((sign) => LEET[sign] ?? sign).join("")));
  }
  if (SPACED.test(plain))
    readings.push(plain.replace(/[.](?= |$)/g, "").replace(SPACED, (letters) => letters.replace(/[ ._-]/g, "")));
  LEET_WORD.lastIndex = 0;
  SPACED.lastIndex = 0;
  if (ROTATED.test(plain)) readings.push(rot13(plain));
  if (REVERSED.test(plain)) readings.push(reversed(plain));
  return readings;
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

function unescaped(text: string): string {
  return text
    .replace(ENTITY, (_, hex: string | undefined, decimal: string | undefined) =>
      character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(ESCAPE, (_, ...codes: readonly (string | undefined)[]) =>
      character(Number.parseInt(codes.slice(0, 3).find((code) => code !== undefined) ?? "20", 16)),
    );
}

function character(code: number): string {
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}
