import type { Span } from "../../contracts/passage.js";
import { type Position, positionsOf } from "../reading/positions.js";
import type { Finding, Term } from "../steps.js";
import { assertedIn } from "./claim-clauses.js";
import { governorOf } from "./claim-governor.js";
import type { Claim } from "./claim-read.js";
import { placeUnit, readClause } from "./claim-units.js";
import { isRestrictedAlike } from "./claim-wording.js";

/** Says where a position is, and not which one: "head of the department of radiology". */
const FILLING = /^(?:abteilung|department|bereich\p{L}*|division|prof|dr)$/iu;

/**
 * "Does X head Y?" where the sentence gives X in passing or in other words the position that the question claims, with
 * nothing else between position and place: the head of a region of Y does not head Y.
 */
export function holdsPosition(claim: Claim, finding: Finding): boolean {
  const terms = claim.units.flatMap((unit) => unit.terms);
  if (!terms.some((term) => term.role || term.concepts.includes("head"))) return false;
  return positionsOf(finding.view).some(
    (position) => isAsserted(position, finding) && isClaimed(position, claim, finding),
  );
}

/** Told in passing it is so whatever the sentence denies; else the clause has to state it. */
function isAsserted({ person, inPassing }: Position, { view }: Finding): boolean {
  const isHere = (clause: Span) => clause.start <= person.start && person.end <= clause.end;
  return inPassing || assertedIn(view.text).some((clause) => isHere(clause) && clause.modality === "stated");
}

function isClaimed({ person, title }: Position, { question, units }: Claim, { candidate }: Finding): boolean {
  const name = new Set(person.surface.toLowerCase().split(/[\s.-]+/));
  const isOfPerson = ({ surface }: Term) => name.has(surface.toLowerCase());
  const last = person.surface.toLowerCase().split(/\s+/).at(-1) ?? "";
  const holder = units.find(({ terms }) => terms.some(({ surface }) => surface.toLowerCase() === last));
  if (holder === undefined || !isRestrictedAlike(question, title)) return false;
  // "Is A the director of B", not "is B the director of A".
  const isSubject = governorOf(question, holder.start, holder.end) === null;
  const named = units.filter((unit) => unit !== holder && unit.terms.some(({ kind }) => kind === "name"));
  if (!isSubject || named.some(({ start }) => start < holder.start)) return false;
  const read = readClause(title, candidate.document.language, null);
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
