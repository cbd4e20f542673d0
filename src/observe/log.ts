import { type DestinationStream, destination, pino, stdSerializers } from "pino";

/**
 * What the rest of Konsil may log with. Fields come first; a caught error goes under `err`. Questions, bodies and keys
 * are never handed in.
 */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface LogOptions {
  readonly level?: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /** `json`: one object a line, for machines. `plain`: one readable line. */
  readonly format?: "json" | "plain";
  /** Where the lines go; standard error by default, so that standard output stays with the answers. */
  readonly stream?: DestinationStream;
}

/** A second fence behind the rule that secrets are not handed in. */
const SECRET_FIELDS = ["authorization", "key", "keys", "apiKey", "password", "token"];

/** A log that writes each line at once, so that none is lost in a crash. */
export function createLog(options: LogOptions = {}): Log {
  const { level = "info", format = "json" } = options;
  const stream = options.stream ?? destination({ dest: 2, sync: true });
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.err },
      redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: "[hidden]" },
    },
    format === "json" ? stream : { write: (line: string) => stream.write(plainLine(line)) },
  );
}

/** `2026-02-09T12:00:00.000Z INFO  request method=POST status=200`, an error's stack on lines of its own. */
function plainLine(json: string): string {
  const { time, level, msg, err, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const pairs = Object.entries(fields).map(([name, value]) => ` ${name}=${plainValue(value)}`);
  const head = `${time} ${String(level).toUpperCase().padEnd(5)} ${msg}${pairs.join("")}\n`;
  if (typeof err !== "object" || err === null) return head;
  const { stack, message } = err as { readonly stack?: unknown; readonly message?: unknown };
  return `${head}  ${String(stack ?? message).replaceAll("\n", "\n  ")}\n`;
}

/** Quoted where it would not read as one word, which also keeps line breaks of foreign text out of the log. */
function plainValue(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return typeof value === "string" && !/^[\w./:%@-]+$/.test(text) ? JSON.stringify(text) : text;
}
