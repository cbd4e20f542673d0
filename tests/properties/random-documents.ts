import fc from "fast-check";

const WORDS =
  "Klinik Zusammenarbeit Forschung Vertrag Partner Stadt Tumor Patienten research hospital agreement partner data imaging centre Dr. z. B. 12 2026 23,4 Prof. Ärzte größer “twins” [7] [12] „Netz“ 𝒳 naïve".split(
    " ",
  );

const word = fc.constantFrom(...WORDS);
const sentence = fc
  .tuple(fc.array(word, { minLength: 2, maxLength: 9 }), fc.constantFrom(".", ".", "?", "!", ":", ""))
  .map(([words, mark]) => words.join(" ") + mark);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(" "));
const list = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((items) => items.map((item) => `- ${item}`).join("\n"));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 3 }), sentence)
  .map(([level, text]) => `${"#".repeat(level)} ${text}`);
const odd = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });

/** Markdown in many shapes: headings, lists, paragraphs, and now and then arbitrary Unicode. */
export const randomMarkdown = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 2, arbitrary: list }, heading, odd), {
    minLength: 1,
    maxLength: 8,
  })
  .map((blocks) => blocks.join("\n\n"));

export const randomQuestion = fc.oneof(
  { weight: 3, arbitrary: fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => `${words.join(" ")}?`) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ""),
  },
);
