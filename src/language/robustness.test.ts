import { describe, expect, it } from "vitest";
import { detectLanguage } from "./detect.js";
import { fold } from "./fold.js";
import { findNames } from "./names.js";
import { findQuantities } from "./quantities.js";
import { findRoles } from "./roles.js";
import { splitSentences } from "./sentences.js";
import { analyseWords } from "./words.js";

const STEPS: Readonly<Record<string, (text: string) => unknown>> = {
  detectLanguage,
  fold,
  splitSentences,
  findQuantities,
  findRoles,
  findNames: (text) => findNames(text, "en"),
  analyseWords: (text) => analyseWords(text, "de"),
};

/** What makes a careless regular expression backtrack; long enough that quadratic time would hit the test's time limit. */
const LENGTH = 100_000;
const UNITS = [
  "a",
  "A",
  "ä",
  "1",
  ".",
  "1.",
  "1,",
  "a-",
  "A-",
  "a'",
  "…",
  '."',
  "(",
  "-",
  "@",
  "a@",
  "+1",
  "ue",
  "\u0301",
  "\ud800",
];

/** Where each finding is compared with each other one, this takes minutes. */
const MANY = 300_000;
const PHRASES = ["March 2026 ", "9. Ma\u0308rz ", "Vera Ott, Direktorin, ", "5 % ", "a.example/b 12 "];

describe.each(Object.entries(STEPS))("%s", (_, step) => {
  it.each(UNITS)("takes linear time on a long run of %j without a space", (unit) => {
    const text = unit.repeat(LENGTH / unit.length);
    expect(() => step(`${text}x`)).not.toThrow();
  });

  it.each(PHRASES)("takes linear time on a long text of %j", (phrase) => {
    expect(() => step(phrase.repeat(MANY / phrase.length))).not.toThrow();
  });
});
