import { z } from "zod";
import { KonsilError } from "../../contracts/errors.js";

/** How many documents a page holds when nobody says, and at most. */
const PAGE = { usual: 100, most: 1000 } as const;

const cursorSchema = z.tuple([z.string()]);

/** A page starts after the id of the last document of the page before, so pages stay right while documents come and go. */
export function encodeCursor(lastId: string): string {
  return Buffer.from(JSON.stringify([lastId])).toString("base64url");
}

/** The id to go on after; the empty string, which comes before all, without a cursor. Throws `invalid_request`. */
export function decodeCursor(cursor: string | null | undefined): string {
  if (cursor === null || cursor === undefined) return "";
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")))[0];
  } catch (cause) {
    const message = "is not a cursor that this server gave out";
    throw new KonsilError("invalid_request", `The cursor ${message}`, { cause, fields: [{ path: "cursor", message }] });
  }
}

export function pageSize(limit: number | undefined): number {
  return Math.min(PAGE.most, Math.max(1, Math.floor(limit ?? PAGE.usual)));
}
