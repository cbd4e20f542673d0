import { existsSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { KonsilError } from "../contracts/errors.js";
import type { Writer } from "../contracts/ports.js";
import { createChatWriter } from "./writer/chat-model.js";
import { LlamaCppChatModel } from "./writer-llamacpp/chat-model.js";
import { LocalModel } from "./writer-llamacpp/local-model.js";
import { loadNodeLlamaCpp, type NodeLlamaCpp } from "./writer-llamacpp/node-llama-cpp.js";

export interface LlamaCppWriterOptions {
  /** The path of a GGUF file. */
  readonly model: string;
}

/** Memory grows with it, and so does the time for reading a prompt: a minute for a full one on two cores. */
const CONTEXT_TOKENS = 4096;

/** What the head of the file says about how much the model was trained to read. */
const headSchema = z.object({ architectureMetadata: z.object({ context_length: z.int().positive() }) });

/**
 * A GGUF file that runs in this process, one call at a time. Only the head of the file is read before the first call.
 * Throws `invalid_configuration` where node-llama-cpp or the file is missing; its calls throw `WriterError`.
 */
export async function createLlamaCppWriter({ model: path }: LlamaCppWriterOptions): Promise<Writer> {
  const library = await loadNodeLlamaCpp();
  const contextTokens = Math.min(CONTEXT_TOKENS, await trainedContext(library, path));
  const model = basename(path);
  const id = `${model} in this process`;
  const local = new LocalModel(library, { path, id, contextTokens });
  return createChatWriter({
    id,
    provider: "llamacpp",
    model,
    contextTokens,
    variables: null,
    open: ({ maxTokens }) => ({ chat: new LlamaCppChatModel(local, maxTokens) }),
    close: () => local.close(),
  });
}

async function trainedContext(library: NodeLlamaCpp, path: string): Promise<number> {
  if (!existsSync(path))
    throw new KonsilError("invalid_configuration", `KONSIL_WRITER_MODEL: there is no file ${path}`);
  try {
    const options = { sourceType: "filesystem", readTensorInfo: false, logWarnings: false } as const;
    return headSchema.parse(await library.readGgufFileInfo(path, options)).architectureMetadata.context_length;
  } catch (cause) {
    throw new KonsilError("invalid_configuration", `KONSIL_WRITER_MODEL: ${path} is no GGUF file`, { cause });
  }
}
