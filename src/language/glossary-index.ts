import type { Language } from "../contracts/document.js";
import { fold } from "./fold.js";
import type { ConceptGroup } from "./glossary/concept-group.js";
import { type CompoundIndex, type CompoundPart, createCompoundIndex } from "./glossary-compounds.js";
import { formsOf } from "./glossary-forms.js";
import { createLongTerms, type LongTerms } from "./glossary-long-terms.js";
import { stem } from "./stem.js";
import { isStopWord } from "./stop-words.js";

/** What one language's words mean, by stem. */
export interface LanguageIndex {
  /** By folded spelling. */
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
  readonly long: LongTerms;
}

export interface GlossaryIndex {
  readonly own: Readonly<Record<Language, LanguageIndex>>;
  /**
   * By the language of a text, the words of the other one, as that text's stemmer, or none, leaves them: "Outcome" in a
   * German document. Words that mean two things this way are left out.
   */
  readonly foreign: Readonly<Record<Language, ReadonlyMap<string, string>>>;
  readonly compounds: CompoundIndex;
  /** By concept, the one that it is a kind of. */
  readonly broader: ReadonlyMap<string, string>;
}

const OTHER = { de: "en", en: "de" } as const satisfies Record<Language, Language>;
const SEVERAL_WORDS = /[\s/.&]/;
/** A stem by the other language's rules leaves too little of a short word: "offer" would meet "offen". */
const SHORTEST_FOREIGN_STEM = 5;
/** Compounds are made of nouns: verbs would be found in any verb with a prefix ("geben" in "übergeben"). */
const NOUN = /^\p{Lu}/u;
const CLITIC = /'s$/;
const NOT_PLAIN = /[^\p{L}\p{N}]/gu;

interface Draft {
  readonly exact: Map<string, string[]>;
  readonly stems: Map<string, string[]>;
  readonly long: ReturnType<typeof createLongTerms>;
  /** By this language's stems, what the other one's terms mean. */
  readonly foreign: Map<string, Set<string>>;
}

/** Reads every term of the groups once. */
export function buildGlossaryIndex(groups: readonly ConceptGroup[]): GlossaryIndex {
  const drafts: Record<Language, Draft> = { de: newDraft("de"), en: newDraft("en") };
  const parts: CompoundPart[] = [];
  for (const group of groups) {
    for (const term of group.de) parts.push(...addTerm(drafts, term, "de", group.id));
    for (const term of group.en) addTerm(drafts, term, "en", group.id);
  }
  return {
    own: drafts,
    foreign: { de: unambiguous(drafts.de.foreign), en: unambiguous(drafts.en.foreign) },
    compounds: createCompoundIndex(parts),
    broader: new Map(groups.flatMap(({ id, broader }) => (broader === undefined ? [] : [[id, broader]]))),
  };
}

/** Adds a term to the drafts, and says what of it compounds can be made of. */
function addTerm(
  drafts: Readonly<Record<Language, Draft>>,
  term: string,
  language: Language,
  concept: string,
): CompoundPart[] {
  const { exact, forms } = formsOf(term, language);
  const draft = drafts[language];
  const parts: CompoundPart[] = [];
  for (const form of forms) {
    if (SEVERAL_WORDS.test(form)) {
      draft.long.add(form, concept);
      // German texts are full of English terms ("Chief Executive Officer"), English ones seldom hold German terms.
      if (language === "en") drafts.de.long.add(form, concept);
      continue;
    }
    const plain = plainSpelling(form);
    if (exact) {
      add(draft.exact, plain, concept);
      continue;
    }
    const stemmed = stem(plain, language);
    add(draft.stems, stemmed, concept);
    if (NOUN.test(form)) parts.push({ form: plain, stem: stemmed, concept });
    if (form === forms[0]) addForeign(drafts[OTHER[language]].foreign, plain, language, concept);
  }
  return parts;
}

function unambiguous(meanings: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  return new Map(
    [...meanings].flatMap(([key, [concept, ...others]]): [string, string][] =>
      concept === undefined || others.length > 0 ? [] : [[key, concept]],
    ),
  );
}

function newDraft(language: Language): Draft {
  return { exact: new Map(), stems: new Map(), long: createLongTerms(language), foreign: new Map() };
}

function add(map: Map<string, string[]>, key: string, concept: string): void {
  const concepts = map.get(key);
  if (concepts === undefined) map.set(key, [concept]);
  else if (!concepts.includes(concept)) concepts.push(concept);
}

/** The spelling by which words are compared without a stemmer: folded, letters and digits only. */
export function plainSpelling(word: string): string {
  return fold(word).replace(CLITIC, "").replace(NOT_PLAIN, "");
}

/**
 * As a text in the other language, or in none that is known, yields the word. English stemming leaves nearly all German
 * base forms as they are, and takes its time.
 */
function addForeign(foreign: Draft["foreign"], plain: string, language: Language, concept: string): void {
  const stemmed = language === "en" ? stem(plain, "de") : plain;
  const keys = stemmed.length < SHORTEST_FOREIGN_STEM ? [plain] : [stemmed, plain];
  for (const key of keys) {
    if (!isStopWord(plain, null)) foreign.set(key, (foreign.get(key) ?? new Set()).add(concept));
  }
}
