import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { readLife } from "../changed/life.js";
import { type Case, caseSchema } from "./case.js";
import { type Source, type Sources, sourcesAfter, sourcesIn } from "./sources.js";

const CORPUS = path.resolve(import.meta.dirname, "../../corpus");

const labelled = z.object({ id: z.string() });

/**
 * The cases of all YAML files of a folder, in the order of the file names. Evidence is looked up in `corpus`, a folder of
 * Markdown files, or in what is left of it after the changes of `life.yaml`. Throws an `Error` that names file, case and
 * field of every mistake: a field that is missing, unknown or malformed, an id given twice, evidence or a filter that
 * names a document, publisher or partner that is not there, evidence that does not stand in its document; and when the
 * folder holds no case. `sources` are looked up in place of all that.
 */
export function readCases(
  folder: string,
  { corpus = CORPUS, sources: own }: { readonly corpus?: string; readonly sources?: Sources } = {},
): Case[] {
  const mistakes: string[] = [];
  const cases: Case[] = [];
  const sourcesOf = own === undefined ? sourcesByCase(corpus) : () => own;
  const fileOf = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!isCaseFile(file)) continue;
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
      const testCase = { ...read.data, slice: path.parse(file).name };
      cases.push(testCase);
      const sources = sourcesOf(testCase);
      mistakes.push(
        ...[...misquotes(testCase, sources), ...misfilters(testCase, sources)].map((it) => `${label}, ${it}`),
      );
    }
  }
  if (mistakes.length > 0) throw new Error(`Cases that cannot be read:\n${mistakes.join("\n")}`);
  if (cases.length === 0) throw new Error(`No cases in ${folder}`);
  return cases;
}

/** Both endings of YAML count. */
export function isCaseFile(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

function readList(file: string): unknown[] {
  try {
    return z.array(z.unknown()).parse(parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${path.basename(file)} is not a YAML list of cases`, { cause });
  }
}

/** The originals lie elsewhere, if anywhere: what is asked of them is looked up in the documents that sum them up. */
function sourcesByCase(corpus: string): (testCase: Pick<Case, "over">) => Sources {
  const first = sourcesIn(corpus);
  let changed: Sources | null = null;
  return ({ over }) => {
    if (over !== "changed") return first;
    changed ??= sourcesAfter(first, readLife());
    return changed;
  };
}

/** What does not stand where a case says that it does, each with its field. */
export function misquotes(testCase: Case, sources: Sources): string[] {
  if (!testCase.answerable) return [];
  return testCase.evidence.flatMap(({ document, contains }, index) => {
    const text = sources.get(document)?.text;
    if (text === undefined) return [`evidence.${index}.document: no document "${document}" in the corpus`];
    if (text.includes(contains.normalize("NFC"))) return [];
    return [`evidence.${index}.contains: does not stand in ${document}: "${contains}"`];
  });
}

/** A filter for something that is nowhere would refuse every question, and its case would always pass. */
function misfilters({ filter }: Case, sources: Sources): string[] {
  if (filter === undefined) return [];
  const all = [...sources.values()];
  const named = [
    { field: "documentIds", wanted: filter.documentIds, of: ({ id }: Source) => [id] },
    { field: "publishers", wanted: filter.publishers, of: ({ publisher }: Source) => [publisher] },
    { field: "partners", wanted: filter.partners, of: ({ partners }: Source) => partners },
  ];
  return named.flatMap(({ field, wanted = [], of }) => {
    const unknown = wanted.filter((name) => !all.some((source) => of(source).some((it) => it === name)));
    return unknown.map((name) => `filter.${field}: no document has "${name}"`);
  });
}
