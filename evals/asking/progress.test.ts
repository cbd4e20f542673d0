import { expect, it } from "vitest";
import { showProgress } from "./progress.js";

function shown(total: number, isTerminal: boolean): string[] {
  const written: string[] = [];
  const progress = showProgress("corpus", total, { write: (text) => written.push(text), isTerminal });
  for (let done = 0; done < total; done += 1) progress.step();
  progress.end();
  return written;
}

it("draws a bar on a terminal, anew for each case", () => {
  const written = shown(2, true);
  expect(written).toHaveLength(4);
  expect(written[1]).toBe(`\rcorpus [${"█".repeat(15)}${"·".repeat(15)}] 1/2`);
});

it("writes a line at each tenth elsewhere", () => {
  const written = shown(100, false);
  expect(written).toHaveLength(10);
  expect(written[0]).toBe("corpus: 10 of 100\n");
  expect(shown(3, false)).toEqual(["corpus: 1 of 3\n", "corpus: 2 of 3\n", "corpus: 3 of 3\n"]);
});
