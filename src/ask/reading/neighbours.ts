import { viewsOf } from "../sentence-views.js";
import type { Finding } from "../steps.js";

/** All sentences of the passage in which a sentence was found, itself included, in the order of the text. */
export function passageOf(finding: Finding): Finding[] {
  const { passage, document } = finding.candidate;
  return viewsOf(passage, document).map((view, at) => ({ ...finding, at, view }));
}

/** The sentence so many places before (negative) or after it, of the same passage. */
export function neighbourOf(finding: Finding, distance: number): Finding | undefined {
  return passageOf(finding)[finding.at + distance];
}

export function isSameSentence(a: Finding, b: Finding): boolean {
  const [left, right] = [a.view.sentence, b.view.sentence];
  const isSameDocument = a.candidate.document.id === b.candidate.document.id;
  return isSameDocument && left.start === right.start && left.end === right.end;
}
