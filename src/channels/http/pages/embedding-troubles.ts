import { fill, type TextName, textsIn } from "../../widget/texts.js";
import { type GuidePart, paragraph, table } from "./guide-model.js";

/** What the widget says when something fails. A new failure does not compile before it is explained here. */
type FailureName = Extract<TextName, `failure${string}`>;

const EXPLANATIONS: Readonly<Record<FailureName, string>> = {
  failureOffline:
    "No answer at all: the server is down, its name is wrong in `src` or `server`, the reader is offline, or `connect-src` of the page does not let the browser through.",
  failureLate: "The server took the question and said nothing for a long time: look into its log, and at its writer.",
  failureUnauthorized:
    'A 401: there is no token for this reader. With a sign-in header, nobody is signed in, or the request for a token went without the cookie (`credentials="include"`); on a page of the server itself, its origin is not listed; with `authorize`, the token is not one of KONSIL_API_KEYS, or none came within a minute.',
  failureOrigin: "A 403: add the origin that the message names to `KONSIL_WIDGET_ORIGINS`, exactly so, and restart.",
  failureRateLimited: "A 429, of Konsil or of a proxy in front: the button comes back when `Retry-After` has passed.",
  failureNotReady: "A 503 while documents are read at start: the widget asks again by itself.",
  failureNotReadyIn: "The same, with the seconds that are left.",
  failureUnavailable: "The model or the data folder is not available: `konsil doctor` says why.",
  failureInvalid: "The server did not take the question as it is, for example one that is too long.",
  failureCut: "The stream ended early: a proxy with a short timeout, or one that buffers (`proxy_buffering off`).",
  failureInternal: "A 500: the log of the server has the reason.",
  failureInternalId: "The same; the log has the reason under this `requestId`.",
  failureOther: "An answer that is none of Konsil's, of a proxy in front of it above all.",
  failureInterrupted: "The reader left the page while the answer was coming; the question can be asked again.",
};

const FILLED = { origin: "https://intranet.example.org", seconds: 5, id: "4f1c…" };

/** Every message of a failure, in both languages, with what is behind it. */
export function troubleshooting(): GuidePart[] {
  const [english, german] = [textsIn("en"), textsIn("de")];
  const rows = Object.entries(EXPLANATIONS).map(([name, explanation]) => {
    const message = isFailureName(name) ? [english[name], german[name]].map((text) => fill(text, FILLED)) : [];
    return [message.join(" / "), explanation];
  });
  return [
    table(["the widget says", "what is behind it"], rows),
    paragraph(
      "Nothing appears at all: the console of the browser says whether the script was loaded (`script-src`, the address, " +
        "`integrity`). A page that lists its Trusted Types policies has to list `lit-html`.",
    ),
  ];
}

function isFailureName(name: string): name is FailureName {
  return Object.hasOwn(EXPLANATIONS, name);
}
