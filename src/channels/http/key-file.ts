import { createHash, randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";
import type { Log } from "../../observe/log.js";

const KEY_BYTES = 32;

export const keyRoleSchema = z.enum(["ask", "admin"]);
export type KeyRole = z.infer<typeof keyRoleSchema>;

export const keyNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,99}$/u, "must be letters, digits, spaces and . _ @ - (at most 100)");

const entrySchema = z.strictObject({
  name: keyNameSchema,
  role: keyRoleSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits, as `konsil key` prints them"),
});
type KeyEntry = z.infer<typeof entrySchema>;

const fileSchema = z
  .array(entrySchema, "must be a list of keys, each with name, role and sha256")
  .refine((keys) => isUnique(keys.map(({ name }) => name)), "holds a name twice")
  .refine((keys) => isUnique(keys.map(({ sha256 }) => sha256.toLowerCase())), "holds a key twice");

/** A key of the file, as its digest. */
export interface FileKey {
  readonly name: string;
  readonly role: KeyRole;
  readonly sha256: Buffer;
}

/**
 * A new key, which is shown this once, and its entry for the file. 256 random bits cannot be guessed, however fast the
 * hash is: slow ones (scrypt, argon2) are for passwords, and would cost every request what they cost an attacker.
 */
export function makeKey(name: string, role: KeyRole): { readonly key: string; readonly entry: KeyEntry } {
  const key = `konsil_${role}_${randomBytes(KEY_BYTES).toString("base64url")}`;
  return { key, entry: { name, role, sha256: createHash("sha256").update(key).digest("hex") } };
}

/** The entry as a line of the file. */
export function lineOf({ name, role, sha256 }: KeyEntry): string {
  return `- { name: ${JSON.stringify(name)}, role: ${role}, sha256: "${sha256}" }`;
}

/**
 * The keys in a YAML or JSON file. Throws `invalid_configuration` for a file that cannot be read or is not valid; the
 * message names the place and repeats nothing of the file, which may hold a key by mistake.
 */
export function readKeyFile(path: string): readonly FileKey[] {
  const keys = fileSchema.safeParse(parseYaml(readText(path), path));
  if (keys.success) return keys.data.map(({ sha256, ...key }) => ({ ...key, sha256: Buffer.from(sha256, "hex") }));
  const [issue] = keys.error.issues;
  const [number, field] = issue?.path ?? [];
  const place = number === undefined ? "it" : [`key ${Number(number) + 1}`, field].filter(Boolean).join(", ");
  const wrong =
    issue?.code === "unrecognized_keys" ? "holds something else than name, role and sha256" : issue?.message;
  throw unusable(path, `${place} ${wrong}`);
}

/**
 * The keys of the file as they are at every call: it is read again when it was changed, replaced or touched. While it is
 * missing or not valid, the keys stay what they were, and the log says so once. Throws as `readKeyFile` at first.
 */
export function watchKeyFile(path: string, log: Pick<Log, "info" | "warn">): () => readonly FileKey[] {
  let seen = versionOf(path);
  let keys = readKeyFile(path);

  return () => {
    const version = versionOf(path);
    if (version === seen) return keys;
    seen = version;
    try {
      keys = readKeyFile(path);
      log.info({ count: keys.length }, "the file of keys was read again");
    } catch (err) {
      log.warn({ err }, "the file of keys cannot be used as it is now: the keys of before go on");
    }
    return keys;
  };
}

/** Another one whenever the file may be another: also one of the same length, of the same second, or in its place. */
function versionOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return "missing";
  return [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(" ");
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw unusable(path, "it cannot be read", cause);
  }
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch {
    // The cause would show the line.
    throw unusable(path, "it is neither YAML nor JSON");
  }
}

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function unusable(path: string, reason: string, cause?: unknown): KonsilError {
  const message = `KONSIL_KEYS_FILE names ${path}, which cannot be used: ${reason}`;
  return new KonsilError("invalid_configuration", message, { cause });
}
