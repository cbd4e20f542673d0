import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readLines } from "./lines.js";

const CTRL_C = "\u0003";
const CTRL_D = "\u0004";

/** A keyboard and a screen. */
function person() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY: true });
  return { input, output, lines: readLines({ input, output }) };
}

describe("lines", () => {
  it("come one by one from a pipe, the last one also without an end, and then there are no more", async () => {
    const lines = readLines({ input: Readable.from(["one\ntw", "o\r\nthree"]), output: new PassThrough() });
    expect(lines.isScreen).toBe(false);
    expect([await lines.next(""), await lines.next(""), await lines.next("")]).toEqual(["one", "two", "three"]);
    expect([await lines.next(""), await lines.next("")]).toEqual([null, null]);
  });

  it("are asked for with a prompt where a person types, and what was typed ahead is kept", async () => {
    const { input, output, lines } = person();
    const first = lines.next("> ");
    input.write("one\rtwo\r");
    expect([await first, await lines.next("> ")]).toEqual(["one", "two"]);
    expect(String(output.read())).toContain("> ");
    lines.close();
  });

  it("go on after Ctrl+C has stopped what was being done", async () => {
    const { input, lines } = person();
    const stopped = await lines.whileBusy(async (interrupted) => {
      const fired = new Promise((resolve) => interrupted.addEventListener("abort", resolve));
      input.write(CTRL_C);
      await fired;
      return "stopped";
    });
    const next = lines.next("> ");
    input.write("one\r");
    expect([stopped, await next]).toEqual(["stopped", "one"]);
    lines.close();
  });

  it.each([CTRL_C, CTRL_D])("end with %j at the prompt", async (key) => {
    const { input, lines } = person();
    const next = lines.next("> ");
    input.write(key);
    expect([await next, await lines.next("> ")]).toEqual([null, null]);
  });
});
