import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeVersion } from "./code-version.js";
import { documentSet, hasDocuments } from "./document-sets.js";

describe("codeVersion", () => {
  let root: string;
  const write = (file: string, content: string) => writeFileSync(path.join(root, file), content);

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "konsil-version-"));
    for (const folder of ["src/ask", "prompts", "models"]) mkdirSync(path.join(root, folder), { recursive: true });
    write("src/ask/ask.ts", "export const answer = 1;");
    write("models/weights.bin", "abc");
    write("package-lock.json", "{}");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each(["src/ask/ask.ts", "src/ask/new.json", "prompts/answer.md", "models/weights.bin", "package-lock.json"])(
    "changes with %s",
    (file) => {
      const before = codeVersion(root);
      write(file, "changed");
      expect(codeVersion(root)).not.toBe(before);
    },
  );

  it("does not change with a test, nor with the folder it lies in", () => {
    const before = codeVersion(root);
    write("src/ask/ask.test.ts", "a test");
    const copy = path.join(root, "copy");
    for (const part of ["src", "prompts", "models", "package-lock.json"]) {
      cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    }
    expect([codeVersion(root), codeVersion(copy)]).toEqual([before, before]);
  });
});

describe("documentSet", () => {
  it("knows documents of the corpus by their own ids", () => {
    expect(documentSet("corpus").idOf("charite")).toBe("charite");
  });

  it("has another version for the corpus after changes, and for the counterfactual one", () => {
    const versions = (["corpus", "changed", "counterfactual"] as const).map((name) => documentSet(name).version);
    expect(new Set(versions).size).toBe(3);
    expect(documentSet("counterfactual").version).toBe(versions[2]);
  });

  it.skipIf(!hasDocuments("originals"))("knows each original by the document that sums it up", () => {
    const originals = documentSet("originals");
    const ids = ["charite", "muenster-osnabrueck", "northwestern-medicine"].map(originals.idOf);
    expect(new Set(ids).size).toBe(3);
    expect(() => originals.idOf("unknown")).toThrow("unknown.yaml");
    expect(originals.version).not.toBe(documentSet("corpus").version);
  });
});
