/** One line of the reference: a name, what it takes, what holds without it, and what it does. */
export interface ReferenceEntry {
  readonly name: string;
  /** The values that it takes, or what the detail of an event holds. Empty where there is nothing to say. */
  readonly values: string;
  /** What holds when it is not set. Empty where there is no such thing. */
  readonly byDefault: string;
  /** One sentence. */
  readonly does: string;
}

const entry = (name: string, values: string, byDefault: string, does: string): ReferenceEntry => ({
  ...{ name, values, byDefault, does },
});

/**
 * Attributes of `<konsil-chat>`. Each one also works on the script tag with `data-` before its name, apart from `mode`
 * and `class`: a script tag with one of them, or with `data-konsil` alone, makes the floating button by itself.
 */
export const ATTRIBUTES: readonly ReferenceEntry[] = [
  entry("server", "address", "where the script came from", "The Konsil server that is asked."),
  entry(
    "mode",
    "`floating`, `inline`",
    "`floating`",
    "A button in the corner with a panel, or a chat in the page's flow.",
  ),
  entry("open", "present or not", "not", "Shows the panel of the floating mode; follows what the reader does."),
  entry("position", "`right`, `left`", "`right`", "The corner of the floating button."),
  entry(
    "lang",
    "`de`, `en`",
    "the `lang` around it",
    "The language of buttons and messages; answers follow the question.",
  ),
  entry("theme", "`auto`, `light`, `dark`", "`auto`", "Light or dark colours; `auto` follows the reader's system."),
  entry("name", "text", "empty", "Tells two chats of one server apart, so that each keeps its own conversation."),
  entry(
    "storage",
    "`session`, `none`",
    "`session`",
    "Keeps the conversation in this tab while the reader moves on, or not.",
  ),
  entry("examples", "JSON list of questions", "made from the documents", "Questions to start with; `[]` shows none."),
  entry(
    "texts",
    "JSON object",
    "none",
    'Replaces texts by name; a child `<script type="application/json">` does the same.',
  ),
  entry(
    "credentials",
    "`omit`, `same-origin`, `include`",
    "`omit`",
    "Whether the request for a token carries the cookies of your own sign-in; others carry them to the page's own origin alone.",
  ),
];

/** Properties that no attribute sets. Every attribute is a property of the same name, too. */
export const PROPERTIES: readonly ReferenceEntry[] = [
  entry(
    "authorize",
    "`() => Promise<string | null>`",
    "the token of `POST /widget/token`",
    "Your own way to a bearer token; it is called before the first request and once more after a 401, and has a minute to bring one.",
  ),
  entry(
    "texts",
    "object of strings",
    "none",
    "Replaces texts by name, with `{date}` and the like where the original has it.",
  ),
  entry("examples", "list of strings", "made from the documents", "Questions to start with."),
];

export const METHODS: readonly ReferenceEntry[] = [
  entry("show()", "", "", "Opens the panel and puts the cursor into the question."),
  entry("hide()", "", "", "Closes the panel."),
  entry(
    "ask(question)",
    "string",
    "",
    "Opens the panel and asks, as if the reader had typed it; not while an answer is coming.",
  ),
  entry("clear()", "", "", "Stops what is coming and starts a new conversation."),
];

/** All of them bubble and cross shadow roots; none can be cancelled. */
export const EVENTS: readonly ReferenceEntry[] = [
  entry("konsil-answer", "the Answer, as `POST /v1/ask` gives it", "", "An answer, or an abstention, is complete."),
  entry(
    "konsil-feedback",
    "`{ answerId, verdict, comment }`",
    "",
    "The reader has judged an answer and the server has kept it.",
  ),
  entry("konsil-open", "none", "", "The panel was opened."),
  entry("konsil-close", "none", "", "The panel was closed."),
];

export const CUSTOM_PROPERTIES: readonly ReferenceEntry[] = [
  entry(
    "--konsil-accent",
    "colour",
    "`#0f6e6e`",
    "Buttons, links and marks; text on it turns black or white by itself.",
  ),
  entry("--konsil-surface", "colour", "white, or near black", "Background of the panel."),
  entry("--konsil-ink", "colour", "near black, or near white", "Text."),
  entry("--konsil-font", "font-family", "that of the page", "The font."),
  entry("--konsil-font-size", "length", "that of the page, 14px to 32px", "Size of the text."),
  entry("--konsil-radius", "length", "`16px`", "Roundness of the panel; smaller things follow."),
  entry("--konsil-width", "length", "`25em`, or all there is inline", "Width of the panel."),
  entry("--konsil-height", "length", "`40em`", "Height of the panel, never more than the window."),
  entry("--konsil-offset", "length", "`20px`", "Distance of the floating button from the edges of the window."),
  entry("--konsil-z-index", "number", "`2147483000`", "Where the floating mode stands among what else floats."),
];

/** For `konsil-chat::part(name)`. */
export const PARTS: readonly ReferenceEntry[] = [
  entry("launcher", "", "", "The floating button."),
  entry("panel", "", "", "The panel with everything in it."),
  entry("header", "", "", "The line with the title."),
  entry("welcome", "", "", "Greeting and example questions."),
  entry("question", "", "", "A question that was asked."),
  entry("answer", "", "", "The card of an answer."),
  entry("marker", "", "", "A number in an answer that opens its quotation."),
  entry("source", "", "", "One line of the sources."),
  entry("quote", "", "", "A quotation."),
  entry("composer", "", "", "The field for the question with its button."),
  entry("notice", "", "", "The line below it that tells where answers come from."),
];

export const SLOTS: readonly ReferenceEntry[] = [
  entry("greeting", "", "", "Stands in place of the greeting above the example questions."),
  entry(
    "notice",
    "",
    "",
    "Stands below the line that tells where answers come from, for a hint or a link of your own.",
  ),
];
