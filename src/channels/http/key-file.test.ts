import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeParts } from "../../../tests/fakes/http-parts.js";
import { createHttpApp } from "./app.js";
import { lineOf, makeKey, readKeyFile, watchKeyFile } from "./key-file.js";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "konsil-keys-"));
  file = join(folder, "keys.yaml");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (...lines: readonly string[]) => writeFileSync(file, `${lines.join("\n")}\n`);
const one = makeKey("one", "ask");
const two = makeKey("two", "admin");

describe("a key", () => {
  it("is another one every time, and its entry does not hold it", () => {
    expect(one.key).toMatch(/^konsil_ask_[\w-]{43}$/);
    expect(makeKey("one", "ask").key).not.toBe(one.key);
    expect(lineOf(one.entry)).not.toContain(one.key);
  });
});

describe("the file of keys", () => {
  it("is a list of lines as they are printed, with comments, or JSON", () => {
    write("# rotated every year", lineOf(one.entry), lineOf(two.entry));
    expect(readKeyFile(file).map(({ name, role }) => [name, role])).toEqual([
      ["one", "ask"],
      ["two", "admin"],
    ]);
    write(JSON.stringify([one.entry]));
    expect(readKeyFile(file).map(({ sha256 }) => sha256.toString("hex"))).toEqual([one.entry.sha256]);
    write("[]");
    expect(readKeyFile(file)).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ["is empty", "", /must be a list/],
    ["is no YAML", "- {", /neither YAML nor JSON/],
    [
      "holds a key in the place of its hash",
      `- { name: a, role: ask, sha256: ${one.key} }`,
      /key 1, sha256 must be 64/,
    ],
    ["has a field too many", `- { name: a, role: ask, key: ${one.key} }`, /key 1/],
    ["names a role that is none", `- { name: a, role: root, sha256: ${one.entry.sha256} }`, /key 1, role/],
    ["holds a name twice", `${lineOf(one.entry)}\n${lineOf({ ...two.entry, name: "one" })}`, /a name twice/],
    ["holds a key twice", `${lineOf(one.entry)}\n${lineOf({ ...one.entry, name: "b" })}`, /a key twice/],
  ])("is refused when it %s, and nothing of it is repeated", (_what, text, reason) => {
    write(text);
    expect(() => readKeyFile(file)).toThrow(reason);
    expect(() => readKeyFile(file)).not.toThrow(one.key);
  });

  it("is refused when it is not there", () => {
    expect(() => watchKeyFile(file, makeParts().log)).toThrow(/cannot be read/);
  });
});

describe("a server with a file of keys", () => {
  function serve() {
    const parts = makeParts();
    const more = watchKeyFile(file, parts.log);
    const app = createHttpApp({ ...parts, anonymous: false, keys: { ask: ["plain"], admin: [], more } });
    const statusFor = async (key: string, method = "GET") =>
      (await app.request("/v1/documents/north", { method, headers: { authorization: `Bearer ${key}` } })).status;
    return { statusFor, logged: parts.logged };
  }

  it("lets its keys do what their role says, beside those of the environment", async () => {
    write(lineOf(one.entry), lineOf(two.entry));
    const { statusFor } = serve();
    expect(await statusFor(one.key)).toBe(200);
    expect(await statusFor(one.key, "DELETE")).toBe(403);
    expect(await statusFor("plain")).toBe(200);
    expect(await statusFor("konsil_ask_other")).toBe(401);
    expect(await statusFor(one.entry.sha256)).toBe(401);
    expect(await statusFor(two.key, "DELETE")).toBe(204);
  });

  it("knows new keys, and old ones no more, from the very next request", async () => {
    write(lineOf(one.entry));
    const { statusFor } = serve();
    expect([await statusFor(one.key), await statusFor(two.key)]).toEqual([200, 401]);
    write(lineOf(two.entry));
    expect([await statusFor(one.key), await statusFor(two.key)]).toEqual([401, 200]);
    writeFileSync(`${file}.new`, `${lineOf(one.entry)}\n`);
    renameSync(`${file}.new`, file);
    expect([await statusFor(one.key), await statusFor(two.key)]).toEqual([200, 401]);
  });

  it("goes on with the old keys while the file is broken or gone, and says so once", async () => {
    write(lineOf(one.entry));
    const { statusFor, logged } = serve();
    const warnings = () => logged.filter(({ level }) => level === "warn").length;
    write("- broken");
    for (const _ of [1, 2, 3]) expect(await statusFor(one.key)).toBe(200);
    expect(warnings()).toBe(1);
    rmSync(file);
    for (const _ of [1, 2]) expect(await statusFor(one.key)).toBe(200);
    expect(warnings()).toBe(2);
    write(lineOf(two.entry));
    expect([await statusFor(one.key), await statusFor(two.key)]).toEqual([401, 200]);
    expect(JSON.stringify(logged)).not.toContain(one.key);
  });

  it("closes asking to everybody with the first ask key, where it was open without", async () => {
    write("[]");
    const parts = makeParts();
    const app = createHttpApp({ ...parts, keys: { ask: [], admin: [], more: watchKeyFile(file, parts.log) } });
    const status = async () => (await app.request("/v1/documents")).status;
    expect(await status()).toBe(200);
    write(lineOf(one.entry));
    expect(await status()).toBe(401);
  });
});
