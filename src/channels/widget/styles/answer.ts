import { css } from "lit";

/** Questions, answers, abstentions and failures. */
export const ANSWER = css`
  .exchange,
  .conversation > .questions {
    max-width: 48em;
    margin-inline: auto;
  }
  .exchange + .exchange,
  .exchange + .questions {
    margin-top: 24px;
  }
  .question {
    width: fit-content;
    max-width: 88%;
    margin: 0 0 12px auto;
    padding: 8px 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius) var(--_radius) 4px var(--_radius);
    background: var(--_tint);
    font-size: 1em;
    font-weight: 400;
    white-space: pre-line;
  }
  .reply {
    display: grid;
    gap: 12px;
    padding: 14px 16px 10px;
    border: 1px solid var(--_line);
    border-radius: 4px var(--_radius) var(--_radius) var(--_radius);
  }
  .reply > * {
    min-width: 0;
  }
  .coming,
  .pending,
  .stopped,
  .failed {
    padding-bottom: 14px;
  }
  .abstained,
  .partial,
  .pending {
    border-color: var(--_unsure-line);
  }
  .abstained,
  .pending {
    background: var(--_unsure-tint);
  }
  .failed {
    border-color: var(--_bad-line);
    background: var(--_bad-tint);
  }
  .badge {
    display: flex;
    align-items: start;
    gap: 0.45em;
    margin: 0;
    font-size: 0.875em;
    color: var(--_unsure);
  }
  .badge .icon {
    margin-top: 0.1em;
  }
  .badge .dots {
    align-self: center;
    margin-inline-end: 4px;
  }
  .failed .badge {
    color: var(--_bad);
  }
  .badge strong {
    font-weight: 650;
  }
  .said,
  .reason,
  .hint {
    margin: 0;
  }
  .said {
    white-space: pre-line;
    line-height: 1.6;
  }
  .hint {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_unsure);
    font-size: 0.9375em;
  }
  .sentence {
    /* A sentence with marks of direction in it turns no other around. */
    unicode-bidi: isolate;
    animation: appear 0.35s ease-out;
  }
  .held {
    display: inline-block;
    max-width: 100%;
    white-space: pre-wrap;
  }
  .marker {
    min-width: max(24px, 1.5em);
    height: max(24px, 1.5em);
    margin-inline: 1px;
    padding: 0 4px;
    border-radius: 7px;
    background: var(--_tint);
    color: var(--_accent-ink);
    font-size: 0.8125em;
    font-weight: 650;
    line-height: 1;
    vertical-align: middle;
  }
  .marker:hover,
  .marker[aria-expanded="true"] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 8px;
    margin: 0 -8px;
    padding-top: 8px;
    border-top: 1px solid var(--_line);
  }
  .abstained .tools {
    border-color: var(--_unsure-line);
  }
  .verdicts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .tool .icon {
    width: 1.15em;
    height: 1.15em;
  }
  .thanks {
    display: flex;
    align-items: center;
    gap: 0.4em;
    min-height: 32px;
    margin: 0;
    padding-inline: 8px;
    border-radius: var(--_radius-small);
    font-size: 0.875em;
    color: var(--_accent-ink);
  }
  .comment {
    display: grid;
    gap: 8px;
    padding-bottom: 6px;
    font-size: 0.9375em;
  }
  .comment label {
    font-size: 0.9375em;
    font-weight: 600;
  }
  .comment textarea {
    width: 100%;
    padding: 8px 10px;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    resize: vertical;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .sentence {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .question,
    .marker {
      border-color: CanvasText;
    }
    .marker[aria-expanded="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
