import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readConfig } from "../../src/config.js";
import type { Answer } from "../../src/contracts/answer.js";
import type { Turn } from "../../src/contracts/question.js";
import { createLog } from "../../src/observe/log.js";
import { type Application, wire } from "../../src/wire.js";
import { CORPUS } from "./originals.js";

const turnsSchema = z.array(z.string()).min(2);
const casesSchema = z.strictObject({
  answerable: z.array(
    z.strictObject({
      turns: turnsSchema,
      document: z.string().optional(),
      says: z.array(z.string()),
      never: z.string().optional(),
    }),
  ),
  unanswerable: z.array(turnsSchema),
});
const { answerable, unanswerable } = casesSchema.parse(
  parse(readFileSync(path.join(import.meta.dirname, "follow-ups.yaml"), "utf8")),
);

/** Shares that were reached when this was written; they are raised when results rise, and never lowered. */
const FLOORS = { right: 0.88, refused: 0.92 } as const;

describe("the last question of a conversation", () => {
  let data: string;
  let application: Application;
  let answers: ReadonlyMap<string, Answer>;

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), "konsil-follow-ups-"));
    application = await wire(readConfig({ KONSIL_DATA: data, KONSIL_CORPUS: CORPUS }), {
      log: createLog({ level: "silent" }),
    });
    const { failed } = await application.prepare(CORPUS);
    expect(failed).toEqual([]);
    const conversations = [...answerable.map(({ turns }) => turns), ...unanswerable];
    const held = conversations.map(async (turns) => [turns.join(" | "), await converse(turns)] as const);
    answers = new Map(await Promise.all(held));
  }, 120_000);

  afterAll(async () => {
    await application.close();
    rmSync(data, { recursive: true, force: true });
  });

  /** Asks one turn after the other, with Konsil's own answers as history; gives the answer to the last. */
  async function converse(turns: readonly string[]): Promise<Answer> {
    const history: Turn[] = [];
    for (const question of turns.slice(0, -1)) {
      const { answer } = await application.asker.ask({ question, history });
      history.push({ role: "user", content: question }, { role: "assistant", content: answer });
    }
    return application.asker.ask({ question: turns.at(-1) ?? "", history });
  }

  const answerTo = (turns: readonly string[]): Answer => {
    const answer = answers.get(turns.join(" | "));
    if (answer === undefined) throw new Error(`not asked: ${turns.join(" | ")}`);
    return answer;
  };
  const reportOf = (wrong: readonly (readonly string[])[]) =>
    wrong.map((turns) => `${turns.join(" | ")} => ${answerTo(turns).answer}`).join("\n");

  it("is answered with the fact that the conversation makes it ask for", () => {
    const wrong = answerable.filter(({ turns, document, says }) => {
      const { status, answer, citations } = answerTo(turns);
      const isStated = status === "answered" && says.every((pattern) => new RegExp(pattern).test(answer));
      return !isStated || (document !== undefined && !citations.some((it) => it.documentId === document));
    });
    const report = reportOf(wrong.map(({ turns }) => turns));
    expect(1 - wrong.length / answerable.length, report).toBeGreaterThanOrEqual(FLOORS.right);
  });

  it("is never answered with what belonged to an earlier question", () => {
    for (const { turns, never } of answerable) {
      if (never !== undefined) expect(answerTo(turns).answer, turns.join(" | ")).not.toMatch(new RegExp(never));
    }
  });

  it("is refused when the documents answer only the questions before it", () => {
    const answered = unanswerable.filter((turns) => answerTo(turns).status !== "abstained");
    expect(1 - answered.length / unanswerable.length, reportOf(answered)).toBeGreaterThanOrEqual(FLOORS.refused);
  });

  it("is answered in its own language, whatever was spoken before", () => {
    const mixed = [
      {
        turns: ["Wer ist Geschäftsführer des Klinikums Osnabrück?", "How many employees does it have?"],
        language: "en",
      },
      { turns: ["Where is Northwestern Medicine located?", "Wann wurde es gegründet?"], language: "de" },
    ];
    for (const { turns, language } of mixed) expect(answerTo(turns).language).toBe(language);
  });
});
