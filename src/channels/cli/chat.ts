import { type Command, Option } from "commander";
import type { Asker } from "../../ask/ask.js";
import type { Answer } from "../../contracts/answer.js";
import { type Filter, type Language, languageSchema } from "../../contracts/document.js";
import { KonsilError } from "../../contracts/errors.js";
import type { AskEvent } from "../../contracts/events.js";
import { QUESTION_MAX_LENGTH, type Turn } from "../../contracts/question.js";
import { followUpLines, readAsLine, sourcesLines } from "./ask.js";
import { CHAT_TEXTS, languageOfTerminal } from "./chat-texts.js";
import { type FilterOptions, filterOf, withFilterOptions } from "./filter-options.js";
import type { Lines } from "./lines.js";
import { asKonsilError, problemOf } from "./problem.js";
import { type CommonOptions, ensureCorpus, withApplication, withCommonOptions } from "./session.js";
import type { Terminal } from "./terminal.js";

interface ChatOptions extends CommonOptions, FilterOptions {
  readonly language?: string;
}

const PROMPT = "> ";
/** So many turns go along with a question, and so much of each. */
const REMEMBERED_TURNS = 8;
const LONGEST_TURN = 20_000;

/** `konsil chat`: a conversation, question by question, in which the earlier ones count. */
export function addChatCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("chat")
    .summary("have a conversation")
    .description(
      "Answers one question after the other, each with what was said before in mind. Where no person types, every line " +
        "of standard input is a question; with --json every answer, or the problem in its place, is a line of output.",
    )
    .addOption(new Option("--language <language>", "of the answers").choices(["de", "en"]));
  withFilterOptions(withCommonOptions(command)).action(async (options: ChatOptions) => {
    const language = languageSchema.optional().parse(options.language);
    const filter = filterOf(options);
    await withApplication(options, terminal, async (application, config) => {
      await ensureCorpus(application, config, terminal);
      const lines = terminal.readLines();
      const stop = () => lines.close();
      terminal.signal.addEventListener("abort", stop);
      try {
        await converse({ terminal, lines, filter, language, asker: application.asker, asJson: options.json === true });
      } finally {
        terminal.signal.removeEventListener("abort", stop);
        lines.close();
      }
      if (terminal.signal.aborted) throw new KonsilError("cancelled", "The conversation was stopped");
    });
  });
}

interface Conversing {
  readonly terminal: Terminal;
  readonly lines: Lines;
  readonly asker: Pick<Asker, "ask">;
  readonly filter: Filter;
  readonly language: Language | undefined;
  readonly asJson: boolean;
}

/** Resolves when there are no more lines, or the reader leaves. What cannot be answered ends nothing. */
async function converse(parts: Conversing): Promise<void> {
  const { terminal, lines, asJson } = parts;
  const words = CHAT_TEXTS[parts.language ?? languageOfTerminal()];
  let history: readonly Turn[] = [];
  let offered: readonly string[] = [];
  if (lines.isScreen) terminal.out(words.greeting);

  for (;;) {
    const line = (await lines.next(PROMPT))?.trim();
    if (line === undefined || line === "/quit") break;
    if (line === "") continue;
    if (line === "/new") {
      [history, offered] = [[], []];
      if (!asJson) terminal.out(words.cleared);
    } else if (line.startsWith("/")) {
      const told = line === "/help" ? words.help : [words.unknownCommand(line)];
      for (const text of told) terminal.err(text);
    } else {
      const chosen = /^\d$/.test(line) ? offered[Number(line) - 1] : undefined;
      const question = chosen ?? line;
      const answer = await answerTo(question, history, parts, words);
      if (answer === null) continue;
      offered = answer.followUps;
      const said: Turn[] = [
        { role: "user", content: question },
        { role: "assistant", content: answer.answer.slice(0, LONGEST_TURN) },
      ];
      history = [...history, ...said].slice(-REMEMBERED_TURNS);
    }
  }
  if (lines.isScreen) terminal.out("");
}

/** Tells the answer as it comes; null where there is none. */
async function answerTo(
  question: string,
  history: readonly Turn[],
  { terminal, lines, asker, filter, language, asJson }: Conversing,
  words: (typeof CHAT_TEXTS)[Language],
): Promise<Answer | null> {
  if (question.length > QUESTION_MAX_LENGTH) {
    const tooLong = new KonsilError("invalid_request", words.tooLong);
    if (asJson) terminal.json({ problem: problemOf(tooLong) });
    terminal.err(tooLong.message);
    return null;
  }
  return lines.whileBusy(async (interrupted) => {
    const signal = AbortSignal.any([interrupted, terminal.signal]);
    let told = "";
    const emit = (event: AskEvent) => {
      if (event.type !== "text.delta" || asJson) return;
      told += event.text;
      terminal.write(event.text);
    };
    try {
      const request = { question, history: [...history], filter, ...(language === undefined ? {} : { language }) };
      const answer = await asker.ask(request, { signal, emit });
      if (asJson) terminal.json(answer);
      else for (const line of linesOf(answer, told, lines.isScreen, terminal)) terminal.out(line);
      return answer;
    } catch (error) {
      if (told !== "") terminal.out("");
      const known = asKonsilError(error);
      if (asJson) terminal.json({ problem: problemOf(known) });
      terminal.err(signal.aborted ? words.stopped : known.message);
      return null;
    }
  });
}

/** What follows on the text that was told by then. The numbers of further questions are for a person. */
function linesOf(answer: Answer, told: string, isScreen: boolean, { colors }: Terminal): string[] {
  const text = answer.status === "abstained" ? colors.yellow(answer.answer) : answer.answer;
  const number = (question: string, index: number) => `${isScreen ? `${index + 1}  ` : "  "}${question}`;
  return [
    // Ends the line of what was told.
    ...(told === "" ? [] : [""]),
    ...(told === answer.answer ? [] : [text]),
    ...(answer.readAs === undefined ? [] : [readAsLine(answer.readAs, answer.language)]),
    ...sourcesLines(answer, { colors }),
    ...followUpLines(answer, number),
    ...answer.warnings.flatMap((warning) => ["", colors.yellow(`Warning: ${warning}`)]),
    "",
  ];
}
