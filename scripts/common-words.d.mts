/** Where the list lies. */
export const COMMON_WORDS: string;
/** The list as the tokenizer gives it. */
export function commonWords(): string;
