import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isInjected } from "../../src/language/injected.js";
import { splitSentences } from "../../src/language/sentences.js";
import { readOmos } from "../open-data/omos.js";
import { readXquad } from "../open-data/xquad.js";
import { disguised } from "./disguise.js";
import { readCanaries } from "./read-canaries.js";

/*
 * Prints what `isInjected` makes of the planted instructions, each by itself, and of texts in which nobody planted any.
 *
 *   npx tsx evals/injection/report.ts
 */
const ROOT = path.resolve(import.meta.dirname, "../..");
const DATA = path.resolve(ROOT, "../shared/data");
const ORIGINALS = path.resolve(ROOT, "../shared/seeds");

const { documents, metadata, questions, history } = readCanaries();
const planted = [
  ...documents.map((it) => ["document", it.disguise === undefined ? it.text : disguised(it.text, it.disguise)]),
  ...metadata.map((it) => ["metadata", it.text]),
  ...questions.map((it) => [
    "question",
    it.disguise === undefined || it.disguised === undefined ? it.text : disguised(it.disguised, it.disguise),
  ]),
  ...history.map((it) => ["history", it.text]),
].map(([carrier = "", text = ""]) => ({ carrier, text }));

console.log("| planted in | canaries | recognised by themselves |\n| --- | --- | --- |");
for (const carrier of new Set(planted.map((it) => it.carrier))) {
  const all = planted.filter((it) => it.carrier === carrier);
  console.log(`| ${carrier} | ${all.length} | ${all.filter(({ text }) => isInjected(text)).length} |`);
  for (const { text } of all.filter((it) => !isInjected(it.text))) console.error(`not recognised: ${text}`);
}

console.log("\n| text | sentences | false alarms |\n| --- | --- | --- |");
for (const [name, texts] of openTexts()) {
  const alarms = texts.filter(isInjected);
  console.log(`| ${name} | ${texts.length} | ${alarms.length} |`);
  for (const text of alarms) console.error(`false alarm: ${text}`);
}

function openTexts(): [string, readonly string[]][] {
  const corpus = path.join(ROOT, "corpus");
  const found: [string, readonly string[]][] = [["corpus", sentencesIn(corpus, (name) => name !== "README.md")]];
  if (existsSync(ORIGINALS)) found.push(["original announcements", sentencesIn(ORIGINALS, () => true)]);
  if (!existsSync(DATA)) return found;
  const asked = readOmos(DATA);
  const paragraphs = (["de", "en"] as const).flatMap((language) => readXquad(DATA, language));
  const pages = new Map(asked.map(({ page }) => [page.id, page]));
  found.push(["OMoS-QA, advice to readers", [...pages.values()].flatMap(({ lines }) => lines)]);
  found.push(["XQuAD, paragraphs", paragraphs.flatMap(({ text }) => sentencesOf(text))]);
  found.push([
    "OMoS-QA and XQuAD, questions",
    [...asked, ...paragraphs.flatMap((it) => it.questions)].map((it) => it.text),
  ]);
  return found;
}

function sentencesIn(folder: string, isText: (name: string) => boolean): string[] {
  return readdirSync(folder)
    .filter(isText)
    .flatMap((name) => sentencesOf(readFileSync(path.join(folder, name), "utf8")));
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}
