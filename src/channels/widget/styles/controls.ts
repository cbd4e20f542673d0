import { css } from "lit";

/** Buttons, links and fields. Every target is at least 24 pixels high (WCAG 2.2, 2.5.8), and grows with the text. */
export const CONTROLS = css`
  button,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    border: 1px solid transparent;
    background: none;
    border-radius: var(--_radius-small);
    cursor: pointer;
    text-align: start;
    transition:
      background-color 0.15s,
      border-color 0.15s,
      color 0.15s;
  }
  button:disabled {
    cursor: default;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chevron {
    transition: transform 0.2s;
  }
  .line[aria-expanded="true"] > .chevron {
    transform: rotate(180deg);
  }
  .outward {
    width: 1em;
    height: 1em;
    vertical-align: -0.12em;
    margin-inline-start: 0.15em;
  }
  a {
    color: var(--_accent-ink);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    border-radius: 3px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  .plain,
  .tool {
    min-height: 32px;
    padding: 0.2em 0.6em;
    font-size: 0.875em;
  }
  .plain {
    border-color: var(--_line);
    background: var(--_surface);
  }
  .plain.strong {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .plain:disabled {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_soft);
  }
  .tool {
    color: var(--_soft);
  }
  .plain:not(.strong, :disabled):hover,
  .tool:hover,
  .round:hover {
    background: var(--_tint);
    color: var(--_accent-ink);
  }
  .tool[aria-pressed="true"] {
    background: var(--_tint);
    border-color: var(--_accent-ink);
    color: var(--_accent-ink);
  }
  .round {
    flex: none;
    width: max(36px, 1.75em);
    height: max(36px, 1.75em);
    padding: 0;
    border-radius: 50%;
    color: var(--_soft);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .label {
    margin: 0;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_soft);
  }
  .quiet {
    margin: 0;
    font-size: 0.8125em;
    color: var(--_soft);
  }
  .problem {
    margin: 0;
    font-size: 0.875em;
    color: var(--_bad);
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonBorder;
    }
    .plain.strong,
    .send {
      forced-color-adjust: none;
      background: ButtonText;
      border-color: ButtonText;
      color: ButtonFace;
    }
    button:disabled {
      forced-color-adjust: auto;
      border-color: GrayText;
      color: GrayText;
    }
    .tool[aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
