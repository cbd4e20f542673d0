import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { z } from "zod";
import type { Message, WriteOptions, Writer } from "../../contracts/ports.js";
import type { WriterError } from "../../contracts/writer-error.js";
import { RunningReplies } from "./calls.js";
import { type CitedPiece, citableSources, withMarkers } from "./citations.js";
import { readFailure, type WriterVariables } from "./failure.js";
import { withoutThoughts } from "./thoughts.js";

/** The chat model of one call, and what was learnt beside it. */
export interface ChatCall {
  readonly chat: BaseChatModel;
  /** What went wrong, where that is known better than by what the model throws. */
  failure?(): WriterError | null;
}

export interface ChatWriterOptions extends Pick<Writer, "id" | "provider" | "model" | "contextTokens"> {
  readonly variables: WriterVariables;
  /** The model takes sources as documents, and cites them by itself, in the way of Anthropic's. */
  readonly cites?: boolean;
  open(call: { readonly signal: AbortSignal; readonly maxTokens: number | undefined }): ChatCall | Promise<ChatCall>;
  close?(): Promise<void>;
}

const citationSchema = z.object({ document_index: z.int().nonnegative() });
/** A block of text in a message; others (reasoning, tool calls, pictures) are no part of the reply. */
const textSchema = z.object({
  type: z.literal("text"),
  text: z.string().default(""),
  index: z.int().default(0),
  citations: z.array(z.unknown()).nullish(),
});

/**
 * LangChain chat models as a writer; `open` gives the one for a call. It is asked past LangChain's callbacks: these
 * would send prompts to LangSmith, or print them, where somebody's environment says so.
 */
export function createChatWriter(options: ChatWriterOptions): Writer {
  const { id, provider, model, contextTokens, variables, cites = false, open } = options;
  const replies = new RunningReplies();

  async function* reply(
    messages: readonly Message[],
    maxTokens: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<string> {
    let call: ChatCall | null = null;
    try {
      call = await open({ signal, maxTokens });
      const sources = cites ? citableSources(messages) : [];
      const pieces = piecesOf(call.chat, toLangChain(messages, cites), signal);
      yield* withoutThoughts(sources.length > 0 ? withMarkers(pieces, sources) : textsOf(pieces));
    } catch (error) {
      throw call?.failure?.() ?? readFailure(error, { id, variables });
    }
  }

  return {
    id,
    provider,
    model,
    contextTokens,
    write: (messages, { signal, maxTokens }: WriteOptions = {}) =>
      replies.run((stopped) => reply(messages, maxTokens, stopped), signal),
    async close() {
      replies.close();
      await options.close?.();
    },
  };
}

async function* piecesOf(
  chat: BaseChatModel,
  messages: BaseMessage[],
  signal: AbortSignal,
): AsyncGenerator<CitedPiece> {
  if (chat.disableStreaming || chat._streamResponseChunks === BaseChatModel.prototype._streamResponseChunks) {
    const { generations } = await chat._generate(messages, { signal });
    const [generation] = generations;
    if (generation !== undefined) yield* piecesIn(generation.message.content);
    return;
  }
  for await (const { message } of chat._streamResponseChunks(messages, { signal })) yield* piecesIn(message.content);
}

function* piecesIn(content: BaseMessage["content"]): Generator<CitedPiece> {
  if (typeof content === "string") return yield { block: 0, text: content, sources: [] };
  for (const part of content) {
    const { data } = textSchema.safeParse(part);
    if (data === undefined) continue;
    const cited = (data.citations ?? []).map((citation) => citationSchema.safeParse(citation).data);
    const sources = cited.flatMap((citation) => (citation === undefined ? [] : [citation.document_index]));
    yield { block: data.index, text: data.text, sources };
  }
}

async function* textsOf(pieces: AsyncIterable<CitedPiece>): AsyncGenerator<string> {
  for await (const { text } of pieces) yield text;
}

function toLangChain(messages: readonly Message[], cites: boolean): BaseMessage[] {
  return messages.map(({ role, content, citable }) => {
    if (role === "system") return new SystemMessage(content);
    if (role === "assistant") return new AIMessage(content);
    if (!cites || citable === undefined) return new HumanMessage(content);
    const documents = citable.sources.map(({ title, text }) => ({
      type: "document",
      source: { type: "text", media_type: "text/plain", data: text },
      title,
      citations: { enabled: true },
    }));
    return new HumanMessage({ content: [...documents, { type: "text", text: citable.content }] });
  });
}
