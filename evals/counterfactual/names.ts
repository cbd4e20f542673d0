import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type FindReplacements, replacementsOf } from "./replacement.js";

const texts = z.array(z.string().min(1)).min(1);

const renamingSchema = z
  .strictObject({
    forms: texts,
    mistyped: z.array(z.string().min(1)).default([]),
    isWord: z.boolean().default(false),
    choices: z.array(texts).min(2),
  })
  .refine(({ forms, choices }) => choices.every(({ length }) => length === 1 || length === forms.length), {
    path: ["choices"],
    message: "must have one form, or one for each form of the name",
  });
export type Renaming = z.infer<typeof renamingSchema>;

/** Endings that a name keeps: "Osnabrücker", "Münsters", "Westdeutschen". */
const ENDINGS = "(?=(?:ers?|e[snmr]?|s)?(?!\\p{L}|\\p{N}))";

/** Throws a `ZodError` that names what is wrong with the table. */
export function readRenamings(): Renaming[] {
  return z.array(renamingSchema).parse(parse(readFileSync(path.join(import.meta.dirname, "renamings.yaml"), "utf8")));
}

/**
 * Finds the names of a text, whatever ending they have, and gives the chosen ones in their place; what was written in small
 * letters or in capitals stays so. `random` gives numbers from 0 up to 1 and chooses.
 */
export function chosenNames(renamings: readonly Renaming[], random: () => number): FindReplacements {
  const chosen = renamings.map((renaming) => ({ renaming, forms: chosenForms(renaming, random) }));
  const pairsOf = (isWord: boolean) => chosen.flatMap((it) => (it.renaming.isWord === isWord ? it.forms : []));
  const names = pairsOf(false).map(([old, now]) => [old.toLowerCase(), now] as const);
  const finders = [
    finderOf(new Map(names), ENDINGS, "giu", (old) => old.toLowerCase()),
    finderOf(new Map(pairsOf(true)), "(?!\\p{L}|\\p{N})", "gu", (old) => old),
  ];
  return (text) => finders.flatMap((find) => find(text));
}

/** The old forms, each with the one that takes its place. */
function chosenForms({ forms, mistyped, choices }: Renaming, random: () => number): (readonly [string, string])[] {
  const chosen = choices[Math.floor(random() * choices.length)] ?? [];
  const [plain = ""] = chosen;
  return [
    ...forms.map((form, at) => [form, chosen[at] ?? plain] as const),
    ...mistyped.map((form) => [form, withoutMiddle(plain)] as const),
  ];
}

function finderOf(
  forms: ReadonlyMap<string, string>,
  ending: string,
  flags: string,
  keyOf: (old: string) => string,
): FindReplacements {
  const either = [...forms.keys()].sort((a, b) => b.length - a.length).join("|");
  const pattern = new RegExp(`(?<!\\p{L}|\\p{N})(?:${either})${ending}`, flags);
  return (text) =>
    replacementsOf(text, pattern, ({ 0: old }) => {
      const chosen = forms.get(keyOf(old));
      return chosen === undefined ? null : likewise(chosen, old);
    });
}

function likewise(name: string, old: string): string {
  if (old === old.toLowerCase()) return name.toLowerCase();
  const isLoud = old.length > 3 && old === old.toUpperCase();
  return isLoud ? name.toUpperCase() : name;
}

/** A mistake in typing of the same sort as those in the cases: a letter is left out. */
function withoutMiddle(name: string): string {
  const middle = Math.floor(name.length / 2);
  return name.slice(0, middle) + name.slice(middle + 1);
}
