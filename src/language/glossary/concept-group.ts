/**
 * Words and fixed terms of both languages that mean one thing.
 *
 * Notation of a term: `Leiter/in` stands for both genders; a German verb in its infinitive (lower case, "-en", "-ern",
 * "-eln") stands for its regular forms, irregular ones are listed; `=word` is matched as it is spelled and wins over
 * every stem, for words that the stemmer would throw together ("research", "researcher"), and is no part of compounds;
 * `=Nutzer/in` and a German adjective after `=` stand for all their endings.
 */
export interface ConceptGroup {
  /** Stable: stands in signals and tests. */
  readonly id: string;
  /** The id of the group that this one is a kind of. */
  readonly broader?: string;
  readonly de: readonly string[];
  readonly en: readonly string[];
}
