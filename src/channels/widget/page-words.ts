import type { Language } from "../../contracts/document.js";
import { readJson } from "./settings.js";
import { languageOf, type Texts, textsIn } from "./texts.js";

/** The language of the page around an element, and the words that it gives in place of ours. */
export class PageWords {
  readonly #element: HTMLElement;
  readonly #given: () => unknown;
  readonly #page: MutationObserver;
  #texts: Texts | null = null;

  /** `given` is what the property `texts` holds; `changed` is called when the page has other words by now. */
  constructor(element: HTMLElement, given: () => unknown, changed: () => void) {
    this.#element = element;
    this.#given = given;
    this.#page = new MutationObserver(() => {
      this.forget();
      changed();
    });
  }

  get language(): Language {
    const around = this.#element.closest<HTMLElement>("[lang]")?.lang ?? document.documentElement.lang;
    return languageOf(around === "" ? navigator.language : around);
  }

  /** The property wins over the child. */
  get texts(): Texts {
    const child = this.#element.querySelector(':scope > script[type="application/json"]');
    this.#texts ??= textsIn(this.language, [child === null ? null : readJson(child.textContent), this.#given()]);
    return this.#texts;
  }

  /** They are read anew when they are next wanted. */
  forget(): void {
    this.#texts = null;
  }

  connect(): void {
    this.#page.observe(document.documentElement, { attributeFilter: ["lang"] });
    // Texts may come as a child, which a parser adds after the element.
    this.#page.observe(this.#element, { childList: true, attributeFilter: ["lang"] });
  }

  disconnect(): void {
    this.#page.disconnect();
  }
}
