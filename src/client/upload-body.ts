import type { DocumentUpload } from "./types.js";

/** The body of an upload: JSON for a text, a form for a file. */
export function bodyOf(upload: DocumentUpload): { readonly json: unknown } | { readonly form: FormData } {
  if (!("file" in upload)) return { json: upload };
  const { file, name, partners = [], ...fields } = upload;
  const form = new FormData();
  form.append("file", file, name ?? nameOf(file));
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) form.append(field, value);
  for (const partner of partners) form.append("partners", partner);
  return { form };
}

/** The parser of a document is chosen by its name, or by its type. */
function nameOf(file: Blob): string {
  return "name" in file && typeof file.name === "string" ? file.name : "document";
}
