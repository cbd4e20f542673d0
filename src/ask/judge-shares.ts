import type { Evidence, Term } from "./steps.js";

/** Rarity is cut off on both sides, so that neither a word of every passage nor an unknown one decides alone. */
const RARITY = { least: 0.3, most: 3, name: 1.2 } as const;

/** What a term weighs by how few passages of the library hold it. */
export function rarity(term: Term, { frequencies, passages }: Evidence): number {
  if (term.kind === "quantity") return RARITY.most / 2;
  const frequency = Math.max(0, ...term.stems.map((stem) => frequencies.get(stem) ?? 0));
  const idf = Math.log((1 + passages) / (1 + frequency));
  const weight = Math.min(RARITY.most, Math.max(RARITY.least, idf));
  return (term.kind === "name" ? Math.max(RARITY.name, weight) : weight) * (term.start < 0 ? 0.5 : 1);
}

/** Of the weights, the share whose terms are held. */
export function share(held: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let all = 0;
  for (const [at, weight] of weights.entries()) {
    sum += (held[at] ?? 0) * weight;
    all += weight;
  }
  return all === 0 ? 0 : sum / all;
}

/** The share of names and quantities that are not held. */
export function missingShare(terms: readonly Term[], held: readonly number[]): number {
  const strict = terms.map((term, at) => ({ term, held: held[at] ?? 0 })).filter(({ term }) => term.kind !== "word");
  return strict.length === 0 ? 0 : strict.filter((it) => it.held === 0).length / strict.length;
}

/** The share of the words that the library does not have, of all terms. */
export function unknownShare(terms: readonly Term[], { frequencies }: Evidence): number {
  const words = terms.filter((term) => term.kind === "word" && term.concepts.length === 0);
  const unknown = words.filter((term) => !term.stems.some((stem) => (frequencies.get(stem) ?? 0) > 0));
  return terms.length === 0 ? 0 : unknown.length / terms.length;
}

/** `otherwise` of nothing. */
export function meanOf(values: readonly number[], otherwise = 0): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}
