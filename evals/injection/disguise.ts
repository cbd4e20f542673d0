import { Buffer } from "node:buffer";

export const DISGUISES = [
  "zero-width",
  "tags",
  "bidi",
  "base64",
  "hex",
  "rot13",
  "homoglyphs",
  "full-width",
  "spaced",
  "leetspeak",
  "entities",
] as const;

export type Disguise = (typeof DISGUISES)[number];

const LATIN = "aceiopxyABCEHKMOPT";
const CYRILLIC = "асеіорхуАВСЕНКМОРТ";
const LEET: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" };

/** How an attacker hides an instruction from people, or from patterns. */
export function disguised(text: string, disguise: Disguise): string {
  switch (disguise) {
    case "zero-width":
      return eachLetter(text, (letter) => `${letter}\u200b`);
    case "tags":
      return eachLetter(text, (letter) =>
        letter <= "~" ? String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0)) : "",
      );
    case "bidi":
      return `\u202e${[...text].reverse().join("")}\u202c`;
    case "base64":
      return Buffer.from(text).toString("base64");
    case "hex":
      return Buffer.from(text).toString("hex");
    case "rot13":
      return text.replace(/[a-z]/gi, (letter) => {
        const first = letter <= "Z" ? 65 : 97;
        return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
      });
    case "homoglyphs":
      return eachLetter(text, (letter) => [...CYRILLIC][LATIN.indexOf(letter)] ?? letter);
    case "full-width":
      return eachLetter(text, (letter) =>
        letter > " " && letter <= "~" ? String.fromCodePoint(0xfee0 + (letter.codePointAt(0) ?? 0)) : letter,
      );
    case "spaced":
      return text
        .split(" ")
        .map((word) => [...word].join(" "))
        .join("  ");
    case "leetspeak":
      return eachLetter(text, (letter) => LEET[letter] ?? letter);
    case "entities":
      return eachLetter(text, (letter) => `&#${letter.codePointAt(0)};`);
  }
}

function eachLetter(text: string, change: (letter: string) => string): string {
  return [...text].map(change).join("");
}
