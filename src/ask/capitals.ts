import type { Library } from "../contracts/ports.js";
import { isCommonWord } from "../language/common-words.js";
import { detectLanguage } from "../language/detect.js";
import { fold } from "../language/fold.js";
import { searchWords } from "../language/index-words.js";
import { analyseWords } from "../language/words.js";

/** From so many passages it is taken how a word is written. */
const LOOKED_AT = 20;
/** Of its places, for an address may have a name in small letters. */
const MOSTLY = 0.75;

/**
 * A question that is typed without any capitals, with those of its words that the documents write with one written so:
 * names are told by them. German nouns have one too, so of a usual word German documents tell it for German questions only.
 * As it was, where it has a capital. Throws what the library throws.
 */
export async function restoreCapitals(question: string, library: Library): Promise<string> {
  if (/\p{Lu}/u.test(question)) return question;
  const language = detectLanguage(question);
  let restored = question;
  for (const { start, end, surface, forms } of searchWords(question, language).toReversed()) {
    const tellsGerman = language === "de" || !isCommonWord(surface);
    const written = await asWritten(surface, { forms, library, tellsGerman });
    if (written !== null) restored = restored.slice(0, start) + written + restored.slice(end);
  }
  return restored;
}

interface Lookup {
  readonly forms: readonly string[];
  readonly library: Library;
  /** Whether German documents count. */
  readonly tellsGerman: boolean;
}

/** The most frequent way to write just this word, where most ways have a capital; else null. */
async function asWritten(asked: string, { forms, library, tellsGerman }: Lookup): Promise<string | null> {
  const hits = await library.matching([...forms], LOOKED_AT);
  const counts = new Map<string, number>();
  for (const { document, passage } of hits) {
    if (document.language === "de" && !tellsGerman) continue;
    const text = [document.title, passage.heading, passage.text].join("\n");
    for (const { surface } of analyseWords(text, document.language)) {
      if (fold(surface) === fold(asked)) counts.set(surface, (counts.get(surface) ?? 0) + 1);
    }
  }
  const ways = [...counts].sort(([, a], [, b]) => b - a);
  const sum = (of: typeof ways) => of.reduce((all, [, count]) => all + count, 0);
  const capitalised = ways.filter(([surface]) => /^\p{Lu}/u.test(surface));
  return ways.length > 0 && sum(capitalised) >= MOSTLY * sum(ways) ? (capitalised[0]?.[0] ?? null) : null;
}
