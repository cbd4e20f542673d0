import { describe, expect, it } from "vitest";
import { ANSWER } from "../../tests/fakes/http-parts.js";
import { createRecentAnswers, type RecentAnswer } from "./recent-answers.js";

const recentAnswer = (id: string, text = `Text of ${id}`): RecentAnswer => ({
  question: `Question of ${id}`,
  history: [],
  answer: { ...ANSWER, id, answer: text },
});
const PLENTY = 1_000_000;
const known = (recent: ReturnType<typeof createRecentAnswers>, ...ids: readonly string[]) =>
  ids.filter((id) => recent.byId(id) !== null);

describe("createRecentAnswers", () => {
  it("finds an answer by its id and by its text", () => {
    const recent = createRecentAnswers();
    const one = recentAnswer("ans_1");
    recent.add(one);
    expect(recent.byId("ans_1")).toBe(one);
    expect(recent.byText("Text of ans_1")).toBe(one);
    expect([recent.byId("ans_2"), recent.byText("Text")]).toEqual([null, null]);
  });

  it("forgets the oldest when there are too many", () => {
    const recent = createRecentAnswers({ answers: 2, bytes: PLENTY });
    for (const id of ["ans_1", "ans_2", "ans_3"]) recent.add(recentAnswer(id));
    expect(known(recent, "ans_1", "ans_2", "ans_3")).toEqual(["ans_2", "ans_3"]);
    expect(recent.byText("Text of ans_1")).toBeNull();
  });

  it("forgets the oldest when they hold too much, and holds no more than that after thousands", () => {
    const [small, long] = [recentAnswer("ans_1"), recentAnswer("ans_2", "ä".repeat(2000))];
    const bytes = [small, long].map((it) => Buffer.byteLength(JSON.stringify(it)));
    const recent = createRecentAnswers({ answers: PLENTY, bytes: Math.max(...bytes) });
    recent.add(small);
    recent.add(long);
    expect(known(recent, "ans_1", "ans_2")).toEqual(["ans_2"]);
    for (let id = 1; id <= 5000; id += 1) recent.add(recentAnswer(`ans_${id}`));
    const kept = Array.from({ length: 5000 }, (_, at) => `ans_${at + 1}`).filter((id) => recent.byId(id) !== null);
    expect(kept.at(-1)).toBe("ans_5000");
    expect(kept.length).toBeLessThan(10);
  });

  it("does not take in what is larger than all it may hold, and keeps the rest", () => {
    const recent = createRecentAnswers({ answers: 10, bytes: 3000 });
    recent.add(recentAnswer("ans_1"));
    recent.add(recentAnswer("ans_2", "x".repeat(4000)));
    expect(known(recent, "ans_1", "ans_2")).toEqual(["ans_1"]);
  });

  it("counts an answer that comes again once, as the latest", () => {
    const recent = createRecentAnswers({ answers: 2, bytes: PLENTY });
    for (const id of ["ans_1", "ans_2", "ans_1", "ans_3"]) recent.add(recentAnswer(id));
    expect(known(recent, "ans_1", "ans_2", "ans_3")).toEqual(["ans_1", "ans_3"]);
  });

  it("finds the later of two answers with one text, also when the earlier is forgotten", () => {
    const recent = createRecentAnswers({ answers: 2, bytes: PLENTY });
    for (const id of ["ans_1", "ans_2", "ans_3"]) recent.add(recentAnswer(id, id === "ans_3" ? "other" : "same"));
    expect(recent.byText("same")?.answer.id).toBe("ans_2");
  });
});
