import { type Command, Option } from "commander";
import type { Answer, Citation } from "../../contracts/answer.js";
import { KonsilError } from "../../contracts/errors.js";
import { askRequestSchema } from "../../contracts/question.js";
import { EXIT } from "./exit.js";
import { type FilterOptions, filterOf, withFilterOptions } from "./filter-options.js";
import { type CommonOptions, ensureCorpus, withApplication, withCommonOptions } from "./session.js";
import { argumentOrStdin, type Terminal } from "./terminal.js";

interface AskOptions extends CommonOptions, FilterOptions {
  readonly language?: string;
}

/** `konsil ask "…"`: an answer with its sources. */
export function addAskCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  const command = program
    .command("ask")
    .summary("answer a question")
    .description(
      "Answers a question from the documents, with the quotations it rests on. Exit code 3: no answer there.",
    )
    .argument("<question...>", "the question; - reads it from standard input")
    .addOption(new Option("--language <language>", "of the answer").choices(["de", "en"]));
  withFilterOptions(withCommonOptions(command)).action(async (words: readonly string[], options: AskOptions) => {
    const question = await argumentOrStdin(words.join(" "), terminal);
    const request = requestOf(question, options);
    const answer = await withApplication(options, terminal, async (application, config) => {
      await ensureCorpus(application, config, terminal);
      return application.asker.ask(request, { signal: terminal.signal });
    });
    if (options.json) terminal.json(answer);
    else for (const line of answerLines(answer, terminal)) terminal.out(line);
    exit(answer.status === "abstained" ? EXIT.abstained : EXIT.done);
  });
}

function requestOf(question: string, options: AskOptions) {
  const parsed = askRequestSchema.safeParse({ question, language: options.language, filter: filterOf(options) });
  if (parsed.success) return parsed.data;
  throw new KonsilError("invalid_request", `The question ${parsed.error.issues[0]?.message ?? "is not valid"}`);
}

export function readAsLine(question: string, language: Answer["language"]): string {
  return language === "de" ? `Gelesen als: ${question}` : `Read as: ${question}`;
}

/** The answer, then a numbered block for every source, then questions that the documents answer too. */
export function answerLines(answer: Answer, { colors }: Pick<Terminal, "colors">): string[] {
  return [
    ...(answer.readAs === undefined ? [] : [readAsLine(answer.readAs, answer.language), ""]),
    answer.status === "abstained" ? colors.yellow(answer.answer) : colors.bold(answer.answer),
    ...sourcesLines(answer, { colors }),
    ...followUpLines(answer, (question) => `  ${question}`),
    ...answer.warnings.flatMap((warning) => ["", colors.yellow(`Warning: ${warning}`)]),
  ];
}

/** What an answer is backed by, or what comes closest. */
export function sourcesLines(answer: Answer, { colors }: Pick<Terminal, "colors">): string[] {
  const lines: string[] = [];
  for (const citation of answer.citations) lines.push("", ...sourceLines(citation, `[${citation.marker}]`, colors));
  const closest = answer.abstention?.closest ?? [];
  if (closest.length > 0) lines.push("", answer.language === "de" ? "Am nächsten kommt:" : "Closest:");
  for (const citation of closest) lines.push("", ...sourceLines(citation, "-", colors));
  return lines;
}

/** Questions that the documents answer, too; none where there are none. */
export function followUpLines(
  { followUps, language }: Answer,
  lineOf: (question: string, index: number) => string,
): string[] {
  if (followUps.length === 0) return [];
  return ["", language === "de" ? "Weitere Fragen:" : "Further questions:", ...followUps.map(lineOf)];
}

function sourceLines(citation: Citation, mark: string, colors: Terminal["colors"]): string[] {
  const indent = " ".repeat(mark.length + 1);
  const about = [citation.publisher, citation.title, citation.publishedAt].filter((part) => part !== null);
  const where = `${citation.documentId}, characters ${citation.start} to ${citation.end}`;
  return [
    `${colors.cyan(mark)} “${citation.quote.replaceAll(/\s+/g, " ")}”`,
    `${indent}${about.join(" · ")}`,
    `${indent}${colors.dim(citation.url === null ? where : `${where} · ${citation.url}`)}`,
  ];
}
