/** One line of the report. */
export interface Measurement {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** What is expected of it; absent where it is only of interest. */
  readonly expected?: { readonly atMost: number } | { readonly atLeast: number };
}

export function isMet({ value, expected }: Measurement): boolean | null {
  if (expected === undefined || value === null) return null;
  return "atMost" in expected ? value <= expected.atMost : value >= expected.atLeast;
}
