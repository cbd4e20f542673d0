import { beforeEach, describe, expect, it } from "vitest";
import { createHashingEmbedder } from "../adapters/embedder-hashing.js";
import { createMemoryLibrary } from "../adapters/library-memory.js";
import type { Answer, Citation } from "../contracts/answer.js";
import type { Filter } from "../contracts/document.js";
import { KonsilError } from "../contracts/errors.js";
import type { AskEvent } from "../contracts/events.js";
import type { Embedder, Library } from "../contracts/ports.js";
import { createIngester } from "../ingest/ingest.js";
import { recipeOf } from "../ingest/recipe.js";
import { type Asker, createAsker } from "./ask.js";
import { createSuggest } from "./suggest.js";
import { understand } from "./understand.js";

const LINDENTAL = `---
id: lindental
title: "Klinikum Lindental und Optimara AG: Zusammenarbeit"
publishedAt: "2025-03-03"
language: de
partners: [Klinikum Lindental, Optimara AG]
---

# Klinikum Lindental und Optimara AG: Zusammenarbeit

Das Klinikum Lindental und Optimara AG haben am 3. März 2025 eine Zusammenarbeit in der Bildgebung bekannt gegeben.
Das Klinikum Lindental und Optimara AG wollen gemeinsam ein Schulungszentrum aufbauen.

## Wer sagt was

Vera Talmann ist die Direktorin des Klinikums Lindental. Vera Talmann sagt, dass die Zusammenarbeit lange geplant war.

## Die Partner

Optimara AG beschäftigte im Geschäftsjahr 2024 rund 12.300 Menschen.
`;

const HARROW = `---
id: harrow
title: "Harrow Bay Hospital and Lumeris Imaging: collaboration"
publishedAt: "2024-09-15"
language: en
partners: [Harrow Bay Hospital, Lumeris Imaging]
---

# Harrow Bay Hospital and Lumeris Imaging: collaboration

Harrow Bay Hospital and Lumeris Imaging announced a collaboration in cardiology on 15 September 2024.
Harrow Bay Hospital and Lumeris Imaging want to develop portable ultrasound.

## Who says what

Peter Seebach is the director of Harrow Bay Hospital. Peter Seebach says that the collaboration is important.
`;

const ABOUT_STAFF = "Wie viele Menschen beschäftigte Optimara AG im Geschäftsjahr 2024?";

interface App {
  readonly asker: Asker;
  readonly library: Library;
  put(text: string): Promise<void>;
  remove(id: string): Promise<boolean>;
}

function openApp(embedder: Embedder = createHashingEmbedder()): App {
  const library = createMemoryLibrary({ recipe: recipeOf(embedder.id), dimensions: embedder.dimensions });
  const ingester = createIngester({ library, embedder });
  return {
    asker: createAsker({ library, embedder }),
    library,
    async put(text) {
      const bytes = new TextEncoder().encode(text);
      const id = /^id: (.+)$/m.exec(text)?.[1] ?? "none";
      await ingester.ingestUpload({ name: `${id}.md`, mediaType: null, bytes }, { id, replace: true });
    },
    remove: (id) => ingester.remove(id),
  };
}

function said({ id: _id, timings: _timings, ...rest }: Answer) {
  return rest;
}

function isSamePlace(a: Citation | undefined, b: Citation): boolean {
  return a?.documentId === b.documentId && a.start === b.start;
}

describe("follow-up questions", () => {
  let app: App;
  beforeEach(async () => {
    app = openApp();
    await app.put(LINDENTAL);
    await app.put(HARROW);
  });

  it.each([
    ["de", ABOUT_STAFF, "lindental"],
    ["en", "How many people did Optimara AG employ in fiscal year 2024?", "lindental"],
    ["en", "Who is the director of Harrow Bay Hospital?", "harrow"],
    ["de", "Wer ist Direktor von Harrow Bay Hospital?", "harrow"],
  ])(
    "are asked in the language of the question (%s), and answered by its document: %s",
    async (language, question, id) => {
      const { status, followUps } = await app.asker.ask({ question });
      expect(status).toBe("answered");
      expect(followUps.length).toBeGreaterThan(0);
      for (const next of followUps) {
        const answer = await app.asker.ask({ question: next });
        expect(answer).toMatchObject({ status: "answered", language });
        expect(answer.citations[0]?.documentId).toBe(id);
      }
    },
  );

  it("are three where the document answers more, about other facts", async () => {
    const { followUps, citations } = await app.asker.ask({ question: ABOUT_STAFF });
    expect(followUps).toHaveLength(3);
    const leads: Citation[] = [];
    for (const question of followUps) leads.push(...(await app.asker.ask({ question })).citations.slice(0, 1));
    for (const [at, lead] of leads.entries()) {
      expect(citations.some((it) => isSamePlace(lead, it))).toBe(false);
      expect(leads.slice(at + 1).some((it) => isSamePlace(lead, it))).toBe(false);
    }
  });

  it("do not repeat the question, nor one that was asked before", async () => {
    const first = await app.asker.ask({ question: ABOUT_STAFF });
    const question = first.followUps[0] ?? "";
    const history = [
      { role: "user" as const, content: ABOUT_STAFF },
      { role: "assistant" as const, content: first.answer },
    ];
    const second = await app.asker.ask({ question, history });
    expect(second.status).toBe("answered");
    expect(second.followUps).not.toContain(question);
    expect(second.followUps).not.toContain(ABOUT_STAFF);
    const third = await app.asker.ask({
      question: second.followUps[0] ?? "",
      history: [...history, { role: "user", content: question }, { role: "assistant", content: second.answer }],
    });
    expect(third.followUps).not.toContain(question);
  });

  it("do not ask again what was asked in other little words", async () => {
    const isPlan = (question: string) => question.startsWith("Was planen");
    expect((await app.asker.ask({ question: ABOUT_STAFF })).followUps.some(isPlan)).toBe(true);
    const history = [{ role: "user" as const, content: "Was planen denn Optimara AG und Klinikum Lindental?" }];
    const { followUps } = await app.asker.ask({ question: ABOUT_STAFF, history });
    expect(followUps.some(isPlan)).toBe(false);
    expect(followUps.length).toBeGreaterThan(0);
  });

  it("are the same whatever was asked before", async () => {
    const fresh = said(await app.asker.ask({ question: ABOUT_STAFF }));
    for (const question of [
      "Wer ist die Direktorin des Klinikums Lindental?",
      "Wer leitet Harrow Bay Hospital?",
      ...fresh.followUps,
    ])
      await app.asker.ask({ question });
    expect(said(await app.asker.ask({ question: ABOUT_STAFF }))).toEqual(fresh);
  });

  it("are forgotten with what the document said", async () => {
    const asksWho = "Wer ist die Direktorin des Klinikums Lindental?";
    expect((await app.asker.ask({ question: ABOUT_STAFF })).followUps).toContain(asksWho);
    await app.put(
      LINDENTAL.replace("die Direktorin des Klinikums Lindental", "die Sprecherin des Klinikums Lindental"),
    );
    const { followUps } = await app.asker.ask({ question: ABOUT_STAFF });
    expect(followUps).not.toContain(asksWho);
    expect(followUps).toContain("Wer ist die Sprecherin des Klinikums Lindental?");
  });

  it("come from the closest document where it does not hold the answer, and not at all off the topic", async () => {
    const near = await app.asker.ask({
      question: "Wie viele Menschen beschäftigte Optimara AG im Geschäftsjahr 2019?",
    });
    expect(near.abstention?.reason).toBe("no_evidence");
    expect(near.followUps).toContain(ABOUT_STAFF);
    const far = await app.asker.ask({ question: "Wie wird das Wetter morgen in Timbuktu?" });
    expect(far.abstention?.reason).toBe("out_of_scope");
    expect(far.followUps).toEqual([]);
  });

  it("are tried with the filter of the question", async () => {
    const filters: (Filter | undefined)[] = [];
    const library: Library = {
      ...app.library,
      matching: (terms, k, filter) => {
        filters.push(filter);
        return app.library.matching(terms, k, filter);
      },
    };
    const filter = { documentIds: ["harrow"] };
    const asker = createAsker({ library, embedder: createHashingEmbedder() });
    const { followUps } = await asker.ask({ question: "Who is the director of Harrow Bay Hospital?", filter });
    expect(followUps.length).toBeGreaterThan(0);
    expect(filters.length).toBeGreaterThan(followUps.length);
    expect(filters).toEqual(filters.map(() => filter));
  });

  it("are the same with a filter whatever was asked without it", async () => {
    await app.put(LINDENTAL.replace("id: lindental", "id: lindental-later").replaceAll("2025", "2026"));
    const filter = { documentIds: ["lindental"] };
    const { library } = app;
    const fresh = createAsker({ library, embedder: createHashingEmbedder() });
    const { followUps } = await fresh.ask({ question: ABOUT_STAFF, filter });
    expect(followUps.length).toBeGreaterThan(0);
    for (const question of [ABOUT_STAFF, ...followUps]) await app.asker.ask({ question });
    expect((await app.asker.ask({ question: ABOUT_STAFF, filter })).followUps).toEqual(followUps);
  });

  it("are left out on demand", async () => {
    const { library } = app;
    const asker = createAsker({ library, embedder: createHashingEmbedder(), followUps: false });
    expect((await asker.ask({ question: ABOUT_STAFF })).followUps).toEqual([]);
  });
});

describe("a question that is tried", () => {
  const lost = { documentId: "elsewhere", start: 0, end: 1 };
  it.each<readonly [what: string, change: (answer: Answer) => Answer, left: number]>([
    ["is answered by the sentence it was made from", (answer) => answer, 3],
    ["is refused", (answer) => ({ ...answer, status: "abstained" }), 0],
    ["is answered in part only", (answer) => ({ ...answer, status: "partial" }), 0],
    ["is answered in the other language", (answer) => ({ ...answer, language: "en" }), 0],
    ["is read as another question", (answer) => ({ ...answer, readAs: "Wer?" }), 0],
    [
      "is answered by another sentence",
      (answer) => ({ ...answer, citations: answer.citations.map((it) => ({ ...it, ...lost })) }),
      0,
    ],
  ])("when it %s", async (_, change, left) => {
    const app = openApp();
    await app.put(LINDENTAL);
    const { documents } = await app.library.documents();
    const { citations } = await app.asker.ask({ question: ABOUT_STAFF });
    const suggest = createSuggest({
      library: app.library,
      dimensions: createHashingEmbedder().dimensions,
      ask: async (request) => change(await app.asker.ask(request)),
    });
    const request = { question: ABOUT_STAFF };
    const told = { understood: understand(request), request, citations, near: citations, documents };
    expect(await suggest(told)).toHaveLength(left);
  });
});

describe("while follow-up questions are looked for", () => {
  /** Fails as told from the second question on: the first is the one that was asked. */
  function failingEmbedder(fail: () => KonsilError, onLater: () => void = () => undefined): Embedder {
    const embedder = createHashingEmbedder();
    let asked = 0;
    return {
      ...embedder,
      async readQuestion(text, signal) {
        asked += 1;
        if (asked === 1) return embedder.readQuestion(text, signal);
        onLater();
        throw fail();
      },
    };
  }

  it("the text of the answer has been told already", async () => {
    const events: string[] = [];
    const embedder = failingEmbedder(
      () => new KonsilError("model_unavailable", "gone"),
      () => events.push("another question"),
    );
    const app = openApp(embedder);
    await app.put(LINDENTAL);
    const emit = ({ type }: AskEvent) => events.push(type);
    const { followUps } = await app.asker.ask({ question: ABOUT_STAFF }, { emit });
    expect(events.indexOf("another question")).toBeGreaterThan(events.lastIndexOf("text.delta"));
    expect(events.at(-1)).toBe("answer.finished");
    // What cannot be tried is left out, and the answer stands.
    expect(followUps).toEqual([]);
  });

  it("a question that could not be tried is tried again with the next answer", async () => {
    let isBroken = true;
    const embedder = createHashingEmbedder();
    const app = openApp({
      ...embedder,
      async readQuestion(text, signal) {
        if (isBroken && text !== ABOUT_STAFF) throw new KonsilError("model_unavailable", "gone");
        return embedder.readQuestion(text, signal);
      },
    });
    await app.put(LINDENTAL);
    expect((await app.asker.ask({ question: ABOUT_STAFF })).followUps).toEqual([]);
    isBroken = false;
    expect((await app.asker.ask({ question: ABOUT_STAFF })).followUps).toHaveLength(3);
  });

  it("a client that hangs up ends it", async () => {
    const controller = new AbortController();
    const embedder = createHashingEmbedder();
    const app = openApp({
      ...embedder,
      async readQuestion(text, signal) {
        if (text !== ABOUT_STAFF) controller.abort();
        return embedder.readQuestion(text, signal);
      },
    });
    await app.put(LINDENTAL);
    const events: string[] = [];
    const asking = app.asker.ask(
      { question: ABOUT_STAFF },
      { signal: controller.signal, emit: ({ type }) => events.push(type) },
    );
    await expect(asking).rejects.toMatchObject({ code: "cancelled" });
    expect(events).not.toContain("answer.finished");
  });
});
