import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { keys, notes } from "./config-rules.js";
import type { FieldError } from "./contracts/errors.js";

/** So many requests in so many seconds, by whoever is counted as one caller. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** Who may do what, and how often. */
export interface AccessConfig {
  readonly keys: { readonly ask: readonly string[]; readonly admin: readonly string[] };
  /** Absolute path of the file with more keys, hashed; null for none. */
  readonly keysFile: string | null;
  /** Asking needs no key: there is none, and only this machine can ask or the operator allowed it. */
  readonly anonymous: boolean;
  /** Null where nobody is held back. */
  readonly rateLimit: RateLimit | null;
  /** How many proxies in front of the server write `X-Forwarded-For`. */
  readonly trustedProxies: number;
}

const SECONDS = { second: 1, minute: 60, hour: 3600 } as const;

/** Ten a second, all day long: nobody who reads answers comes near it, and a script that runs away is stopped. */
const USUAL_LIMIT: RateLimit = { requests: 600, seconds: 60 };

const rateLimit = z.string().transform((text, context): RateLimit | null => {
  if (text.toLowerCase() === "off") return null;
  const [, requests = "", unit = ""] = /^(\d{1,7}) *(?:\/|per) *(second|minute|hour)$/i.exec(text) ?? [];
  const seconds = Object.entries(SECONDS).find(([name]) => name === unit.toLowerCase())?.[1];
  if (seconds !== undefined && Number(requests) > 0) return { requests: Number(requests), seconds };
  context.addIssue({
    code: "custom",
    message: "a number above 0 per second, minute or hour, such as 60/minute, or off",
  });
  return z.NEVER;
});

/** The variables of access, as the others in `config.ts`. */
export const accessVariables = {
  KONSIL_API_KEYS: keys.default([]).register(notes, {
    meaning: "Keys that may ask, separated by commas",
    default: "",
    secret: true,
  }),
  KONSIL_ADMIN_KEYS: keys.default([]).register(notes, {
    meaning: "Keys that may also change the corpus and read feedback, separated by commas",
    default: "",
    secret: true,
  }),
  KONSIL_KEYS_FILE: z.string().optional().register(notes, {
    meaning:
      "File with more keys, each with a name and only as its hash; `konsil key` makes a line of it. It is read again when it has changed",
    default: "",
  }),
  KONSIL_ALLOW_ANONYMOUS: z
    .enum(["0", "1", "false", "true", "no", "yes"], { error: "1 or 0" })
    .transform((text) => ["1", "true", "yes"].includes(text))
    .default(false)
    .register(notes, { meaning: "`1`: listen on other addresses than loopback without keys too", default: "`0`" }),
  KONSIL_RATE_LIMIT: rateLimit.optional().register(notes, {
    meaning:
      "How often each key may ask, and each address without one, such as `60/minute` (or `/second`, `/hour`); `off` for no limit",
    default: "`600/minute`; none on loopback without keys",
  }),
  KONSIL_TRUST_PROXY: z
    .string()
    .refine((text) => /^\d$/.test(text), "how many proxies are in front, from 0 to 9")
    .transform(Number)
    .default(0)
    .register(notes, {
      meaning: "How many proxies in front of the server add to `X-Forwarded-For`, which then says whose address counts",
      default: "`0`: the header is not read",
    }),
};

const shape = z.object(accessVariables);
type AccessVariable = keyof typeof accessVariables;
type Given = Readonly<Partial<Record<AccessVariable | "KONSIL_HOST", string>>>;

export function accessOf(values: z.output<typeof shape> & { readonly KONSIL_HOST: string }, cwd: string): AccessConfig {
  const { KONSIL_API_KEYS: ask, KONSIL_ADMIN_KEYS: admin, KONSIL_KEYS_FILE: file } = values;
  const onlyHere = isLoopback(values.KONSIL_HOST) && file === undefined;
  const anonymous = ask.length === 0 && (values.KONSIL_ALLOW_ANONYMOUS || onlyHere);
  const usualLimit = anonymous && isLoopback(values.KONSIL_HOST) ? null : USUAL_LIMIT;
  return {
    keys: { ask, admin },
    keysFile: file === undefined ? null : resolve(cwd, file),
    anonymous,
    rateLimit: values.KONSIL_RATE_LIMIT === undefined ? usualLimit : values.KONSIL_RATE_LIMIT,
    trustedProxies: values.KONSIL_TRUST_PROXY,
  };
}

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** Whoever can reach the server can read the whole corpus, so without keys only this machine may. */
export function exposureMistake(host: string, given: Given, known: readonly FieldError[]): FieldError[] {
  const concerned = ["KONSIL_API_KEYS", "KONSIL_ADMIN_KEYS", "KONSIL_ALLOW_ANONYMOUS"];
  if (known.some(({ path }) => concerned.includes(path))) return [];
  const { KONSIL_API_KEYS: ask, KONSIL_ADMIN_KEYS: admin, KONSIL_ALLOW_ANONYMOUS: allow } = shape.shape;
  const hasKeys = ask.parse(given.KONSIL_API_KEYS).length + admin.parse(given.KONSIL_ADMIN_KEYS).length > 0;
  const isGuarded = hasKeys || given.KONSIL_KEYS_FILE !== undefined;
  if (isLoopback(host) || isGuarded || allow.parse(given.KONSIL_ALLOW_ANONYMOUS)) return [];
  const message =
    `was given "${host}", which other machines can reach; expected a loopback address as long as there are ` +
    "no keys (KONSIL_API_KEYS or KONSIL_KEYS_FILE), or KONSIL_ALLOW_ANONYMOUS=1";
  return [{ path: "KONSIL_HOST", message }];
}

/** A warning where what a proxy says is read for nothing. */
export function idleAccessVariables(given: Given, { rateLimit }: AccessConfig): string[] {
  const isIdle = given.KONSIL_TRUST_PROXY !== undefined && rateLimit === null;
  return isIdle ? ["KONSIL_TRUST_PROXY has no effect without KONSIL_RATE_LIMIT"] : [];
}
