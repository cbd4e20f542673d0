import type { Language } from "../contracts/document.js";
import { fold } from "./fold.js";
import type { ConceptGroup } from "./glossary/concept-group.js";
import { type CompoundIndex, createCompoundIndex } from "./glossary-compounds.js";
import { formsOf } from "./glossary-forms.js";
import { stem } from "./stem.js";
import { isStopWord } from "./stop-words.js";
import { analyseWords, type Word } from "./words.js";

/** A term of two or more words: what follows its first one, and what it means. */
export interface LongTerm {
  readonly rest: readonly string[];
  readonly concept: string;
}

/** What one language's words mean, by stem. */
export interface LanguageIndex {
  /** By folded spelling. */
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
  /** By the stem of the first word, longest first. */
  readonly long: ReadonlyMap<string, readonly LongTerm[]>;
}

export interface GlossaryIndex {
  readonly own: Readonly<Record<Language, LanguageIndex>>;
  /**
   * By the language of a text, the terms of the other one, as that text's stemmer, or none, leaves them: "clinical trial
   * unit" in a German document. Words that mean two things this way are left out.
   */
  readonly foreign: Readonly<Record<Language, ReadonlyMap<string, string>>>;
  readonly compounds: CompoundIndex;
  /** By concept, the one that it is a kind of. */
  readonly broader: ReadonlyMap<string, string>;
}

const LANGUAGES = ["de", "en"] as const;
const OTHER = { de: "en", en: "de" } as const satisfies Record<Language, Language>;
const NO_SINGLE_WORD = /[\s/.&]/;
/** A stem by the other language's rules leaves too little of a short word: "offer" would meet "offen". */
const SHORTEST_FOREIGN_STEM = 5;
/** Compounds are made of nouns: verbs would be found in any verb with a prefix ("geben" in "übergeben"). */
const NOUN = /^\p{Lu}/u;
const CLITIC = /'s$/;
const NOT_PLAIN = /[^\p{L}\p{N}]/gu;

interface Draft {
  readonly exact: Map<string, string[]>;
  readonly stems: Map<string, string[]>;
  readonly long: Map<string, LongTerm[]>;
}

export function buildGlossaryIndex(groups: readonly ConceptGroup[]): GlossaryIndex {
  const own: Record<Language, Draft> = { de: newDraft(), en: newDraft() };
  const foreign: Record<Language, Map<string, Set<string>>> = { de: new Map(), en: new Map() };
  const compounds: { form: string; stem: string; concept: string }[] = [];
  for (const group of groups) {
    for (const language of LANGUAGES) {
      for (const term of group[language]) {
        const { exact, forms } = formsOf(term, language);
        for (const form of forms) {
          addForm(own[language], form, language, exact, group.id);
          if (exact) continue;
          const plain = plainForm(form);
          if (plain === null) continue;
          if (form === forms[0])
            for (const key of foreignKeys(plain, language)) addTo(foreign[OTHER[language]], key, group.id);
          if (language === "de" && NOUN.test(form))
            compounds.push({ form: plain, stem: stem(plain, "de"), concept: group.id });
        }
      }
    }
  }
  for (const draft of Object.values(own)) {
    for (const terms of draft.long.values()) terms.sort((a, b) => b.rest.length - a.rest.length);
  }
  return {
    own,
    foreign: { de: unambiguous(foreign.de), en: unambiguous(foreign.en) },
    compounds: createCompoundIndex(compounds),
    broader: new Map(groups.flatMap(({ id, broader }) => (broader === undefined ? [] : [[id, broader]]))),
  };
}

function unambiguous(meanings: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  return new Map(
    [...meanings].flatMap(([key, [concept, ...others]]): [string, string][] =>
      concept === undefined || others.length > 0 ? [] : [[key, concept]],
    ),
  );
}

function newDraft(): Draft {
  return { exact: new Map(), stems: new Map(), long: new Map() };
}

function addForm(draft: Draft, form: string, language: Language, exact: boolean, concept: string): void {
  const plain = plainForm(form);
  if (plain !== null) {
    const map = exact ? draft.exact : draft.stems;
    const key = exact ? plain : stem(plain, language);
    const concepts = map.get(key) ?? [];
    if (!concepts.includes(concept)) map.set(key, [...concepts, concept]);
    return;
  }
  const [first, ...rest] = wholeWords(form, language);
  if (first === undefined) return;
  const terms = draft.long.get(first.stem) ?? [];
  draft.long.set(first.stem, [...terms, { rest: rest.map((word) => word.stem), concept }]);
}

/** The folded spelling of a single word, letters and digits only; null for a term of several words. */
function plainForm(form: string): string | null {
  return NO_SINGLE_WORD.test(form) ? null : plainSpelling(form);
}

/** The spelling by which words are compared without a stemmer: folded, letters and digits only. */
export function plainSpelling(word: string): string {
  return fold(word).replace(CLITIC, "").replace(NOT_PLAIN, "");
}

/** A term's words, without the parts of hyphenated ones. */
function wholeWords(form: string, language: Language): Word[] {
  let end = 0;
  return analyseWords(form, language).filter((word) => {
    if (word.start < end) return false;
    end = word.end;
    return true;
  });
}

/**
 * As a text in the other language, or in none that is known, yields the word. English stemming leaves nearly all German
 * base forms as they are, and takes its time.
 */
function foreignKeys(plain: string, language: Language): string[] {
  const bare = isStopWord(plain, null) ? [] : [plain];
  const stemmed = language === "en" ? stem(plain, "de") : plain;
  return stemmed.length < SHORTEST_FOREIGN_STEM ? bare : [stemmed, ...bare];
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}
