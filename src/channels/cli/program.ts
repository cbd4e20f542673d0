import { Command } from "commander";
import { packageVersion } from "../../version.js";
import { addAskCommand } from "./ask.js";
import { addChatCommand } from "./chat.js";
import { addDoctorCommand } from "./doctor.js";
import { addDocumentsCommand } from "./documents.js";
import { addExportCommand } from "./export.js";
import { addIngestCommand } from "./ingest.js";
import { addKeyCommand } from "./key.js";
import { addMcpCommand } from "./mcp.js";
import { addRemoveCommand } from "./remove.js";
import { addSearchCommand } from "./search.js";
import { addServeCommand } from "./serve.js";
import { addSlackCommand, type RunSlack } from "./slack.js";
import type { Terminal } from "./terminal.js";

export interface ProgramParts {
  readonly terminal: Terminal;
  /** Hears the exit code of a command that went through; done when it is not called. */
  readonly exit: (code: number) => void;
  /** Runs the server with these variables before the environment. */
  readonly serve: (overrides: Record<string, string>) => Promise<void>;
  readonly slack: RunSlack;
}

/** All commands. Each loads what it needs when it runs, so that help and mistakes answer at once. */
export function createProgram({ terminal, exit, serve, slack }: ProgramParts): Command {
  const program = new Command("konsil")
    .description("Answers questions about published collaborations from documents, every sentence with its quotation.")
    .version(packageVersion(), "--version", "print the version")
    .helpOption("-h, --help", "show what a command takes")
    .showHelpAfterError("(konsil --help shows all commands)")
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .exitOverride();
  addServeCommand(program, serve);
  addIngestCommand(program, terminal, exit);
  addAskCommand(program, terminal, exit);
  addChatCommand(program, terminal);
  addSearchCommand(program, terminal);
  addDocumentsCommand(program, terminal);
  addMcpCommand(program, terminal);
  addSlackCommand(program, terminal, slack);
  addRemoveCommand(program, terminal, exit);
  addKeyCommand(program, terminal);
  addDoctorCommand(program, terminal, exit);
  addExportCommand(program, terminal);
  return program;
}
