import { findNames, type Name } from "../../language/names.js";
import { type Position, positionsOf } from "../reading/positions.js";
import type { Finding } from "../steps.js";
import type { Asked } from "./asked.js";
import { sentencesOf } from "./gathered.js";

/** Of several persons in one question, for each of them a sentence that gives a position; empty when it names fewer. */
export function positionsOfSeveral({ understood, findings, evidence }: Asked): Finding[] {
  const { standalone, detected } = understood;
  const persons = findNames(standalone, detected).filter(mayBePerson);
  if (persons.length < 2) return [];
  const documents = [...new Set(evidence.candidates.map(({ document }) => document.id))];
  const sentences = [...findings, ...documents.flatMap((id) => sentencesOf(evidence, id))];
  const told = persons.flatMap(({ surface }) => {
    const giving = sentences.filter((it) => positionIn(it, lastNameOf(surface)) !== undefined);
    return giving.find((it) => positionIn(it, lastNameOf(surface))?.inPassing === false) ?? giving[0] ?? [];
  });
  return told.length === persons.length ? told : [];
}

/** An unknown given name leaves open what a name of two words is. */
function mayBePerson({ kind, surface }: Name): boolean {
  return kind === "person" || (kind === "other" && /\s/.test(surface));
}

function positionIn({ view }: Finding, lastName: string): Position | undefined {
  return positionsOf(view).find(({ person }) => lastNameOf(person.surface) === lastName);
}

function lastNameOf(name: string): string {
  return name.split(/\s+/).at(-1)?.toLowerCase() ?? "";
}
