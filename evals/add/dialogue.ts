import { createInterface } from "node:readline";

/** Asks a person, or a file that answers in a person's place. */
export interface Dialogue {
  tell(text: string): void;
  /** What was typed, without the white space around it. Throws `InputEnded` when there is nothing more to read. */
  ask(prompt: string): Promise<string>;
}

/** The input ended before the last question: nothing is written then. */
export class InputEnded extends Error {
  override readonly name = "InputEnded";
}

/** What a reader makes of an answer: its value, or why it is none. */
export type ReadAnswer<T> = { readonly value: T } | { readonly problem: string };

/** Asks again until an answer can be read, telling each time why it could not. */
export async function askUntil<T>(
  dialogue: Dialogue,
  prompt: string,
  read: (typed: string) => ReadAnswer<T>,
): Promise<T> {
  for (;;) {
    const answer = read(await dialogue.ask(prompt));
    if ("value" in answer) return answer.value;
    dialogue.tell(answer.problem);
  }
}

export interface LineDialogue extends Dialogue {
  close(): void;
}

/**
 * A dialogue over lines: a terminal, a pipe or a file. Lines that come before they are asked for wait. Prompts go to
 * `output`; where nobody sees the typing (`isTerminal` false), each answer is written behind its prompt.
 */
export function lineDialogue(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  isTerminal: boolean,
): LineDialogue {
  const lines = createInterface({ input, ...(isTerminal ? { output } : {}), terminal: isTerminal });
  const waiting: string[] = [];
  let ended = false;
  let wake = () => {};
  lines.on("line", (line) => {
    waiting.push(line);
    wake();
  });
  lines.on("close", () => {
    ended = true;
    wake();
  });
  return {
    tell: (text) => void output.write(`${text}\n`),
    async ask(prompt) {
      const shown = `${prompt} `;
      if (isTerminal) {
        lines.setPrompt(shown);
        lines.prompt();
      } else output.write(shown);
      while (waiting.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const line = waiting.shift();
      if (line === undefined)
        throw new InputEnded(`\nThe input ended before "${prompt}" was answered. Nothing was written.`);
      if (!isTerminal) output.write(`${line}\n`);
      return line.trim();
    },
    close: () => lines.close(),
  };
}
