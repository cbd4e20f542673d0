/** What a LangChain program imports. `docs/langchain.md` shows how. */
export { KonsilRetriever, type KonsilRetrieverInput, type PassageMetadata } from "./adapters/langchain-retriever.js";
export { type HttpSearchOptions, searchOverHttp } from "./adapters/search-over-http.js";
