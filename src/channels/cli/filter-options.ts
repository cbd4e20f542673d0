import type { Command } from "commander";
import { type Filter, filterSchema } from "../../contracts/document.js";
import { KonsilError } from "../../contracts/errors.js";

/** What commander makes of the options that narrow a search. */
export interface FilterOptions {
  readonly document?: readonly string[];
  readonly publisher?: readonly string[];
  readonly partner?: readonly string[];
  readonly after?: string;
  readonly before?: string;
}

export function withFilterOptions(command: Command): Command {
  const collect = (value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value];
  return command
    .option("--document <id>", "only this document (may be repeated)", collect)
    .option("--publisher <name>", "only what this organisation published (may be repeated)", collect)
    .option("--partner <name>", "only collaborations with this partner (may be repeated)", collect)
    .option("--after <date>", "published on this day (YYYY-MM-DD) or later")
    .option("--before <date>", "published on this day (YYYY-MM-DD) or earlier");
}

/** The filter that the options mean; empty without any. Throws `invalid_request` for what is no date. */
export function filterOf(options: FilterOptions): Filter {
  const given = {
    documentIds: options.document,
    publishers: options.publisher,
    partners: options.partner,
    publishedAfter: options.after,
    publishedBefore: options.before,
  };
  const parsed = filterSchema.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => (issue.path[0] === "publishedAfter" ? "--after" : "--before"));
  throw new KonsilError("invalid_request", `${wrong.join(" and ")} must be a day such as 2026-02-28`);
}
