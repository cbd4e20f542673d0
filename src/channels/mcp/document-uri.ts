/** `{id}` is percent-encoded. */
export const DOCUMENT_URI_TEMPLATE = "konsil://documents/{id}";

const START = "konsil://documents/";

export function documentUri(id: string): string {
  return START + encodeURIComponent(id);
}

/** The id of the document that a URI names; null for anything else. */
export function documentIdOf(uri: string): string | null {
  if (!uri.startsWith(START)) return null;
  try {
    return decodeURIComponent(uri.slice(START.length));
  } catch {
    return null;
  }
}
