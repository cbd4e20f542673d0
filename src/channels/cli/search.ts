import { type Command, InvalidArgumentError } from "commander";
import type { FoundPassage } from "../../contracts/answer.js";
import { KonsilError } from "../../contracts/errors.js";
import { SEARCH_MAX_LIMIT, searchRequestSchema } from "../../contracts/question.js";
import { type FilterOptions, filterOf, withFilterOptions } from "./filter-options.js";
import { type CommonOptions, ensureCorpus, withApplication, withCommonOptions } from "./session.js";
import { argumentOrStdin, type Terminal } from "./terminal.js";

interface SearchOptions extends CommonOptions, FilterOptions {
  readonly limit: number;
}

const LIMIT_BY_DEFAULT = 5;

/** `konsil search "…"`: ranked passages without an answer. */
export function addSearchCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("search")
    .summary("find passages")
    .description("Finds the passages that fit best, best first, without an answer.")
    .argument("<query...>", "what to look for; - reads it from standard input")
    .option("--limit <number>", `at most so many passages, 1 to ${SEARCH_MAX_LIMIT}`, parseLimit, LIMIT_BY_DEFAULT);
  withFilterOptions(withCommonOptions(command)).action(async (words: readonly string[], options: SearchOptions) => {
    const query = await argumentOrStdin(words.join(" "), terminal);
    const request = searchRequestSchema.safeParse({ query, limit: options.limit, filter: filterOf(options) });
    if (!request.success) {
      throw new KonsilError("invalid_request", `The query ${request.error.issues[0]?.message ?? "is not valid"}`);
    }
    const passages = await withApplication(options, terminal, async (application, config) => {
      await ensureCorpus(application, config, terminal);
      return application.asker.search(request.data, { signal: terminal.signal });
    });
    if (options.json) terminal.json({ passages });
    else for (const line of passages.flatMap((passage) => passageLines(passage, terminal))) terminal.out(line);
  });
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > SEARCH_MAX_LIMIT) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${SEARCH_MAX_LIMIT}.`);
  }
  return limit;
}

function passageLines(passage: FoundPassage, { colors }: Pick<Terminal, "colors">): string[] {
  const about = [passage.publisher, passage.title, passage.publishedAt].filter((part) => part !== null);
  const where = `${passage.documentId}, characters ${passage.start} to ${passage.end}`;
  return [
    `${colors.cyan(passage.score.toFixed(3))} ${colors.bold(about.join(" · ") || passage.documentId)}`,
    ...passage.text.split("\n").map((line) => `      ${line}`),
    `      ${colors.dim(where)}`,
    "",
  ];
}
