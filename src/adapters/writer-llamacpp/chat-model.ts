import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import type { Conversation, LocalModel } from "./local-model.js";
import type { ChatItem } from "./node-llama-cpp.js";

/**
 * A GGUF file as a LangChain chat model. LangChain's own `ChatLlamaCpp` will not do: its stream hears no signal, words
 * every prompt as for Llama 2, whatever the model, and takes a new sequence for each call that it never gives back, so
 * that the second call fails.
 */
export class LlamaCppChatModel extends BaseChatModel {
  readonly #model: LocalModel;
  readonly #maxTokens: number | undefined;

  constructor(model: LocalModel, maxTokens?: number) {
    super({});
    this.#model = model;
    this.#maxTokens = maxTokens;
  }

  override _llmType(): string {
    return "llama_cpp";
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
  ): AsyncGenerator<ChatGenerationChunk> {
    const signal = options.signal ?? new AbortController().signal;
    for await (const text of this.#model.write(conversationOf(messages), { signal, maxTokens: this.#maxTokens }))
      yield new ChatGenerationChunk({ text, message: new AIMessageChunk(text) });
  }

  override async _generate(messages: BaseMessage[], options: this["ParsedCallOptions"]): Promise<ChatResult> {
    let text = "";
    for await (const chunk of this._streamResponseChunks(messages, options)) text += chunk.text;
    return { generations: [{ text, message: new AIMessage(text) }] };
  }
}

function conversationOf(messages: readonly BaseMessage[]): Conversation {
  const last = messages.at(-1);
  const isAsked = last?.type === "human";
  const history = (isAsked ? messages.slice(0, -1) : messages).map((message): ChatItem => {
    if (message.type === "ai") return { type: "model", response: [message.text] };
    return { type: message.type === "system" ? "system" : "user", text: message.text };
  });
  return { history, prompt: isAsked ? last.text : "" };
}
