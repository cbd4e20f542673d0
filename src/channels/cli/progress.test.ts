import { describe, expect, it } from "vitest";
import { reportLines, showProgress } from "./progress.js";

function recorder(errIsScreen: boolean) {
  const lines: string[] = [];
  const status: string[] = [];
  const terminal = { err: (line: string) => void lines.push(line), status: (line: string) => void status.push(line) };
  return { lines, status, terminal: { ...terminal, errIsScreen } };
}

describe("showProgress", () => {
  it("draws a bar on a screen, and wipes it at the end", () => {
    const { lines, status, terminal } = recorder(true);
    const progress = showProgress(terminal);
    progress({ done: 1, total: 2, name: "a.md" });
    progress({ done: 2, total: 2, name: "b.md" });
    expect(status).toEqual([`${"█".repeat(12)}${"░".repeat(12)} 1/2 a.md`, ""]);
    expect(lines).toEqual([]);
  });

  it("writes at most eleven lines elsewhere, however many files there are", () => {
    const { lines, terminal } = recorder(false);
    const progress = showProgress(terminal);
    for (let done = 1; done <= 5000; done++) progress({ done, total: 5000, name: `${done}.md` });
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("5000 of 5000 files: 5000.md");
  });
});

describe("reportLines", () => {
  it("names every failure with its reason", () => {
    const failure = { name: "a.pdf", code: "unsupported_media_type", message: "PDF is not read" } as const;
    const report = { added: ["x"], updated: [], unchanged: ["y", "z"], removed: [], failed: [failure] };
    expect(reportLines(report)).toEqual([
      "1 added, 0 updated, 2 unchanged, 0 removed, 1 failed",
      "  a.pdf: PDF is not read",
    ]);
  });
});
