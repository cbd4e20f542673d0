import type { Citation } from "../../contracts/answer.js";
import { type Exchange, shownSources } from "./exchange.js";

/** Which quotation is open, at most one in each exchange, and where the focus goes when it is closed. */
export class OpenSources {
  readonly #open = new Map<number, { readonly source: Citation; readonly opener: HTMLElement }>();

  /** By its place among the sources, which may change while the answer comes; null where none is open. */
  of(exchange: Exchange): number | null {
    const open = this.#open.get(exchange.key);
    if (open === undefined) return null;
    const at = shownSources(exchange).findIndex((source) => isSame(source, open.source));
    return at < 0 ? null : at;
  }

  /** True when the quotation is open now. */
  toggle(exchange: Exchange, source: number, opener: HTMLElement): boolean {
    const opened = shownSources(exchange)[source];
    if (opened === undefined || this.of(exchange) === source) this.#open.delete(exchange.key);
    else this.#open.set(exchange.key, { source: opened, opener });
    return this.of(exchange) === source;
  }

  /**
   * Closes the quotation that `target` stands in or opens, and comes back with what opened it; null where there is none.
   */
  closeAround(target: Element): HTMLElement | null {
    const exchange = target.closest<HTMLElement>("[data-key]");
    const quotation = exchange?.querySelector(".quotation:not([hidden])") ?? null;
    const key = Number(exchange?.dataset.key);
    const open = this.#open.get(key);
    if (open === undefined || quotation === null) return null;
    const ofQuotation = `[aria-controls="${quotation.id}"]`;
    if (!target.matches(ofQuotation) && !quotation.contains(target)) return null;
    this.#open.delete(key);
    // Where the rest of the answer drew it anew, another one does the same.
    return open.opener.isConnected ? open.opener : (exchange?.querySelector<HTMLElement>(ofQuotation) ?? null);
  }

  /** Lets go of what belongs to exchanges that are no longer shown, and of the elements that opened it. */
  keepOnly(exchanges: readonly Exchange[]): void {
    const keys = new Set(exchanges.map(({ key }) => key));
    for (const key of this.#open.keys()) if (!keys.has(key)) this.#open.delete(key);
  }

  clear(): void {
    this.#open.clear();
  }
}

function isSame(one: Citation, other: Citation): boolean {
  return one.documentId === other.documentId && one.start === other.start && one.end === other.end;
}
