import { GLOSSARY } from "./glossary/all.js";
import { formsOf } from "./glossary-forms.js";
import { analyseWords } from "./words.js";

const SINGLE_WORD = /^\p{L}+$/u;

let built: ReadonlyMap<string, string> | null = null;

/** The single words of the glossary, German and English, each under its stem. */
export function glossaryWords(): ReadonlyMap<string, string> {
  built ??= collect();
  return built;
}

function collect(): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const group of GLOSSARY) {
    for (const language of ["de", "en"] as const) {
      for (const form of group[language].flatMap((term) => formsOf(term, language).forms)) {
        const [word] = analyseWords(form, language);
        if (word !== undefined && SINGLE_WORD.test(form) && !words.has(word.stem)) words.set(word.stem, form);
      }
    }
  }
  return words;
}
