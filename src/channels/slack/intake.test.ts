import { describe, expect, it } from "vitest";
import { createIntake } from "./intake.js";

/** Something that comes in, and is acknowledged when `end` is called. */
function delivery() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

describe("the intake", () => {
  it("lets questions be answered when everything is acknowledged, in their order", async () => {
    const intake = createIntake();
    const [first, second] = [delivery(), delivery()];
    const told: string[] = [];
    const taken = [first, second].map(({ work }) => intake.take(work));
    const answered = ["a", "b"].map((name) => intake.quiet().then(() => told.push(name)));
    first.end();
    await taken[0];
    told.push("first acknowledged");
    second.end();
    await Promise.all([taken[1], ...answered]);
    expect(told).toEqual(["first acknowledged", "a", "b"]);
  });

  it("holds nobody up where nothing comes in, nor after something that failed", async () => {
    const intake = createIntake();
    await intake.quiet();
    await expect(intake.take(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
    await intake.quiet();
    expect(await intake.take(async () => "taken")).toBe("taken");
  });

  it("lets a question be answered in a flow that never stops", async () => {
    const intake = createIntake();
    const endless = delivery();
    const open = intake.take(endless.work);
    let isAnswered = false;
    const answered = intake.quiet().then(() => {
      isAnswered = true;
    });
    let before = 0;
    while (!isAnswered && before < 1000) {
      await intake.take(async () => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      before += 1;
    }
    await answered;
    expect(before).toBeGreaterThan(100);
    expect(before).toBeLessThan(1000);
    endless.end();
    await open;
  });
});
