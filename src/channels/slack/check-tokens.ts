import { webApi } from "@slack/bolt";
import type { Log } from "../../observe/log.js";
import { boltLogger } from "./bolt-logger.js";
import { clientOptions } from "./web-api.js";

/** What the app has to be allowed, as the manifest asks for it (`docs/slack-manifest.yaml`). */
export const SCOPES: readonly string[] = [
  "app_mentions:read",
  "assistant:write",
  "channels:history",
  "chat:write",
  "commands",
  "groups:history",
  "im:history",
  "mpim:history",
];

export interface SlackTokens {
  readonly botToken: string;
  readonly appToken: string | null;
  /** Of the Web API. */
  readonly url: string;
}

export interface CheckedTokens {
  readonly workspace: string;
  readonly bot: string;
  /** Scopes that the bot token lacks; empty where Slack does not list what it has. */
  readonly missingScopes: readonly string[];
}

/** Throws with the name of the variable whose token Slack refuses, or the reason why it could not be asked. */
export async function checkTokens({ botToken, appToken, url }: SlackTokens, log: Log): Promise<CheckedTokens> {
  const options = { ...clientOptions(url), logger: boltLogger(log) };
  const { team, user, response_metadata } = await asked("KONSIL_SLACK_BOT_TOKEN", () =>
    new webApi.WebClient(botToken, options).auth.test(),
  );
  if (appToken !== null) {
    await asked("KONSIL_SLACK_APP_TOKEN", () => new webApi.WebClient(appToken, options).apps.connections.open());
  }
  const scopes = response_metadata?.scopes;
  const missingScopes = scopes === undefined ? [] : SCOPES.filter((scope) => !scopes.includes(scope));
  return { workspace: team ?? "Slack", bot: user ?? "the bot", missingScopes };
}

async function asked<T>(variable: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) {
      throw new Error(`Slack refuses ${variable}: ${error.data.error}`, { cause: error });
    }
    throw new Error("Slack cannot be reached", { cause: error });
  }
}
