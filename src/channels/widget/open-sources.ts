import type { Exchange } from "./exchange.js";
import { sourceId } from "./views/view.js";

/** Which quotation is open, at most one in each exchange, and where the focus goes when it is closed. */
export class OpenSources {
  readonly #open = new Map<number, { readonly source: number; readonly opener: HTMLElement }>();

  of(exchange: Exchange): number | null {
    return this.#open.get(exchange.key)?.source ?? null;
  }

  /** True when the quotation is open now. */
  toggle(exchange: Exchange, source: number, opener: HTMLElement): boolean {
    if (this.of(exchange) === source) this.#open.delete(exchange.key);
    else this.#open.set(exchange.key, { source, opener });
    return this.of(exchange) === source;
  }

  /**
   * Closes the quotation that `target` stands in or opens, and comes back with what opened it; null where there is none.
   */
  closeAround(target: Element): HTMLElement | null {
    const key = Number(target.closest<HTMLElement>("[data-key]")?.dataset.key);
    const open = this.#open.get(key);
    if (open === undefined) return null;
    const isItsButton = target.getAttribute("aria-controls") === sourceId(key, open.source);
    if (!isItsButton && target.closest(`#${sourceId(key, open.source)}`) === null) return null;
    this.#open.delete(key);
    return open.opener;
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
