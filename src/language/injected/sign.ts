/*
 * What tells a text that commands a program from one that informs or advises a reader. No sign is the text of an attack:
 * each is a kind of command (to ignore, to say, to be, to send) together with what only a program has (a prompt, a
 * role, users, answers to every question), or a form that only a program reads (chat templates, closing tags).
 */

/** How far a text that matches commands a program: of `ENOUGH` points it does. Patterns are matched with small letters. */
export type Sign = readonly [points: number, pattern: RegExp];

/** One sign alone has as many only where nobody ever speaks so to a reader. */
export const ENOUGH = 3;

/** Not within a word. */
export function word(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "u");
}

/** Where a clause begins, as an imperative does. */
const CLAUSE =
  "(?:^|[.!?:;,(\\[{>“”„\"'|#*–—-]\\s*|(?<!\\p{L})(?:und|and|then|dann|now|jetzt|nun|please|bitte|also|but|aber|sondern|must|should|shall|first|zuerst|instead|stattdessen|just|einfach|simply|always|immer|stets|never|sofort|immediately|hereby|hiermit|actually|eigentlich|außerdem|you to)\\s+)";

export function command(source: string, behind = ""): RegExp {
  return new RegExp(`${CLAUSE}(?:${source})(?![\\p{L}\\p{N}])${behind}`, "u");
}
