import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Case, caseSchema } from "./case.js";

const CORPUS = path.resolve(import.meta.dirname, "../../corpus");

const labelled = z.object({ id: z.string() });

/**
 * The cases of all YAML files of a folder, in the order of the file names. Evidence is looked up in `corpus`, a folder of
 * Markdown files named after their document ids. Throws an `Error` that names file, case and field of every mistake:
 * a field that is missing, unknown or malformed, an id given twice, a document that is not in the corpus, evidence that
 * does not stand in its document; and when the folder holds no case.
 */
export function readCases(folder: string, { corpus = CORPUS } = {}): Case[] {
  const mistakes: string[] = [];
  const cases: Case[] = [];
  const texts = readTexts(corpus);
  const fileOf = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".yaml")) continue;
    for (const [index, entry] of readList(path.join(folder, file)).entries()) {
      const label = `${file}, ${labelled.safeParse(entry).data?.id ?? `case ${index + 1}`}`;
      const read = caseSchema.safeParse(entry);
      if (!read.success) {
        mistakes.push(...read.error.issues.map((it) => `${label}, ${it.path.join(".") || "entry"}: ${it.message}`));
        continue;
      }
      const other = fileOf.get(read.data.id);
      if (other !== undefined) mistakes.push(`${label}, id: is given twice, first in ${other}`);
      fileOf.set(read.data.id, other ?? file);
      cases.push({ ...read.data, slice: path.basename(file, ".yaml") });
      mistakes.push(...misquotes(read.data, texts).map((it) => `${label}, ${it}`));
    }
  }
  if (mistakes.length > 0) throw new Error(`Cases that cannot be read:\n${mistakes.join("\n")}`);
  if (cases.length === 0) throw new Error(`No cases in ${folder}`);
  return cases;
}

function readList(file: string): unknown[] {
  try {
    return z.array(z.unknown()).parse(parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${path.basename(file)} is not a YAML list of cases`, { cause });
  }
}

/** The documents by id, without their front matter: a title is no evidence. */
function readTexts(corpus: string): ReadonlyMap<string, string> {
  const names = readdirSync(corpus).filter((name) => name.endsWith(".md") && name !== "README.md");
  return new Map(
    names.map((name) => {
      const source = readFileSync(path.join(corpus, name), "utf8").normalize("NFC");
      return [path.basename(name, ".md"), source.replace(/^---\n[\s\S]*?\n---\n/, "")];
    }),
  );
}

function misquotes(testCase: z.infer<typeof caseSchema>, texts: ReadonlyMap<string, string>): string[] {
  if (!testCase.answerable) return [];
  return testCase.evidence.flatMap(({ document, contains }, index) => {
    const text = texts.get(document);
    if (text === undefined) return [`evidence.${index}.document: no document "${document}" in the corpus`];
    if (text.includes(contains.normalize("NFC"))) return [];
    return [`evidence.${index}.contains: does not stand in ${document}: "${contains}"`];
  });
}
