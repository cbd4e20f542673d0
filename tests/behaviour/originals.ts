import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The original announcements lie beside a checkout, where there are any; they are never part of the project. */
export const ORIGINALS = path.resolve(import.meta.dirname, "../../../shared/seeds");
export const hasOriginals = existsSync(ORIGINALS);

export const CORPUS = path.resolve(import.meta.dirname, "../../corpus");
export const FACTS = path.resolve(import.meta.dirname, "../../evals/facts");

export function readOriginals(): ReadonlyMap<string, string> {
  const names = readdirSync(ORIGINALS).filter((name) => name.endsWith(".txt"));
  return new Map(names.map((name) => [name, readFileSync(path.join(ORIGINALS, name), "utf8").normalize("NFC")]));
}
