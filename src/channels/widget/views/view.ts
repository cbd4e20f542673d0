import type { Citation } from "../../../contracts/answer.js";
import type { Language } from "../../../contracts/document.js";
import type { Exchange, Verdict } from "../exchange.js";
import type { Texts } from "../texts.js";

/** What a reader can do; the views call it, the element does it. */
export interface Actions {
  ask(question: string): void;
  retry(exchange: Exchange): void;
  edit(exchange: Exchange): void;
  toggleSource(exchange: Exchange, source: number, opener: HTMLElement): void;
  /** A link may be followed soon: sees to a token that is still good then. */
  expectLink(): void;
  /** A link is about to be followed: gives it the token that it needs. */
  followLink(link: HTMLAnchorElement, citation: Citation): void;
  copy(exchange: Exchange, button: HTMLElement): void;
  beginJudgement(exchange: Exchange, verdict: Verdict | null): void;
  judge(exchange: Exchange, verdict: Verdict, comment: string): void;
}

/** What every view needs to draw itself. */
export interface View {
  readonly words: Texts;
  readonly language: Language;
  /** Of the server, without a slash at its end. */
  readonly server: string;
  /** The origin of this page. */
  readonly origin: string;
  readonly isBusy: boolean;
  /** Which source of an exchange is open, by its place in the list. */
  openSource(exchange: Exchange): number | null;
  /** How copying the answer of an exchange went a moment ago; null where it was not copied. */
  copying(exchange: Exchange): "done" | "refused" | null;
  readonly act: Actions;
}

/** Id of a quotation within the shadow root; `exchange` is the key of one. */
export function sourceId(exchange: number, source: number): string {
  return `source-${exchange}-${source}`;
}
