import { afterEach, describe, expect, it } from "vitest";
import type { Message, Writer } from "../../src/contracts/ports.js";
import type { WriterFailure } from "../../src/contracts/writer-error.js";

const MESSAGES: readonly Message[] = [
  { role: "system", content: "Antworte auf Deutsch, mit Nummern der Quellen." },
  { role: "user", content: "Seit wann arbeiten Klinik und Universität zusammen? (Zusammenarbeit-Kennwort Füllhorn)" },
  { role: "assistant", content: "Welche Klinik ist gemeint?" },
  { role: "user", content: "Das Klinikum Lindental." },
];
const REPLY = "Seit 2019 arbeiten sie zusammen [1]. Das „Füllhorn“ 🌽 kam 2025 dazu [2].";

export interface OpenWriter {
  readonly writer: Writer;
  /** The calls that were left before their reply was at its end: settles when there is one. */
  stopped(): Promise<void>;
  close(): Promise<void>;
}

export interface WriterCreators {
  /** One whose model replies this, in several pieces; nothing at all for the empty text. */
  replying(text: string): Promise<OpenWriter>;
  /** One whose model stops in the middle of this text, and says nothing more. */
  stalling(text: string): Promise<OpenWriter>;
  /** One whose model fails in each of these ways, with the failure to be told. */
  readonly failing: Readonly<Record<string, { readonly failure: WriterFailure; open(): Promise<OpenWriter> }>>;
}

/** What every writer does. */
export function describeWriter(name: string, creators: WriterCreators): void {
  describe(`${name} keeps the contract of a writer`, () => {
    const open: OpenWriter[] = [];
    afterEach(async () => {
      for (const it of open.splice(0)) {
        await it.writer.close();
        await it.close();
      }
    });
    const opened = async (opening: Promise<OpenWriter>) => {
      const it = await opening;
      open.push(it);
      return it;
    };

    it("has an id, a provider and a model", async () => {
      const { writer } = await opened(creators.replying(REPLY));
      expect([writer.id, writer.provider, writer.model].filter((text) => text === "")).toEqual([]);
    });

    it("gives the reply in several pieces, none of them empty, in order", async () => {
      const { writer } = await opened(creators.replying(REPLY));
      const pieces = await all(writer.write(MESSAGES, { maxTokens: 200 }));
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces).not.toContain("");
      expect(pieces.join("")).toBe(REPLY);
    });

    it("gives each of several calls at once its own reply", async () => {
      const { writer } = await opened(creators.replying(REPLY));
      const replies = await Promise.all([1, 2, 3].map(() => all(writer.write(MESSAGES))));
      expect(replies.map((pieces) => pieces.join(""))).toEqual([REPLY, REPLY, REPLY]);
    });

    it("gives no piece where the model says nothing", async () => {
      const { writer } = await opened(creators.replying(""));
      expect(await all(writer.write(MESSAGES))).toEqual([]);
    });

    it("asks nobody when the signal fired before", async () => {
      const { writer } = await opened(creators.replying(REPLY));
      const writing = all(writer.write(MESSAGES, { signal: AbortSignal.abort() }));
      await expect(writing).rejects.toMatchObject({ code: "cancelled" });
    });

    it("stops with `cancelled` when the signal fires meanwhile, and the model with it", async () => {
      const { writer, stopped } = await opened(creators.stalling(REPLY));
      const controller = new AbortController();
      const read: string[] = [];
      const writing = (async () => {
        for await (const piece of writer.write(MESSAGES, { signal: controller.signal })) {
          read.push(piece);
          controller.abort();
        }
      })();
      await expect(writing).rejects.toMatchObject({ code: "cancelled" });
      expect(read).toHaveLength(1);
      await stopped();
    });

    it("stops the model when the reader stops", async () => {
      const { writer, stopped } = await opened(creators.stalling(REPLY));
      for await (const piece of writer.write(MESSAGES)) {
        expect(REPLY.startsWith(piece)).toBe(true);
        break;
      }
      await stopped();
    });

    it("ends what runs when it is closed, refuses what comes, and closes twice", async () => {
      const { writer, stopped } = await opened(creators.stalling(REPLY));
      const reading = writer.write(MESSAGES)[Symbol.asyncIterator]();
      await reading.next();
      const rest = (async () => {
        while ((await reading.next()).done !== true);
      })();
      await Promise.all([expect(rest).rejects.toMatchObject({ code: "cancelled" }), writer.close()]);
      await stopped();
      await expect(all(writer.write(MESSAGES))).rejects.toMatchObject({ code: "cancelled" });
      await writer.close();
    });

    it.each(Object.entries(creators.failing))("tells %s as what it is, and repeats nothing", async (_what, failing) => {
      const { writer } = await opened(failing.open());
      const error: unknown = await all(writer.write(MESSAGES)).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: "model_unavailable",
        failure: failing.failure,
        message: expect.stringMatching(/./),
      });
      expect(String(error)).not.toContain("Füllhorn");
      for (const { content } of MESSAGES) expect(String(error)).not.toContain(content);
    });
  });
}

async function all(pieces: AsyncIterable<string>): Promise<string[]> {
  const read: string[] = [];
  for await (const piece of pieces) read.push(piece);
  return read;
}
