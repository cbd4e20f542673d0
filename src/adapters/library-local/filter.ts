import type { Document, Filter } from "../../contracts/document.js";

/** Names are compared whole, without regard to case. */
export function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Whether a document passes a filter: every given field must hold, and an empty list holds for nothing. */
export function matchesFilter(document: Document, filter: Filter): boolean {
  const { documentIds, publishers, partners, publishedAfter, publishedBefore } = filter;
  const { publisher, publishedAt } = document;
  if (documentIds !== undefined && !documentIds.includes(document.id)) return false;
  if (publishers !== undefined) {
    if (publisher === null || !publishers.map(foldName).includes(foldName(publisher))) return false;
  }
  if (partners !== undefined) {
    const wanted = new Set(partners.map(foldName));
    if (!document.partners.some((partner) => wanted.has(foldName(partner)))) return false;
  }
  if (publishedAfter !== undefined && (publishedAt === null || publishedAt < publishedAfter)) return false;
  if (publishedBefore !== undefined && (publishedAt === null || publishedAt > publishedBefore)) return false;
  return true;
}

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** The same as `matchesFilter`, over the table `documents AS d`. */
export function filterCondition(filter: Filter): Condition {
  const parts: string[] = [];
  const parameters: string[] = [];
  function add(sql: string, parameter: string | readonly string[] | undefined): void {
    if (parameter === undefined) return;
    parts.push(sql);
    parameters.push(typeof parameter === "string" ? parameter : JSON.stringify(parameter));
  }
  add("d.id IN (SELECT value FROM json_each(?))", filter.documentIds);
  add("d.publisher_key IN (SELECT value FROM json_each(?))", filter.publishers?.map(foldName));
  add(
    "EXISTS (SELECT 1 FROM json_each(d.partner_keys) AS own JOIN json_each(?) AS wanted ON own.value = wanted.value)",
    filter.partners?.map(foldName),
  );
  add("d.published_at >= ?", filter.publishedAfter);
  add("d.published_at <= ?", filter.publishedBefore);
  return { sql: parts.length === 0 ? "TRUE" : parts.join(" AND "), parameters };
}
