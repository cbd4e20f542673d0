import type { WordMeans } from "../../src/ask/word-means.js";
import type { Language } from "../../src/contracts/document.js";
import type { Library } from "../../src/contracts/ports.js";

/**
 * The mean state of the words of each language, over the documents named, which should say the same in both languages: what
 * they speak of must not count. One decimal is enough for states in whole numbers.
 */
export async function wordMeansOf(
  library: Library,
  dimensions: number,
  documentIds: ReadonlySet<string>,
): Promise<WordMeans> {
  const { passages } = await library.statistics();
  const hits = await library.nearest(new Float32Array(dimensions), passages);
  const meanOf = (language: Language): number[] => {
    const words = hits
      .filter(({ document }) => document.language === language && documentIds.has(document.id))
      .flatMap(({ passage }) => passage.sentenceWords ?? []);
    const states = words.flatMap(toStates);
    return Array.from({ length: STATE }, (_, at) =>
      Number((states.reduce((sum, state) => sum + (state[at] ?? 0), 0) / states.length).toFixed(1)),
    );
  };
  return { de: meanOf("de"), en: meanOf("en") };
}

/** Dimensions of a state of the bundled model. */
const STATE = 128;

function toStates(words: Int8Array): Int8Array[] {
  return Array.from({ length: words.length / STATE }, (_, word) => words.subarray(word * STATE, (word + 1) * STATE));
}
