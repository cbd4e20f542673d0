import { clauseAt } from "../../language/clauses.js";
import { modalityOf } from "../../language/modality.js";
import type { Part } from "../draft.js";
import { asOfRemark, PLANNED_REMARK } from "../phrases-framing.js";
import type { Finding, Understood } from "../steps.js";
import type { BareFact } from "./bare-fact.js";
import { dateOf, sinceOf } from "./fact-date.js";
import { figureOf } from "./fact-figure.js";
import { longFormOf, namedAs } from "./fact-name.js";
import { personOf, roleOf } from "./fact-person.js";
import { placeOf } from "./fact-place.js";
import { frame } from "./parts.js";

/**
 * The bare fact that a question of a checkable kind asks for, in the language of the answer: "Am 9. Februar 2026.",
 * "Around 72,000 (fiscal year 2024).", "Prof. Heyo K. Kroemer." What lies ahead is told as planned. Null when the
 * sentence does not hold exactly one thing that can be meant, or denies it.
 */
export function factOf(understood: Understood, finding: Finding): readonly Part[] | null {
  const bare = bareFactOf(understood, finding);
  if (bare === null) return null;
  const { parts, at } = bare;
  if (at === null) return [...parts, frame(".")];
  const { language } = understood;
  const modality = modalityOf(clauseAt(finding.view.text, at));
  if (modality === "negated") return null;
  const planned = modality === "planned" && !isAboutPlans(understood) ? PLANNED_REMARK[language] : "";
  const isDated = parts.some(({ text }) => /\d{4}/.test(text));
  const asOf = understood.asksForNow && !isDated ? asOfRemark(finding.candidate.document, language) : "";
  return [...parts, frame(`${planned}${asOf}.`)];
}

/** Who asks when something will be knows that it is planned. */
function isAboutPlans({ asksForPlan, standalone }: Understood): boolean {
  return asksForPlan || modalityOf(standalone.replace(/\?\s*$/, "")) === "planned";
}

function bareFactOf(understood: Understood, finding: Finding): BareFact | null {
  switch (understood.kind) {
    case "person":
      return personOf(understood, finding);
    case "role":
      return roleOf(understood, finding);
    case "date":
      return dateOf(understood, finding) ?? sinceOf(understood, finding);
    case "place":
      return placeOf(understood, finding);
    case "number":
    case "amount":
    case "percent":
    case "duration":
      return figureOf(understood, finding);
    case "definition":
    case "other":
      return longFormOf(understood, finding) ?? namedAs(understood, finding);
    default:
      return null;
  }
}
