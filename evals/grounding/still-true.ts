/** Corrupted sentences that say nothing wrong, each with the reason; they are left out. */
export const STILL_TRUE: ReadonlyMap<string, string> = new Map([
  ["ch-decades-de1/unit/1", "partners for decades have been partners for years"],
  ["ch-decades-de2/unit/1", "partners for decades have been partners for years"],
  ["mo-date-en1/organisation/2", "Universitätsklinikum Münster is UKM"],
]);
