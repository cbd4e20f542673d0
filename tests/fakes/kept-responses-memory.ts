import type { KeptResponse, KeptResponses } from "../../src/contracts/kept-responses.js";

/** Responses that are forgotten with the process. */
export function createMemoryKeptResponses({ most = 1000 }: { readonly most?: number } = {}): KeptResponses {
  const entries = new Map<string, { readonly at: Date; readonly response: KeptResponse }>();
  return {
    async find(name, since) {
      const entry = entries.get(name);
      return entry !== undefined && entry.at >= since ? structuredClone(entry.response) : null;
    },
    async keep(name, response, { at, since }) {
      entries.delete(name);
      for (const [other, entry] of entries) if (entry.at < since) entries.delete(other);
      entries.set(name, { at, response: structuredClone(response) });
      for (const oldest of [...entries.keys()].slice(0, -most)) entries.delete(oldest);
    },
    close: async () => undefined,
  };
}
