/** The German words that compounds are made of. */
export interface CompoundIndex {
  /** By folded spelling, and for a first part also without a final "e" ("Sprache", "Sprachmodell"). */
  readonly modifiers: ReadonlyMap<string, readonly string[]>;
  readonly heads: ReadonlyMap<string, readonly string[]>;
  readonly headStems: ReadonlyMap<string, readonly string[]>;
}

/** A German noun of the glossary. */
export interface CompoundPart {
  readonly form: string;
  readonly stem: string;
  readonly concept: string;
}

/** Shorter parts are found in words that have nothing to do with them ("Rat" in "Beratung"). */
const SHORTEST_PART = 5;
/** What is left beside a part, linking letters ("Forschung-s-projekt") included, must be long enough for a word. */
const SHORTEST_REST = 4;
/** No word of German is longer; texts hold strings that are no words. */
const LONGEST_COMPOUND = 60;
/** Endings that make another word of a word, not a compound ("personal-isiert", "partner-schaft"). */
const DERIVATION =
  /^(?:is|iz|ier|ig|lich|bar|los|haft|heit|keit|schaft|ung|ität|itaet|inn?en|ability|able|ments?$|ings?$)/;

/** "entsprechend" is no spokesperson, though its stem ends like one. */
const ADJECTIVE = /(?:[^aeiou]end|isch|lich|ig)(?:e[nmrs]?)?$/;
const CAPITAL = /^\p{Lu}/u;

export function createCompoundIndex(parts: readonly CompoundPart[]): CompoundIndex {
  const modifiers = new Map<string, string[]>();
  const heads = new Map<string, string[]>();
  const headStems = new Map<string, string[]>();
  for (const { form, stem, concept } of parts) {
    if (form.length < SHORTEST_PART) continue;
    add(heads, form, concept);
    if (stem.length >= SHORTEST_PART) add(headStems, stem, concept);
    add(modifiers, form, concept);
    if (form.endsWith("e") && form.length > SHORTEST_PART) add(modifiers, form.slice(0, -1), concept);
  }
  return { modifiers, heads, headStems };
}

/**
 * The concepts of the first and the last part of a German compound, of those parts that the glossary knows: the longest
 * fitting ones. `folded` is the spelling of `surface`, `stem` its stem. An inflected last part is only seen in a
 * capitalised word: the stems of verbs and adjectives end like too many nouns.
 */
export function compoundConcepts(
  surface: string,
  folded: string,
  stem: string,
  index: CompoundIndex,
): readonly string[] {
  if (folded.length < SHORTEST_PART + SHORTEST_REST || folded.length > LONGEST_COMPOUND) return [];
  const modifier = longestModifier(folded, index.modifiers);
  const spelled = longestTail(folded, index.heads);
  const inflected =
    CAPITAL.test(surface) && !ADJECTIVE.test(folded) ? longestTail(stem, index.headStems, spelled?.at) : null;
  return [...new Set([...(modifier ?? []), ...((inflected ?? spelled)?.concepts ?? [])])];
}

function longestModifier(folded: string, modifiers: CompoundIndex["modifiers"]): readonly string[] | undefined {
  for (let length = folded.length - SHORTEST_REST; length >= SHORTEST_PART; length -= 1) {
    const concepts = modifiers.get(folded.slice(0, length));
    if (concepts !== undefined) return DERIVATION.test(folded.slice(length)) ? undefined : concepts;
  }
  return undefined;
}

interface Tail {
  readonly at: number;
  readonly concepts: readonly string[];
}

/** The longest known tail that starts before `before`. */
function longestTail(word: string, heads: CompoundIndex["heads"], before = word.length): Tail | null {
  for (let at = SHORTEST_REST; at <= word.length - SHORTEST_PART && at < before; at += 1) {
    const concepts = heads.get(word.slice(at));
    if (concepts !== undefined) return { at, concepts };
  }
  return null;
}

function add(map: Map<string, string[]>, key: string, concept: string): void {
  const concepts = map.get(key) ?? [];
  if (!concepts.includes(concept)) map.set(key, [...concepts, concept]);
}
