import { text } from "node:stream/consumers";
import picocolors from "picocolors";
import { KonsilError } from "../../contracts/errors.js";
import { type Lines, readLines } from "./lines.js";

type Colors = ReturnType<typeof picocolors.createColors>;

/** Where a command reads and writes; the tests bring their own. Results go to `out`, everything else to `err`. */
export interface Terminal {
  out(line: string): void;
  /** A piece of a line, which another piece or `out` goes on with. */
  write(text: string): void;
  /** One JSON value on a line of its own, character for character. */
  json(value: unknown): void;
  err(line: string): void;
  /** Rewrites the last line of `err`; only where that is a screen. */
  status(line: string): void;
  readonly errIsScreen: boolean;
  /** Colours for `out`: plain text where that is no screen. */
  readonly colors: Colors;
  readStdin(): Promise<string>;
  /** For a conversation: reads line by line, from then on. */
  readLines(): Lines;
  readonly signal: AbortSignal;
}

/** The terminal of this process. */
export function processTerminal(signal: AbortSignal): Terminal {
  const { stdin, stdout, stderr } = process;
  return {
    out: (line) => void stdout.write(`${printable(line)}\n`),
    write: (text) => void stdout.write(printable(text)),
    json: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    err: (line) => void stderr.write(`${printable(line)}\n`),
    status: (line) => void stderr.write(`\r\u001b[2K${printable(line)}`),
    errIsScreen: stderr.isTTY === true,
    colors: picocolors.createColors(stdout.isTTY === true && picocolors.isColorSupported),
    readStdin: () => {
      if (stdin.isTTY) stderr.write("Reading from the keyboard; end with Ctrl+D.\n");
      return text(stdin);
    },
    readLines: () => readLines({ input: stdin, output: stdout }),
    signal,
  };
}

/** `argument`, or what stands on standard input where it is `-`. Throws `invalid_request` when there is nothing. */
export async function argumentOrStdin(argument: string, terminal: Terminal): Promise<string> {
  if (argument !== "-") return argument;
  const given = (await terminal.readStdin()).trim();
  if (given === "") throw new KonsilError("invalid_request", "There is nothing on standard input");
  return given;
}

/** Documents must not move the cursor or ring the bell: control characters go, our own colours stay. */
export function printable(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  return line.replace(/\u001b(?!\[\d{0,2}m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g, "");
}
