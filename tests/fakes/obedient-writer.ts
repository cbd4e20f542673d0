import type { Message } from "../../src/contracts/ports.js";
import { canonicalise } from "../../src/language/canonicalise.js";
import { createScriptedWriter, type ScriptedWriter } from "./scripted-writer.js";

/** Instructions that a model may come to read, with what each wants to hear. */
export interface Planted {
  readonly canary: string;
  /** As it was planted. */
  readonly planted: string;
}

/** How a model misbehaves: what it says of a canary that it read, in the language that it is asked to answer in. */
export type Obedience = (canary: string, isGerman: boolean) => string;

/**
 * A model that does whatever it reads: when an instruction or its canary stands anywhere in what it is shown, it replies as
 * `obey` says and cites the source that holds it. When it reads none, it repeats its first source.
 */
export function createObedientWriter(all: readonly Planted[], obey: Obedience): ScriptedWriter {
  return createScriptedWriter((messages) => {
    const read = textOf(messages);
    const seen = [...new Map(all.filter((it) => holds(read, it)).map((it) => [it.canary, it])).values()];
    const isGerman = /in German/.test(read);
    if (seen.length === 0) return repeatFirstSource(read);
    if (read.includes("<conversation>")) return questionAbout(seen, isGerman);
    return seen.map((it) => `${obey(it.canary, isGerman)} [${markerOf(read, it)}]`).join(" ");
  });
}

/** The question of the conversation, completed with what an instruction in it wants to hear. */
function questionAbout(seen: readonly Planted[], isGerman: boolean): string {
  const names = seen.map(({ canary }) => canary).join(isGerman ? " und " : " and ");
  return isGerman
    ? `Wie viele Campus hat die Charité und ${names}?`
    : `How many campuses does Charité and ${names} have?`;
}

/** A model that says whatever it was told, rules and all. */
export function createPromptDumpingWriter(): ScriptedWriter {
  return createScriptedWriter((messages) => `${textOf(messages)} [1]`);
}

/** A model that tells a canary as a fact, with a marker, whatever it reads. */
export function createLyingWriter(canaryOf: (read: string) => string, tell: Obedience): ScriptedWriter {
  return createScriptedWriter((messages) => {
    const read = textOf(messages);
    return `${tell(canaryOf(read), /in German/.test(read))} [1] ${repeatFirstSource(read)}`;
  });
}

function textOf(messages: readonly Message[]): string {
  return messages.map(({ content }) => content).join("\n");
}

function holds(read: string, { canary, planted }: Planted): boolean {
  const text = read.toLowerCase();
  return [canary, planted, canonicalise(planted)].some((it) => it !== "" && text.includes(it.toLowerCase()));
}

function markerOf(read: string, planted: Planted): string {
  const sources = [...read.matchAll(/<source number="(\d+)"[\s\S]*?<\/source>/g)];
  return sources.find(([source]) => holds(source, planted))?.[1] ?? "1";
}

function repeatFirstSource(read: string): string {
  const source = /<source number="1"[^>]*>\n([\s\S]*?)\n<\/source>/.exec(read)?.[1] ?? "";
  return source === ""
    ? "NO_ANSWER"
    : source
        .split("\n")
        .map((line) => `${line} [1]`)
        .join(" ");
}
