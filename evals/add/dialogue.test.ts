import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { askUntil, InputEnded, lineDialogue } from "./dialogue.js";

function open(typed: string) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(typed);
  return { dialogue: lineDialogue(input, output, false), output };
}

describe("lineDialogue", () => {
  it("keeps lines that come before they are asked for, and shows what was typed", async () => {
    const { dialogue, output } = open(" one \r\ntwo\nthree");
    expect([await dialogue.ask("1?"), await dialogue.ask("2?"), await dialogue.ask("3?")]).toEqual([
      "one",
      "two",
      "three",
    ]);
    dialogue.tell("done");
    output.end();
    expect(await text(output)).toBe("1?  one \n2? two\n3? three\ndone\n");
  });

  it("says which question was left when the input ends", async () => {
    const { dialogue } = open("one\n");
    await dialogue.ask("1?");
    await expect(dialogue.ask("2?")).rejects.toThrow(InputEnded);
    await expect(dialogue.ask("2?")).rejects.toThrow('before "2?" was answered. Nothing was written.');
  });

  it("waits for a line that has not come yet", async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const dialogue = lineDialogue(input, output, false);
    const answer = dialogue.ask("1?");
    input.write("late\n");
    expect(await answer).toBe("late");
    dialogue.close();
  });
});

it("asks until an answer can be read", async () => {
  const { dialogue, output } = open("a\nb\n3\n");
  const read = (typed: string) => (/^\d$/.test(typed) ? { value: Number(typed) } : { problem: `${typed} is no digit` });
  expect(await askUntil(dialogue, "?", read)).toBe(3);
  output.end();
  expect(await text(output)).toBe("? a\na is no digit\n? b\nb is no digit\n? 3\n");
});
