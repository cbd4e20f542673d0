import type { Document } from "../../../contracts/document.js";
import { authorization } from "./access.js";

export type ShownDocument = Pick<Document, "title" | "publisher" | "publishedAt" | "url" | "language">;

/** A document and its text, or why there is none: the status of the refusal, 0 for no answer at all. */
export type Fetched = { readonly document: ShownDocument; readonly text: string } | { readonly status: number };

export async function fetchDocument(id: string, access: string | null): Promise<Fetched> {
  const address = `/v1/documents/${encodeURIComponent(id)}`;
  const headers = authorization(access);
  try {
    const [about, content] = await Promise.all([fetch(address, { headers }), fetch(`${address}/text`, { headers })]);
    const refused = [about, content].find(({ ok }) => !ok);
    if (refused !== undefined) return { status: refused.status };
    return { document: readDocument(await about.json()), text: await content.text() };
  } catch {
    return { status: 0 };
  }
}

function readDocument(body: unknown): ShownDocument {
  const fields: Readonly<Record<string, unknown>> = { ...(typeof body === "object" ? body : null) };
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : null);
  const language = fields.language === "de" || fields.language === "en" ? fields.language : null;
  return {
    ...{ title: text("title"), publisher: text("publisher"), publishedAt: text("publishedAt") },
    ...{ url: text("url"), language },
  };
}
