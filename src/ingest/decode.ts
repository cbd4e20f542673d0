import { KonsilError } from "../contracts/errors.js";
import { canonicalise } from "../language/canonicalise.js";

/**
 * The canonical text of a file: UTF-8 or UTF-16 with a byte order mark, else Windows-1252 where that gives plausible
 * German or English. Throws `unreadable_document` for binary files, other encodings, and files without any text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw unreadable("The file is empty.");
  const text = canonicalise(decode(bytes));
  if (text.trim() === "") throw unreadable("The file is empty: it holds white space only.");
  return text;
}

/** First bytes of formats that people hand in by mistake, as Latin-1. */
const MAGIC: readonly (readonly [start: string, what: string])[] = [
  ["%PDF-", "a PDF file"],
  ["PK\x03\x04", "a ZIP archive or an office document"],
  ["\xd0\xcf\x11\xe0", "an office document"],
  ["{\\rtf", "a rich text file"],
  ["\x89PNG", "an image"],
  ["\xff\xd8\xff", "an image"],
  ["GIF8", "an image"],
  ["RIFF", "an image or a recording"],
  ["ID3", "a recording"],
  ["OggS", "a recording"],
  ["\x1f\x8b", "a compressed file"],
  ["7z\xbc\xaf", "a compressed file"],
  ["Rar!", "a compressed file"],
  ["\x7fELF", "a program"],
  ["SQLite format 3", "a database"],
];

const CONTROL_SHARE_MAX = 0.01;

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, "utf-16be");
  refuseBinary(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

function refuseBinary(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const magic = MAGIC.find(([signature]) => start.startsWith(signature));
  if (magic) throw unreadable(`The file is binary: it looks like ${magic[1]}. Hand in its text as UTF-8.`);
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) throw unreadable("The file is binary: it holds NUL bytes. Hand in its text as UTF-8.");
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls += 1;
  }
  if (controls > bytes.length * CONTROL_SHARE_MAX) {
    throw unreadable("The file is binary: it holds many control characters. Hand in its text as UTF-8.");
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw wrongEncoding("it begins like UTF-16 and is not", error);
  }
  if (text.includes("\0")) throw wrongEncoding("it begins like UTF-16 and is not");
  return text;
}

// Bytes 0x80 to 0x9f; U+FFFD where Windows-1252 defines none. TextDecoder maps those to control characters.
const WINDOWS_1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte),
  ).join("");
  if (text.includes("\ufffd")) throw wrongEncoding("it is neither UTF-8 nor Windows-1252");
  if (holdsUtf8(bytes)) throw wrongEncoding("it is UTF-8 with damaged characters");
  if (!isPlausible(text)) throw wrongEncoding("it is neither UTF-8 nor plausible Windows-1252");
  return text;
}

/** True when a whole UTF-8 sequence occurs; in Windows-1252 it would read as "Ã¼", which no text means. */
function holdsUtf8(bytes: Uint8Array): boolean {
  const continues = (index: number): boolean => ((bytes[index] ?? 0) & 0xc0) === 0x80;
  return bytes.some((byte, index) => {
    if (byte >= 0xc3 && byte <= 0xdf) return continues(index + 1) && !continues(index + 2);
    return byte >= 0xe1 && byte <= 0xef && continues(index + 1) && continues(index + 2);
  });
}

/** How much of a text may look odd. In German about 2 % of letters are outside ASCII; other code pages show far more. */
const PLAUSIBLE = { lettersAndSpaces: 0.7, foreignLetters: 0.25, odd: 0.1 };

function isPlausible(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const spaces = text.match(/\s/gu)?.length ?? 0;
  const high = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  const highLetters = text.match(/[^\P{L}\0-\x7f]/gu)?.length ?? 0;
  // Signs inside a word ("sch”n") and rare letters are what other code pages turn umlauts into.
  const odd = text.match(/(?<=\p{L})[^\p{L}\s\0-\x7f’‘–—·…\u00ad](?=\p{L})|[ŠšŽžŸƒ]|[×÷¤¦¬¯¸¶]/gu)?.length ?? 0;
  return (
    letters + spaces >= text.length * PLAUSIBLE.lettersAndSpaces &&
    highLetters <= letters * PLAUSIBLE.foreignLetters &&
    odd <= high * PLAUSIBLE.odd
  );
}

function wrongEncoding(what: string, cause?: unknown): KonsilError {
  return new KonsilError("unreadable_document", `The file has the wrong encoding: ${what}. Save it as UTF-8.`, {
    cause,
  });
}

function unreadable(message: string): KonsilError {
  return new KonsilError("unreadable_document", message);
}
