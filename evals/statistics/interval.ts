/** A number that was measured, with its 95 % interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Of how many values. */
  readonly values: number;
}
