import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourcesAfter, sourcesIn } from "./sources.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "konsil-sources-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

it("reads the documents of a folder without their front matter, and knows publisher and partners", () => {
  write("README.md", "Not a document.");
  write("alpha.md", "---\nid: alpha-clinic\npublisher: Alpha\npartners:\n  - Beta\n---\n\nAlpha opened.\n");
  write("beta.md", "Beta opened.\n");
  expect([...sourcesIn(folder).values()]).toEqual([
    { id: "alpha-clinic", text: "\nAlpha opened.\n", publisher: "Alpha", partners: ["Beta"] },
    { id: "beta", text: "Beta opened.\n", publisher: null, partners: [] },
  ]);
});

it("knows what is left after documents were removed, added, and superseded by one of the same id", () => {
  const first = sourcesIn(folder);
  const changes = [
    { put: write("alpha-2021.md", "---\nid: alpha\n---\nOld.") },
    { put: write("beta.txt", "Beta.") },
    { put: write("alpha-2022.md", "---\nid: alpha\n---\nNew.") },
    { remove: "beta" },
  ];
  const left = sourcesAfter(first, changes);
  expect([...left].map(([id, { text }]) => [id, text])).toEqual([["alpha", "New."]]);
  expect(() => sourcesAfter(left, [{ remove: "beta" }])).toThrow("no beta");
});
