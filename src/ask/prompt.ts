import type { Language } from "../contracts/document.js";

/** Instructions for a language model, from a file of `prompts/`. */
export interface Prompt {
  /** Name and content: "answer@3f2a91bc". Another content has another version. */
  readonly version: string;
  /** The texts below the headings of the file, by heading. */
  readonly parts: Readonly<Record<string, string>>;
}

/** All that Konsil asks of a language model. */
export interface Prompts {
  /** Parts: `system`, `user`, `user with sources apart`, `again`. */
  readonly answer: Prompt;
  /** Parts: `system`, `user`. */
  readonly standaloneQuestion: Prompt;
}

/** What models know the languages by. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  de: "German (Deutsch)",
  en: "English",
};

/**
 * A part of a prompt with its placeholders filled in. Values are put in as they are: what comes from outside goes through
 * `asData` first. Throws `RangeError` for an unknown part, and for a placeholder without a value.
 */
export function fill({ version, parts }: Prompt, part: string, values: Readonly<Record<string, string>>): string {
  const template = parts[part];
  if (template === undefined) throw new RangeError(`the prompt ${version} has no part "${part}"`);
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`the prompt ${version} asks for an unknown "${name}"`);
    return value;
  });
}

/**
 * A text from outside in one line, in which nothing can be taken for a mark of the prompt: no tag, no number of a source, no
 * token of a chat template, nothing invisible.
 */
export function asData(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\s]+/gu, (run) => (/\s/u.test(run) || /\p{Z}/u.test(run) ? " " : ""))
    .replace(/[<>[\]{}`]/g, (mark) => SAFE[mark] ?? " ")
    .replace(/"{3,}|#{2,}|={3,}|-{3,}/g, " ")
    .trim();
}

const SAFE: Readonly<Record<string, string>> = {
  "<": "‹",
  ">": "›",
  "[": "(",
  "]": ")",
  "{": "(",
  "}": ")",
  "`": "'",
};
