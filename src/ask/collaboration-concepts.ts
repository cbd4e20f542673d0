/** Concepts of what collaborations are called, which tell none from another. */
export const COLLABORATION: ReadonlySet<string> = new Set([
  "collaboration",
  "partnership",
  "partner",
  "agreement",
  "contract",
  "project",
]);
