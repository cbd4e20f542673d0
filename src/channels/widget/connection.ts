import { type Api, createApi, type KnownDocument } from "./api.js";
import { createTokenSource, type TokenSource, tokenFromPage, tokenFromServer } from "./token.js";

export interface ConnectionSettings {
  /** Without a slash at its end. */
  readonly server: string;
  readonly credentials: RequestCredentials;
  readonly authorize: (() => Promise<string | null>) | null;
}

/** A server with the way to be let in, and what was learned of its documents. */
export interface Connection {
  readonly server: string;
  readonly tokens: TokenSource;
  readonly api: Api;
  /** Empty until they are known. */
  readonly documents: readonly KnownDocument[];
  /** Asks for the documents once; an attempt that fails may be made again. */
  learn(): Promise<void>;
}

export function createConnection({ server, credentials, authorize }: ConnectionSettings): Connection {
  const tokens = createTokenSource(
    authorize === null ? tokenFromServer(server, credentials) : tokenFromPage(authorize),
  );
  const api = createApi({ server, tokens, credentials });
  let documents: readonly KnownDocument[] = [];
  let learning: Promise<void> | null = null;

  return {
    server,
    tokens,
    api,
    get documents() {
      return documents;
    },
    learn() {
      learning ??= api.documents().then(
        (known) => {
          documents = known;
        },
        () => {
          // Without examples and date the widget works just as well; a question tells what is wrong.
          learning = null;
        },
      );
      return learning;
    },
  };
}
