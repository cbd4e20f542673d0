// Invisible characters that split words for a reader's search and for ours: soft hyphen, zero-width and direction
// marks, byte order mark, object replacement.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc]/g;
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
