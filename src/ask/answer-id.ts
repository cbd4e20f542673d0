import { randomBytes } from "node:crypto";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new answer id: `ans_` and a ULID (48 bits of time, 80 random bits, sortable by time; github.com/ulid/spec). */
export function newAnswerId(now: number = Date.now()): string {
  let value = (BigInt(now) << 80n) | BigInt(`0x${randomBytes(10).toString("hex")}`);
  let text = "";
  for (let digits = 0; digits < 26; digits += 1) {
    text = `${CROCKFORD[Number(value & 31n)]}${text}`;
    value >>= 5n;
  }
  return `ans_${text}`;
}
