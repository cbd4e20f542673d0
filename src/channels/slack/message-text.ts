/** What a person wrote, out of Slack's `mrkdwn`: https://docs.slack.dev/messaging/formatting-message-text */

const REFERENCE = /<([@#!])?([^<>|]*)(?:\|([^<>]*))?>/g;

/** Plain text: without the mention of `botUser`, links as they read, references by name where Slack gives it. */
export function plainText(text: string, botUser: string): string {
  return text
    .replace(REFERENCE, (_, sign: string | undefined, target: string, label: string | undefined) => {
      if (sign === "@") return target === botUser ? " " : label === undefined ? " " : `@${label}`;
      if (sign === "#") return label === undefined ? " " : `#${label}`;
      if (sign === "!") return label ?? " ";
      return label ?? target.replace(/^mailto:/, "");
    })
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

/** The ids of the people and groups that a text mentions. */
export function mentionedUsers(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, sign, target = ""]) =>
    sign === "@" ? [target] : sign === "!" && target.startsWith("subteam^") ? [target] : [],
  );
}
