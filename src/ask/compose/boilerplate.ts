import type { Finding, Term, Understood } from "../steps.js";
import { holds } from "../term-match.js";

const COLLABORATION: ReadonlySet<string> = new Set(["collaboration", "partnership"]);

/**
 * Without what describes an organisation in general, where the question is about a collaboration, unless the sentence speaks
 * of one itself.
 */
export function withoutBoilerplate(findings: readonly Finding[], { terms }: Understood): readonly Finding[] {
  const together = terms.filter(isCollaboration);
  if (together.length === 0) return findings;
  return findings.filter(
    ({ candidate, view }) => candidate.passage.section !== "about" || together.some((term) => holds(view, term) > 0),
  );
}

function isCollaboration({ concepts }: Term): boolean {
  return concepts.some((concept) => COLLABORATION.has(concept));
}
