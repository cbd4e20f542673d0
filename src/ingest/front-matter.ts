import { parseDocument } from "yaml";
import { KonsilError } from "../contracts/errors.js";
import type { SourceMeta } from "./document-structure.js";
import { requireMeta } from "./source-meta.js";

export interface FrontMatter {
  readonly meta: SourceMeta;
  /** The text below the front matter; the whole text where there is none. */
  readonly body: string;
}

const LIMITS = { characters: 64_000, aliases: 20 };

/**
 * Splits YAML front matter between `---` lines from a canonical text. Throws `unreadable_document` for YAML that is
 * broken (with its line), and for fields that are not what they should be (each named in `fields`). A text that merely
 * begins with a rule of dashes has no front matter.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { meta: { unknown: {} }, body: text };
  const opening = /^---[ \t]*\n/.exec(text)?.[0];
  if (opening === undefined) return none;
  const rest = text.slice(opening.length);
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(rest);
  const source = closing ? rest.slice(0, closing.index) : rest;
  if (!looksLikeFields(source)) return closing && source.trim() === "" ? { ...none, body: after(rest, closing) } : none;
  if (!closing) throw broken("it is opened with --- and never closed");
  return {
    meta: requireMeta(readFields(source), "The front matter", "unreadable_document"),
    body: after(rest, closing),
  };
}

function after(rest: string, closing: RegExpExecArray): string {
  return rest.slice(closing.index + closing[0].length);
}

/** Fields begin with a name and a colon; a comment, a list or a brace may come first. */
function looksLikeFields(source: string): boolean {
  const first = source.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#"));
  return first !== undefined && /^\s*(?:["']?[\w.-]+["']?\s*:(?:\s|$)|[-{[?!&%])/.test(first);
}

function readFields(source: string): Record<string, unknown> {
  if (source.length > LIMITS.characters) throw broken(`it is longer than ${LIMITS.characters} characters`);
  let fields: unknown;
  try {
    // The core schema knows no tags of its own and leaves dates as text.
    const document = parseDocument(source, { schema: "core", uniqueKeys: true, logLevel: "silent" });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) {
      const line = problem.linePos?.[0].line;
      throw broken(
        `${problem.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? ""}`,
        line,
        problem,
      );
    }
    fields = document.toJS({ maxAliasCount: LIMITS.aliases });
  } catch (error) {
    // Too many aliases, or nested deeper than the parser goes.
    throw error instanceof KonsilError
      ? error
      : broken("it is nested too deeply or repeats too much", undefined, error);
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields))
    throw broken("it is not a list of fields");
  return { ...fields };
}

function broken(what: string, lineBelowOpening?: number, cause?: unknown): KonsilError {
  const where = lineBelowOpening === undefined ? "" : ` in line ${lineBelowOpening + 1}`;
  return new KonsilError("unreadable_document", `The front matter is broken${where}: ${what}.`, { cause });
}
