import type { Log } from "../../observe/log.js";
import type { SlackTokens } from "../slack/check-tokens.js";
import { type Check, ok, thrown, warning } from "./doctor-checks.js";

/** Asks Slack who the tokens belong to, and what they allow. Nothing is posted. */
export async function checkSlack(tokens: SlackTokens, log: Log): Promise<Check> {
  const { checkTokens } = await import("../slack/check-tokens.js");
  try {
    const { workspace, bot, missingScopes } = await checkTokens(tokens, log);
    if (missingScopes.length === 0) return ok("slack", `${bot} in ${workspace}`);
    const advice = "Add them under OAuth & Permissions, and install the app to the workspace again.";
    return warning("slack", `${bot} in ${workspace} lacks scopes: ${missingScopes.join(", ")}`, advice);
  } catch (error) {
    return thrown("slack", error, "docs/slack.md says where each token comes from.");
  }
}
