import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("crash-child.ts", import.meta.url));

/** The command line of `crash-child.ts`. */
export function commandOf(...words: readonly string[]): readonly string[] {
  return [process.execPath, "--import", "tsx", SCRIPT, ...words];
}

export interface Child {
  readonly process: ChildProcess;
  /** Its standard output, line by line, each parsed. */
  readonly messages: AsyncIterableIterator<unknown>;
  send(message: object): void;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
}

export function startChild([command = "", ...words]: readonly string[]): Child {
  const child = spawn(command, words, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  async function* messages(): AsyncGenerator<unknown> {
    for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
  }
  return {
    process: child,
    messages: messages(),
    send: (message) => child.stdin.write(`${JSON.stringify(message)}\n`),
    ended,
  };
}

/** The next message; throws when the child has ended without one. */
export async function nextMessage(child: Child): Promise<unknown> {
  const { done, value } = await child.messages.next();
  if (done === true) throw new Error("The child process ended early");
  return value;
}
