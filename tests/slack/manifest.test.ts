import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { SCOPES } from "../../src/channels/slack/check-tokens.js";
import { SHORTCUT } from "../../src/channels/slack/listeners.js";
import { PACKAGE_ROOT } from "../../src/config.js";

const manifestSchema = z.object({
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
    shortcuts: z.array(z.object({ type: z.string(), callback_id: z.string() })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    socket_mode_enabled: z.boolean(),
  }),
});

const read = (name: string) => readFileSync(join(PACKAGE_ROOT, "docs", name), "utf8");

describe("the manifest of the Slack app", () => {
  const { features, oauth_config, settings } = manifestSchema.parse(parse(read("slack-manifest.yaml")));

  it("asks for the scopes that doctor looks for, and the guide explains each", () => {
    expect(oauth_config.scopes.bot).toEqual(SCOPES);
    for (const scope of SCOPES) expect(read("slack.md")).toContain(`\`${scope}\``);
  });

  it("has the command, the shortcut and the events that the bot listens to", () => {
    expect(features.slash_commands).toEqual([expect.objectContaining({ command: "/konsil", should_escape: true })]);
    expect(features.shortcuts).toEqual([{ type: "message", callback_id: SHORTCUT }]);
    expect(settings.event_subscriptions.bot_events).toEqual([
      ...["app_mention", "assistant_thread_started"],
      ...["message.channels", "message.groups", "message.im", "message.mpim"],
    ]);
    expect(settings.socket_mode_enabled).toBe(true);
  });
});
