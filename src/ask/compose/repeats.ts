import type { Finding } from "../steps.js";

/** Two sentences say the same from this share of common meanings on; across languages fewer words can be compared. */
const SAME = { oneLanguage: 0.75, twoLanguages: 0.6 } as const;

/** Findings without those that repeat an earlier one: word for word, in other words, or in the other language. */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  return findings.filter((it, at) => !findings.slice(0, at).some((other) => saysTheSame(it, other)));
}

/** Whether two sentences state the same figures and mean mostly the same. */
export function saysTheSame(a: Finding, b: Finding): boolean {
  if (a.view.text === b.view.text) return true;
  const figures = ({ view }: Finding) => view.quantities.map(({ normal }) => normal).join(" ");
  if (figures(a) !== figures(b)) return false;
  const isOneLanguage = a.candidate.document.language === b.candidate.document.language;
  if (isOneLanguage) return shared(a.view.stems, b.view.stems) >= SAME.oneLanguage;
  const isMeant = a.view.concepts.size > 1 && b.view.concepts.size > 1;
  return isMeant && shared(a.view.concepts, b.view.concepts) >= SAME.twoLanguages;
}

/** Jaccard similarity: common members as a share of all. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((it) => b.has(it)).length;
  return common / (a.size + b.size - common);
}
