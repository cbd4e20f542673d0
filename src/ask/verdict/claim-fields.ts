import { DISEASES } from "../../language/glossary/diseases.js";
import type { Term } from "../steps.js";
import { type Placed, placeUnit, type ReadClause, type Unit } from "./claim-units.js";

/** Diseases and what treats them: who begins with one of them does not begin with another. */
const FIELDS: ReadonlySet<string> = new Set([
  ...DISEASES.map(({ id }) => id).filter((id) => id !== "disease"),
  ..."cardiology oncology neurology haematology orthopaedics paediatrics psychiatry gynaecology".split(" "),
]);
const FIRST: ReadonlySet<string> = new Set(["first", "=first"]);

export function isField({ concepts }: Term): boolean {
  return concepts.some((concept) => FIELDS.has(concept));
}

/** What a question claims, by its units. */
interface Claimed {
  readonly question: string;
  readonly units: readonly Unit[];
}

export function asksForFirst({ units }: Pick<Claimed, "units">): boolean {
  return units.some(({ terms }) => terms.some(({ concepts }) => concepts.some((it) => FIRST.has(it))));
}

/**
 * "Do they begin with cancer prevention?" – "Initially they focus on the prevention of heart disease": where the clause has
 * another field than the one that the question says comes first.
 */
export function placeOtherField(unit: Unit, claim: Claimed, clause: ReadClause): Placed | null {
  const field = unit.terms.find(isField);
  if (!asksForFirst(claim) || field === undefined) return null;
  const told = clause.concepts.filter(({ concept }) => FIELDS.has(concept));
  const [other, ...more] = told.filter(
    ({ concept, broader }) => !field.concepts.includes(concept) && !field.concepts.includes(broader ?? ""),
  );
  const word = clause.words[other?.first ?? -1];
  if (word === undefined || more.some(({ first }) => first !== other?.first) || told.length > more.length + 1)
    return null;
  const rest = unit.terms.filter((term) => term !== field && !term.concepts.includes("disease"));
  const places = rest.map((term) => placeUnit({ ...unit, terms: [term] }, claim.question, clause, false)?.places[0]);
  const found = places.filter((place) => place !== undefined);
  return found.length < rest.length ? null : { unit, places: [word, ...found], differs: true };
}
