import { setImmediate } from "node:timers/promises";
import { RunningReplies } from "../../src/adapters/writer/calls.js";
import type { Message, Writer } from "../../src/contracts/ports.js";

/** An error is thrown in its place, a promise is waited for (one that never settles is a model that stalls). */
type ScriptStep = string | Error | Promise<unknown>;

/** A text comes word by word, steps as they stand. */
export type Script = string | readonly ScriptStep[];

export interface ScriptedCall {
  readonly messages: readonly Message[];
  readonly maxTokens: number | undefined;
}

export interface ScriptedWriter extends Writer {
  /** Every call, in order. */
  readonly calls: readonly ScriptedCall[];
  /** How many replies were left before their end: by a signal, a reader who stopped, or closing. */
  readonly abandoned: number;
  /** Settles with the first of them. */
  readonly left: Promise<void>;
}

/** A writer that replies what `script` makes of the messages; `call` counts from 0. */
export function createScriptedWriter(
  script: Script | ((messages: readonly Message[], call: number) => Script | Promise<Script>),
  options: Partial<Pick<Writer, "id" | "provider" | "model" | "contextTokens">> = {},
): ScriptedWriter {
  const replies = new RunningReplies();
  const calls: ScriptedCall[] = [];
  let abandoned = 0;
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });

  async function* reply(messages: readonly Message[]): AsyncGenerator<string> {
    const steps = typeof script === "function" ? await script(messages, calls.length - 1) : script;
    for (const step of typeof steps === "string" ? wordsOf(steps) : steps) {
      await setImmediate();
      if (step instanceof Error) throw step;
      if (typeof step === "string") yield step;
      else await step;
    }
  }

  return {
    id: "scripted",
    provider: "scripted",
    model: "script",
    contextTokens: null,
    ...options,
    calls,
    left,
    get abandoned() {
      return abandoned;
    },
    async *write(messages, { signal, maxTokens } = {}) {
      calls.push({ messages, maxTokens });
      let ended = false;
      try {
        yield* replies.run(() => reply(messages), signal);
        ended = true;
      } catch (error) {
        ended = !(error instanceof Error && "code" in error && error.code === "cancelled");
        throw error;
      } finally {
        if (!ended) {
          abandoned += 1;
          leave();
        }
      }
    },
    close: async () => replies.close(),
  };
}

/** Each with the white space before it. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}
