import { createHash } from "node:crypto";

/** A number from 0 to `size` - 1 that depends on nothing but the key. */
export function pickFrom(key: string, size: number): number {
  return createHash("sha256").update(key).digest().readUInt32BE(0) % size;
}

/** Half of all ids, the same ones each time: those that limits are chosen on. */
export function isForFitting(id: string): boolean {
  return pickFrom(id.replace(/-(?:de|en)\d+$/u, ""), 2) === 0;
}

/** The member of a list that the key chooses. */
export function choose<T>(key: string, list: readonly T[]): T {
  const chosen = list[pickFrom(key, list.length)];
  if (chosen === undefined) throw new RangeError("nothing to choose from");
  return chosen;
}
