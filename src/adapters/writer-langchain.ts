import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Writer } from "../contracts/ports.js";
import { createChatWriter } from "./writer/chat-model.js";

export interface LangChainWriterOptions {
  /** In answers and in the log. */
  readonly model?: string;
  /** How many tokens the model reads and writes together, where that is known. */
  readonly contextTokens?: number | null;
  /** It takes documents with citations as Anthropic's models do. */
  readonly cites?: boolean;
}

/**
 * Any LangChain chat model as a writer. LangChain's callbacks and tracing are not run, since prompts hold documents.
 * How long a reply gets, the model itself must be told: `maxTokens` is LangChain's business in each model in another
 * way, and left to what reads the reply. The model is not closed with the writer. Throws `WriterError`.
 */
export function createLangChainWriter(chat: BaseChatModel, options: LangChainWriterOptions = {}): Writer {
  const { model = chat.getName(), contextTokens = null, cites = false } = options;
  return createChatWriter({
    id: `${model} (${chat._llmType()})`,
    provider: "langchain",
    model,
    contextTokens,
    variables: null,
    cites,
    open: () => ({ chat }),
  });
}
