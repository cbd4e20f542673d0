import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const file = readFileSync(new URL("./payloads.yaml", import.meta.url), "utf8");

/** Every payload of `payloads.yaml`. */
export const PAYLOADS: readonly string[] = Object.values(
  z.record(z.string(), z.array(z.string())).parse(parse(file)),
).flat();

/** Payloads in texts of at most `length` characters, several in each. */
export function payloadsInTexts(length: number, payloads: readonly string[] = PAYLOADS): string[] {
  const texts: string[] = [];
  for (const payload of payloads) {
    const last = texts.at(-1);
    const joined = last === undefined ? payload : `${last} ~ ${payload}`;
    if (last === undefined || joined.length > length) texts.push(payload);
    else texts[texts.length - 1] = joined;
  }
  return texts;
}
