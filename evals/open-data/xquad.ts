import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Language } from "../../src/contracts/document.js";

const xquadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              answers: z.array(z.object({ answer_start: z.int(), text: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface Paragraph {
  /** The same number in both languages. */
  readonly number: number;
  readonly article: number;
  readonly title: string;
  readonly text: string;
  readonly questions: readonly {
    readonly text: string;
    readonly answer: { readonly start: number; readonly text: string };
  }[];
}

/** XQuAD (CC BY-SA 4.0) in one language: 48 articles of 5 paragraphs, 1,190 questions. Throws when the file is not there. */
export function readXquad(folder: string, language: Language): Paragraph[] {
  const { data } = xquadSchema.parse(JSON.parse(readFileSync(`${folder}/xquad.${language}.json`, "utf8")));
  let number = 0;
  return data.flatMap(({ title, paragraphs }, article) =>
    paragraphs.map(({ context, qas }) => ({
      number: number++,
      article,
      title: title.replaceAll("_", " "),
      text: context,
      questions: qas.flatMap(({ question, answers: [answer] }) =>
        answer ? [{ text: question, answer: { start: answer.answer_start, text: answer.text } }] : [],
      ),
    })),
  );
}
