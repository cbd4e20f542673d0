import { z } from "zod";
import { hasNoCredentials, httpUrl, isKey, notes } from "./config-rules.js";
import type { FieldError } from "./contracts/errors.js";

/** How Konsil is connected with Slack. */
export interface SlackConfig {
  readonly botToken: string;
  /** For Socket Mode; null where it is not used. */
  readonly appToken: string | null;
  /** For requests of Slack to the HTTP server; null where it takes none. */
  readonly signingSecret: string | null;
  /** Of the Web API, to which method names are appended. */
  readonly url: string;
}

const token = (prefix: string, kind: string) =>
  z
    .string()
    .refine((text) => isKey(text) && text.startsWith(prefix), `${kind}, which begins with ${prefix}`)
    .optional();

/** The variables of Slack, as the others in `config.ts`. */
export const slackVariables = {
  KONSIL_SLACK_BOT_TOKEN: token("xoxb-", "the bot token of a Slack app").register(notes, {
    meaning: "Bot token of the Slack app (`xoxb-…`), to answer in Slack: `docs/slack.md`",
    default: "",
    secret: true,
  }),
  KONSIL_SLACK_APP_TOKEN: token("xapp-", "an app-level token").register(notes, {
    meaning: "App-level token (`xapp-…`) for `konsil slack`, which needs no public address",
    default: "",
    secret: true,
  }),
  KONSIL_SLACK_SIGNING_SECRET: z
    .string()
    .refine((text) => isKey(text) && !/^xox|^xapp/.test(text), "the signing secret of a Slack app, which is no token")
    .optional()
    .register(notes, {
      meaning: "Signing secret of the Slack app: the server then takes what Slack sends to `/slack/events`",
      default: "",
      secret: true,
    }),
  KONSIL_SLACK_URL: httpUrl
    .refine(hasNoCredentials, "an address without user and password; the token goes into KONSIL_SLACK_BOT_TOKEN")
    .transform((url) => (url.endsWith("/") ? url : `${url}/`))
    .default("https://slack.com/api/")
    .register(notes, { meaning: "Address of Slack's Web API", default: "that of Slack" }),
};

const shape = z.object(slackVariables);
type SlackVariable = keyof typeof slackVariables;
type Given = Readonly<Partial<Record<SlackVariable, string>>>;

/** Null where Slack is not configured. `values` have passed `slackMistakes`. */
export function slackOf(values: z.output<typeof shape>): SlackConfig | null {
  const { KONSIL_SLACK_BOT_TOKEN: botToken, KONSIL_SLACK_URL: url } = values;
  const { KONSIL_SLACK_APP_TOKEN: appToken = null, KONSIL_SLACK_SIGNING_SECRET: signingSecret = null } = values;
  return botToken === undefined ? null : { botToken, appToken, signingSecret, url };
}

/** What is missing for Slack: the bot token, or a way for questions to come in. */
export function slackMistakes(given: Given): FieldError[] {
  const ways: readonly SlackVariable[] = ["KONSIL_SLACK_APP_TOKEN", "KONSIL_SLACK_SIGNING_SECRET"];
  const way = ways.find((name) => given[name] !== undefined);
  const hasBotToken = given.KONSIL_SLACK_BOT_TOKEN !== undefined;
  if (way !== undefined && !hasBotToken) {
    return [
      { path: "KONSIL_SLACK_BOT_TOKEN", message: `is missing; with ${way}, expected a token that begins with xoxb-` },
    ];
  }
  if (way !== undefined || !hasBotToken) return [];
  const message =
    "is alone; expected KONSIL_SLACK_APP_TOKEN as well (for konsil slack), or KONSIL_SLACK_SIGNING_SECRET (for /slack/events)";
  return [{ path: "KONSIL_SLACK_BOT_TOKEN", message }];
}

/** A warning where the address alone is given. */
export function idleSlackVariables(given: Given): string[] {
  const isIdle = given.KONSIL_SLACK_URL !== undefined && given.KONSIL_SLACK_BOT_TOKEN === undefined;
  return isIdle ? ["KONSIL_SLACK_URL has no effect without KONSIL_SLACK_BOT_TOKEN"] : [];
}
