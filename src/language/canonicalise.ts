// Invisible characters that split words for a reader's search and for ours: soft hyphen, zero-width and direction
// marks, byte order mark, object replacement; and those that can hold a text which no reader sees: tags, and variation
// selectors beyond those of emoji.
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc\u{e0000}-\u{e007f}]|(?![\ufe00-\ufe0f])\p{Variation_Selector}/gu;
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is stripped
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/**
 * The form in which documents are kept and questions are read: NFC, `\n` line ends, no control or invisible characters;
 * `\t` and non-breaking spaces stay. Idempotent.
 */
export function canonicalise(text: string): string {
  return text.replace(LINE_END, "\n").replace(CONTROL, "").replace(INVISIBLE, "").normalize("NFC");
}
