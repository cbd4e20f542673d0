import { css } from "lit";

/** The panel, its title, the welcome and the field for the question. */
export const PANEL = css`
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    width: var(--konsil-width, 100%);
    max-width: 100%;
    height: var(--konsil-height, 40em);
    max-height: 100dvh;
    min-height: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    overflow: hidden;
  }
  .header {
    flex: none;
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 10px 10px 10px 16px;
    border-bottom: 1px solid var(--_line);
  }
  .brand {
    flex: none;
    display: grid;
    place-items: center;
    width: max(32px, 1.75em);
    height: max(32px, 1.75em);
    margin-inline-end: 8px;
    border-radius: 10px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  h2 {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-size: 0.9375em;
    font-weight: 650;
    line-height: 1.3;
  }
  .conversation {
    flex: 1;
    min-height: 0;
    padding: 16px;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_line) transparent;
  }
  .conversation:focus-visible {
    outline-offset: -2px;
    border-radius: 4px;
  }
  .welcome {
    min-height: 100%;
    display: flex;
    flex-direction: column;
    justify-content: end;
    gap: 12px;
  }
  .greeting,
  .promise {
    margin: 0;
  }
  .greeting {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
    hyphens: auto;
  }
  .promise {
    color: var(--_soft);
    margin-block: 0.6em 0.5em;
    font-size: 0.9375em;
  }
  .questions ul {
    display: grid;
    gap: 8px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .chip {
    width: 100%;
    min-height: 40px;
    justify-content: start;
    padding: 0.5em 0.9em;
    border-color: var(--_line);
    background: var(--_surface);
    font-size: 0.9375em;
    line-height: 1.4;
    hyphens: auto;
  }
  .chip:not(:disabled):hover {
    border-color: var(--_accent-ink);
    background: var(--_tint);
  }
  .chip:disabled {
    color: var(--_soft);
  }
  .foot {
    flex: none;
    padding: 0 12px 10px;
    border-top: 1px solid var(--_line);
    background: var(--_surface);
  }
  .composer {
    display: flex;
    align-items: end;
    gap: 6px;
    margin-top: 12px;
    padding: 4px;
    border: 1px solid var(--_field-line);
    border-radius: calc(var(--_radius-small) + 14px);
    background: var(--_surface);
  }
  .composer:focus-within {
    border-color: var(--_accent-ink);
    outline: 1px solid var(--_accent-ink);
  }
  .composer:has([aria-invalid="true"]) {
    border-color: var(--_bad);
    outline-color: var(--_bad);
  }
  .composer textarea {
    flex: 1;
    min-width: 0;
    height: calc(1.5em + 13px);
    max-height: 9em;
    padding: 6px 10px;
    border: 0;
    background: none;
    resize: none;
    outline: none;
    line-height: 1.5;
    field-sizing: content;
  }
  @supports (field-sizing: content) {
    .composer textarea {
      height: auto;
      min-height: calc(1.5em + 13px);
    }
  }
  textarea::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .send {
    flex: none;
    width: max(36px, 1.75em);
    height: max(36px, 1.75em);
    padding: 0;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .send:disabled {
    background: var(--_sunken);
    color: var(--_soft);
  }
  .foot .problem {
    margin: 6px 6px 0;
  }
  .notice {
    margin: 8px 6px 0;
    font-size: 0.75em;
    line-height: 1.4;
    color: var(--_soft);
    text-align: center;
    text-wrap: balance;
  }
`;
