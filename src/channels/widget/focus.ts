/** Moves focus and scroll position within the shadow root. */

const scrolling = (): ScrollBehavior => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

export function focusIn(root: ParentNode | null, selector: string): void {
  root?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}

/** What has grown below its own line is brought into view as a whole. */
export function reveal(root: ParentNode | null, selector: string): void {
  root?.querySelector(selector)?.scrollIntoView({ block: "nearest", behavior: scrolling() });
}

/** The quotation is brought into view, and with `takeFocus` the reader is taken there. */
export function revealQuotation(root: ParentNode | null, id: string, takeFocus: boolean): void {
  const quotation = root?.querySelector<HTMLElement>(`#${id}`);
  if (quotation === undefined || quotation === null) return;
  if (takeFocus) quotation.focus({ preventScroll: true });
  quotation.parentElement?.scrollIntoView({ block: "nearest", behavior: scrolling() });
}

/** Scrolls to the end, but no further than to where the newest question is the first thing in view. */
export function keepNewestInView(root: ParentNode | null): void {
  const scroller = root?.querySelector<HTMLElement>(".conversation");
  const newest = [...(scroller?.querySelectorAll<HTMLElement>(".exchange") ?? [])].at(-1);
  if (!scroller || newest === undefined) return;
  scroller.scrollTop = newest.offsetTop - scroller.offsetTop - 12;
}

/** A touch screen brings up its keyboard for a field that has the focus, over what the reader wants to see. */
export function hasTouchKeyboard(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}
