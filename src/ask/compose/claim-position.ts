import type { Span } from "../../contracts/passage.js";
import type { Finding, Term } from "../steps.js";
import type { Claim } from "./claim-read.js";
import { placeUnit, readClause } from "./claim-units.js";
import { isRestrictedAlike } from "./claim-wording.js";
import { type Position, positionsOf } from "./positions.js";

/** Says where a position is, and not which one: "head of the department of radiology". */
const FILLING = /^(?:abteilung|department|bereich\p{L}*|division|prof|dr)$/iu;

/**
 * "Does X head Y?" where the sentence gives X in passing or in other words the position that the question claims, with
 * nothing else between position and place: the head of a region of Y does not head Y.
 */
export function holdsPosition(claim: Claim, finding: Finding): boolean {
  const terms = claim.units.flatMap((unit) => unit.terms);
  if (!terms.some((term) => term.role || term.concepts.includes("head"))) return false;
  return positionsOf(finding.view).some((position) => isClaimed(position, claim, finding));
}

function isClaimed({ person, title }: Position, { question, units }: Claim, { candidate }: Finding): boolean {
  const name = new Set(person.surface.toLowerCase().split(/[\s.-]+/));
  const isOfPerson = ({ surface }: Term) => name.has(surface.toLowerCase());
  const last = person.surface.toLowerCase().split(/\s+/).at(-1) ?? "";
  const claimed = units.flatMap((unit) => unit.terms);
  if (!claimed.some(({ surface }) => surface.toLowerCase() === last) || !isRestrictedAlike(question, title))
    return false;
  const read = readClause(title, candidate.document.language);
  const places: Span[] = [];
  for (const unit of units) {
    const terms = unit.terms.filter((term) => !isOfPerson(term));
    if (terms.length === 0) continue;
    const placed = placeUnit({ ...unit, terms }, question, read, false);
    if (placed === null) return false;
    places.push(...placed.places);
  }
  const end = Math.max(...places.map((place) => place.end));
  const between = read.words.filter((word) => !word.stop && word.end <= end && !FILLING.test(word.surface));
  return places.length > 0 && between.every((word) => places.some((it) => word.start < it.end && word.end > it.start));
}
