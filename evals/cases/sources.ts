import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Change } from "../changed/life.js";

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n/;

const frontMatterSchema = z.looseObject({
  id: z.string().optional(),
  publisher: z.string().nullish(),
  partners: z.array(z.string()).default([]),
});

/** A document as its file has it, before any system reads it. */
export interface Source {
  readonly id: string;
  /** Without the front matter, since a title is no evidence. */
  readonly text: string;
  readonly publisher: string | null;
  readonly partners: readonly string[];
}

export type Sources = ReadonlyMap<string, Source>;

/** The documents of a folder by their ids. */
export function sourcesIn(folder: string): Sources {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
  return byId(names.sort().map((name) => readSource(path.join(folder, name))));
}

/** What is left after the changes. Throws an `Error` for one that removes what is not there. */
export function sourcesAfter(first: Sources, changes: readonly Change[]): Sources {
  const sources = new Map(first);
  for (const change of changes) {
    if ("put" in change) {
      const source = readSource(change.put);
      sources.set(source.id, source);
    } else if (!sources.delete(change.remove)) {
      throw new Error(`there is no ${change.remove} that could be removed`);
    }
  }
  return sources;
}

/** A file says its id in its front matter, or else by its name. */
function readSource(file: string): Source {
  const whole = readFileSync(file, "utf8").normalize("NFC");
  const { id, publisher, partners } = frontMatterSchema.parse(parse(FRONT_MATTER.exec(whole)?.[1] ?? "{}"));
  return {
    id: id ?? path.parse(file).name,
    text: whole.replace(FRONT_MATTER, ""),
    publisher: publisher ?? null,
    partners,
  };
}

function byId(sources: readonly Source[]): Sources {
  return new Map(sources.map((source) => [source.id, source]));
}
