import { z } from "zod";

/** JSON-RPC 2.0, as the Model Context Protocol uses it; each method has its own `params` and `result`. */

const head = { jsonrpc: z.literal("2.0") };

/** A request, or, without an id, a notification. */
export const mcpRequestSchema = z.object({
  ...head,
  id: z.union([z.string(), z.int()]).optional(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

export const mcpResponseSchema = z.object({
  ...head,
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ code: z.int(), message: z.string(), data: z.unknown().optional() }).optional(),
});
