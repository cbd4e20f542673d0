import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KeptResponse, KeptResponses } from "../../src/contracts/kept-responses.js";

/** An empty store for at most three responses. */
export interface KeptResponsesUnderTest {
  readonly kept: KeptResponses;
  /** Closes it and opens it again; null for one that forgets. */
  readonly reopen: (() => Promise<KeptResponses>) | null;
  readonly dispose: () => Promise<void>;
}

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
const response = (body: string): KeptResponse => ({ fingerprint: "f", status: 201, headers: { location: "/x" }, body });

/** Behaviour that every `KeptResponses` has, whatever stands behind it. */
export function keptResponsesConformance(name: string, open: () => Promise<KeptResponsesUnderTest>): void {
  describe(`${name} as a store of responses`, () => {
    let under: KeptResponsesUnderTest;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.dispose());
    const keep = (id: string, minute: number, since = 0) =>
      under.kept.keep(id, response(id), { at: at(minute), since: at(since) });
    const find = async (id: string, since = 0) => (await under.kept.find(id, at(since)))?.body ?? null;

    it("gives back what was kept, with every character", async () => {
      const whole = response("Null \u0000 inside, Ä ẞ 😀 '\"\\;--");
      await under.kept.keep("a", whole, { at: at(1), since: at(0) });
      expect(await under.kept.find("a", at(1))).toEqual(whole);
      expect(await under.kept.find("b", at(0))).toBeNull();
    });

    it("does not give back what is too old", async () => {
      await keep("a", 1);
      expect([await find("a", 1), await find("a", 2)]).toEqual(["a", null]);
    });

    it("forgets what is too old for good", async () => {
      await keep("a", 1);
      await keep("b", 5, 2);
      expect([await find("a"), await find("b")]).toEqual([null, "b"]);
    });

    it("keeps the last of one name", async () => {
      await keep("a", 1);
      await under.kept.keep("a", response("anew"), { at: at(2), since: at(0) });
      expect(await find("a")).toBe("anew");
    });

    it("keeps only so many, the newest", async () => {
      for (const [index, id] of ["a", "b", "c", "d"].entries()) await keep(id, index);
      expect([await find("a"), await find("b"), await find("d")]).toEqual([null, "b", "d"]);
    });

    it("still has everything when it is opened again", async () => {
      await keep("a", 1);
      const again = under.reopen === null ? under.kept : await under.reopen();
      expect((await again.find("a", at(0)))?.body).toBe("a");
    });
  });
}
