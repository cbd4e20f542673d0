import { css } from "lit";

/**
 * The element in someone else's page. What the page says of it with `!important` loses against `:host` with the same:
 * that much is needed where a page unsets or hides everything. Of the page only custom properties and the font come
 * through; of an inline chat also size and margins.
 */
export const HOST = css`
  :host(:not([mode="inline"])) {
    all: initial !important;
    font: inherit !important;
    color-scheme: inherit !important;
    display: contents !important;
  }
  :host([mode="inline"]) {
    display: block !important;
    visibility: visible !important;
    opacity: 1 !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    display: block;
    height: 100%;
    font-family: var(--konsil-font, inherit);
    /* Twice the usual size, as readers with poor sight may have set it, and not the page's largest heading. */
    font-size: max(14px, var(--konsil-font-size, min(1em, 32px)));
    line-height: 1.5;
    color: var(--_ink);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }
  .root *,
  .root *::before,
  .root *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* What is copied from a field is copied as it is shown there. */
  textarea.unseen {
    white-space: pre;
  }
`;
