import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownEvaluation } from "../own-evaluation.js";
import { ownDocuments } from "./own-documents.js";

describe("documents of one's own", () => {
  let root: string;
  let corpus: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "konsil-own-"));
    corpus = path.join(root, "press");
    mkdirSync(path.join(corpus, "2026"), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (name: string, content: string) => writeFileSync(path.join(corpus, name), content);

  it("are read in every format and from folders within, as Konsil quotes them", async () => {
    write(
      "seefurt.md",
      "---\nid: seefurt-2026\npublisher: Klinikum Seefurt\n---\n\nDer Vertrag gilt **zehn Jahre**.\n",
    );
    write(
      "2026/auental.html",
      "<html><body><article><p>They agreed on &ldquo;five&rdquo; years.</p></article></body></html>",
    );
    write("plain.txt", "Borealis zahlt nichts.");
    write("ignored.csv", "a,b");
    const { set, sources } = await ownDocuments(corpus);
    expect(set.name).toBe("press");
    expect([...sources.keys()].sort()).toEqual(["auental", "plain", "seefurt-2026"]);
    expect(sources.get("seefurt-2026")).toMatchObject({ publisher: "Klinikum Seefurt" });
    expect(sources.get("seefurt-2026")?.text).toContain("Der Vertrag gilt zehn Jahre.");
    expect(sources.get("auental")?.text).toContain("They agreed on “five” years.");
  });

  it("have another version with every byte and every name", async () => {
    const versions = new Set<string>();
    const note = async () => versions.add((await ownDocuments(corpus)).set.version);
    write("a.txt", "Eins.");
    await note();
    await note();
    write("a.txt", "Zwei.");
    await note();
    write("b.txt", "Drei.");
    await note();
    expect(versions.size).toBe(3);
  });

  it("are named when they are not there, empty, unreadable, or two of one id", async () => {
    await expect(ownDocuments(path.join(root, "nowhere"))).rejects.toThrow("there is no folder of documents");
    await expect(ownDocuments(corpus)).rejects.toThrow("there are no documents in");
    write("a.txt", "Eins.");
    write("2026/a.md", "Zwei.");
    await expect(ownDocuments(corpus)).rejects.toThrow("have the id a");
  });

  it("are what the evidence of one's own cases has to stand in", async () => {
    write("a.txt", "Der Vertrag gilt\nzehn Jahre.");
    const cases = path.join(root, "cases");
    await expect(ownEvaluation({ cases, corpus })).rejects.toThrow("there is no folder of cases");
    mkdirSync(cases);
    const entry = (contains: string) =>
      JSON.stringify([
        {
          ...{ id: "a", question: "Wie lange?", language: "de", kind: "when", answerable: true },
          ...{ facts: [{ kind: "duration", value: "10 year" }], evidence: [{ document: "a", contains }] },
        },
      ]);
    writeFileSync(path.join(cases, "x.yaml"), entry("zwölf Jahre"));
    await expect(ownEvaluation({ cases, corpus })).rejects.toThrow(
      "x.yaml, a, evidence.0.contains: does not stand in a",
    );
    writeFileSync(path.join(cases, "x.yaml"), entry("zehn Jahre"));
    expect((await ownEvaluation({ cases, corpus })).cases.map(({ slice }) => slice)).toEqual(["x"]);
  });

  it.each(["originals", "changed", "counterfactual"])(
    "cannot be called %s, which means something else here",
    async (name) => {
      const folder = path.join(root, name);
      mkdirSync(folder);
      writeFileSync(path.join(folder, "a.txt"), "Eins.");
      await expect(ownEvaluation({ cases: root, corpus: folder })).rejects.toThrow("call it something else");
    },
  );
});
