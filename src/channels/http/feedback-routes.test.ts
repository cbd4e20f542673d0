import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ANSWER, makeParts } from "../../../tests/fakes/http-parts.js";
import { feedbackReceiptSchema } from "../../contracts/feedback.js";
import { createHttpApp, type HttpParts } from "./app.js";
import { feedbackListSchema } from "./schemas.js";

const problem = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string() })).optional(),
});

function openApp(parts: Partial<HttpParts> = {}) {
  const { store, ...all } = makeParts(parts);
  const app = createHttpApp(all);
  const headers = { "content-type": "application/json" };
  const post = (path: string, body: object) =>
    app.request(path, { method: "POST", headers, body: JSON.stringify(body) });
  return {
    store,
    app,
    ask: async (body: object = {}) => (await post("/v1/ask", { question: "Wann war das?", ...body })).text(),
    give: (body: object) => post("/v1/feedback", body),
    read: async (query = "") => feedbackListSchema.parse(await (await app.request(`/v1/feedback${query}`)).json()),
  };
}

describe("POST /v1/feedback", () => {
  it("keeps a verdict with question, history and answer, and gives a receipt", async () => {
    const { ask, give, read } = openApp();
    const history = [{ role: "user", content: "Wer hat das Institut gegründet?" }];
    await ask({ history });
    const response = await give({ answerId: ANSWER.id, verdict: "wrong", comment: "  Es war 2024.\n" });
    expect(response.status).toBe(201);
    const { feedback } = feedbackReceiptSchema.parse(await response.json());
    expect(feedback).toMatchObject({ answerId: ANSWER.id, verdict: "wrong" });
    const kept = { ...feedback, comment: "Es war 2024.", question: "Wann war das?", history, answer: ANSWER };
    expect((await read()).feedback).toEqual([{ ...kept, documents: ["lindental"] }]);
  });

  it("knows answers that were streamed", async () => {
    const { ask, give, read } = openApp();
    expect(await ask({ stream: true })).toContain("event: answer.finished");
    expect((await give({ answerId: ANSWER.id, verdict: "helpful" })).status).toBe(201);
    expect((await read()).feedback[0]).toMatchObject({ question: "Wann war das?", answer: { id: ANSWER.id } });
  });

  it("says 200 to the same feedback again, with the first receipt, and keeps a change of mind", async () => {
    const { ask, give, read } = openApp();
    await ask();
    const first = await give({ answerId: ANSWER.id, verdict: "wrong" });
    const again = await give({ answerId: ANSWER.id, verdict: "wrong", comment: " " });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect((await give({ answerId: ANSWER.id, verdict: "helpful" })).status).toBe(201);
    expect((await read()).feedback.map(({ verdict }) => verdict)).toEqual(["helpful"]);
    expect((await read("?all=true")).feedback.map(({ verdict }) => verdict)).toEqual(["wrong", "helpful"]);
  });

  it("takes feedback on an answer of before a restart when its question comes along", async () => {
    const { give, read } = openApp();
    const history = [{ role: "assistant", content: "Das Institut." }];
    const sent = { answerId: "ans_OLD", verdict: "incomplete", question: " Seit wann? ", history };
    expect((await give(sent)).status).toBe(201);
    const record = { question: "Seit wann?", history, answer: null, comment: null, documents: [] };
    expect((await read()).feedback).toMatchObject([record]);
  });

  it("refuses an unknown answer without its question, and says what to send", async () => {
    const response = await openApp().give({ answerId: "ans_OLD", verdict: "wrong" });
    expect(response.status).toBe(404);
    const { code, detail } = problem.parse(await response.json());
    expect([code, detail]).toEqual(["not_found", expect.stringContaining("send its question along")]);
  });

  it("believes its own memory before the request", async () => {
    const { ask, give, read } = openApp();
    await ask();
    await give({ answerId: ANSWER.id, verdict: "wrong", question: "Was ganz anderes?" });
    expect((await read()).feedback[0]?.question).toBe("Wann war das?");
  });

  it.each([
    [{ verdict: "wrong" }, "answerId"],
    [{ answerId: "nonsense", verdict: "wrong" }, "answerId"],
    [{ answerId: "ans_1", verdict: "fine" }, "verdict"],
    [{ answerId: "ans_1", verdict: "wrong", comment: "x".repeat(2001) }, "comment"],
    [{ answerId: "ans_1", verdict: "wrong", question: " " }, "question"],
    [{ answerId: "ans_1", verdict: "wrong", history: [{ role: "system", content: "x" }] }, "history[0].role"],
    [{ answerId: "ans_1", verdict: "wrong", rating: 5 }, "rating"],
  ])("names the bad field of %j", async (body, path) => {
    const response = await openApp().give(body);
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).errors?.map((it) => it.path)).toContain(path);
  });
});

describe("GET /v1/feedback", () => {
  it("gives out pages, oldest first", async () => {
    const { give, read } = openApp();
    for (const id of ["ans_A", "ans_B", "ans_C"]) await give({ answerId: id, verdict: "helpful", question: "Wann?" });
    const first = await read("?limit=2");
    const rest = await read(`?limit=2&cursor=${first.nextCursor}`);
    expect([...first.feedback, ...rest.feedback].map(({ answerId }) => answerId)).toEqual(["ans_A", "ans_B", "ans_C"]);
    expect(rest.nextCursor).toBeNull();
  });

  it("reads from a day or a moment on", async () => {
    const { give, read } = openApp();
    await give({ answerId: "ans_A", verdict: "helpful", question: "Wann?" });
    expect((await read("?since=2020-01-01")).feedback).toHaveLength(1);
    expect((await read("?since=2999-01-01T00:00:00%2B01:00")).feedback).toHaveLength(0);
  });

  it.each([
    "?limit=0",
    "?limit=101",
    "?limit=0x10",
    "?limit=",
    "?limit=1&limit=2",
    "?since=yesterday",
    "?all=1",
    "?cursor=",
    "?order=new",
  ])("refuses %s", async (query) => {
    expect((await openApp().app.request(`/v1/feedback${query}`)).status).toBe(422);
  });

  it("leaves out what was quoted from a document that is removed, also from the turns before", async () => {
    const { app, ask, give, read, store } = openApp();
    await ask();
    const history = [
      { role: "user", content: "Wann war das?" },
      { role: "assistant", content: ANSWER.answer },
    ];
    await give({ answerId: ANSWER.id, verdict: "wrong", comment: "Nein." });
    await give({ answerId: "ans_2", verdict: "wrong", question: "Und wo?", history });
    expect(JSON.stringify(await read())).toContain("gründeten");
    expect((await app.request("/v1/documents/lindental", { method: "DELETE" })).status).toBe(204);
    expect(store.has("lindental")).toBe(false);
    const { feedback } = await read();
    expect(feedback).toMatchObject([
      { question: "Wann war das?", comment: "Nein.", answer: null },
      { question: "Und wo?", history: [{ role: "user", content: "Wann war das?" }], answer: null },
    ]);
    expect(JSON.stringify(feedback)).not.toContain("gründeten");
  });

  it("needs an admin key", async () => {
    const app = createHttpApp(makeParts({ keys: { ask: ["k"], admin: ["a"] }, anonymous: false }));
    const read = (key: string) => app.request("/v1/feedback", { headers: { authorization: `Bearer ${key}` } });
    expect((await read("a")).status).toBe(200);
    expect((await read("x")).status).toBe(401);
    const forbidden = await read("k");
    expect(forbidden.status).toBe(403);
    expect(problem.parse(await forbidden.json()).detail).toBe("Reading feedback needs an admin key");
  });
});
