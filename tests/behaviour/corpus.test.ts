import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { CORPUS, FACTS, hasOriginals, readOriginals } from "./originals.js";

const factsSchema = z.strictObject({
  document: z.string(),
  original: z.string(),
  facts: z
    .array(
      z.strictObject({
        id: z.string(),
        fact: z.string(),
        dossier: z.array(z.string()).min(1),
        original: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});

const lists = readdirSync(FACTS)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => factsSchema.parse(parse(readFileSync(path.join(FACTS, name), "utf8"))));
const dossiers = readdirSync(CORPUS).filter((name) => name.endsWith(".md") && name !== "README.md");

describe("the shipped dossiers", () => {
  it("have a fact list each", () => {
    expect(lists.map((list) => `${list.document}.md`).sort()).toEqual([...dossiers].sort());
  });

  it.each(lists)("$document carries every fact of its list within one paragraph", ({ document, facts }) => {
    const lines = readFileSync(path.join(CORPUS, `${document}.md`), "utf8").split("\n");
    const missing = facts.filter((it) => !lines.some((line) => it.dossier.every((part) => line.includes(part))));
    expect(missing.map((it) => `${it.id}: ${it.dossier.join(" + ")}`)).toEqual([]);
  });

  it.skipIf(!hasOriginals).each(lists)("$document: every fact of the list stands in the original", (list) => {
    const text = readOriginals().get(list.original) ?? "";
    const missing = list.facts.filter((it) => !it.original.every((part) => text.includes(part)));
    expect(missing.map((it) => `${it.id}: ${it.original.join(" + ")}`)).toEqual([]);
  });

  it.skipIf(!hasOriginals).each(dossiers)("%s shares no run of nine words with an original", (name) => {
    const known = new Set([...readOriginals().values()].flatMap((text) => runsOf(text)));
    const shared = runsOf(readFileSync(path.join(CORPUS, name), "utf8")).filter((run) => known.has(run));
    expect(shared).toEqual([]);
  });
});

/** Every run of nine words, lower case. */
function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.slice(8).map((_, at) => words.slice(at, at + 9).join(" "));
}
