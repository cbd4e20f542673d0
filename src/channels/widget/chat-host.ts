import type { Connection } from "./connection.js";
import type { Texts } from "./texts.js";

/** What a chat needs of the element that shows it. */
export interface ChatHost {
  words(): Texts;
  connection(): Connection;
  /** When what has changed is on the screen. */
  drawn(): Promise<unknown>;
  root(): ParentNode;
  /** Something is to be drawn anew. */
  changed(): void;
  /** An event for the page. */
  emit(name: string, detail?: unknown): void;
}
