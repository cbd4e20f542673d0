import type { Locator, Page } from "playwright-core";

/** Runs in the page, for which these tests have no types. */
const FOCUSED = `(element) => {
  const focused = element.shadowRoot.activeElement;
  return focused === null ? "" : (focused.id || focused.classList[0]) + ": " + focused.textContent.trim();
}`;

/** What a reader does with the chat of a page, and sees of it. */
export interface WidgetReader {
  /** The element; locators look into its shadow root. */
  readonly chat: Locator;
  readonly question: Locator;
  readonly launcher: Locator;
  readonly panel: Locator;
  open(): Promise<void>;
  /** Types and presses Enter. */
  ask(question: string): Promise<void>;
  /** Asks, and waits until the answer is complete. */
  askFor(question: string): Promise<void>;
  /** The answer of the newest question. */
  readonly reply: Locator;
  /** What a screen reader was told. */
  told(): Promise<string>;
  /** What in the shadow root has the focus: its id or class, and its text. */
  focused(): Promise<string>;
}

export function readWidget(page: Page, selector = "konsil-chat"): WidgetReader {
  const chat = page.locator(selector);
  const question = chat.locator("#question");
  const launcher = chat.locator(".launcher");
  const reply = chat.locator(".reply").last();
  const ask = async (text: string) => {
    await question.fill(text);
    await question.press("Enter");
  };
  return {
    chat,
    question,
    launcher,
    panel: chat.locator(".panel"),
    reply,
    async open() {
      await launcher.click();
      await question.waitFor();
    },
    ask,
    async askFor(text) {
      await ask(text);
      const exchange = chat.locator(".exchange", { hasText: text }).last();
      await exchange.locator(".tools").waitFor();
    },
    told: async () => (await chat.locator("[role=log] p").allTextContents()).join(" | "),
    focused: async () =>
      String(await page.evaluate(`(${FOCUSED})(document.querySelector(${JSON.stringify(selector)}))`)),
  };
}
