import { css } from "lit";

/** What an answer is backed by, line by line, and its quotations. */
export const SOURCES = css`
  .sources ol {
    margin: 6px -8px 0;
    padding: 0;
    list-style: none;
  }
  .line {
    width: 100%;
    align-items: start;
    justify-content: start;
    gap: 10px;
    padding: 7px 8px;
    font-size: 0.9375em;
    line-height: 1.35;
  }
  .line:hover {
    background: var(--_tint);
  }
  .abstained .line:hover {
    background: color-mix(in srgb, var(--_unsure) 10%, transparent);
  }
  .number {
    flex: none;
    display: grid;
    place-items: center;
    min-width: max(24px, 1.5em);
    height: max(24px, 1.5em);
    padding-inline: 4px;
    border-radius: 7px;
    background: var(--_tint);
    color: var(--_accent-ink);
    font-size: 0.875em;
    font-weight: 650;
  }
  .about {
    flex: 1;
    min-width: 0;
  }
  .title,
  .line .facts,
  .preview {
    display: block;
    hyphens: auto;
  }
  .title {
    font-weight: 500;
  }
  .line .facts {
    margin-top: 1px;
    font-size: 0.875em;
    color: var(--_soft);
  }
  .preview {
    display: -webkit-box;
    margin-top: 4px;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    font-size: 0.9375em;
  }
  .line .chevron {
    color: var(--_soft);
    margin-top: 0.1em;
  }
  .quotation {
    margin: 2px 8px 8px;
    padding: 10px 14px 12px;
    border-inline-start: 3px solid var(--_accent-ink);
    border-radius: 0 var(--_radius-small) var(--_radius-small) 0;
    background: var(--_sunken);
    animation: appear 0.2s ease-out;
  }
  .abstained .quotation {
    background: var(--_surface);
    border-color: var(--_unsure);
  }
  blockquote {
    margin: 0 0 8px;
    white-space: pre-line;
    font-size: 0.9375em;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
    margin: 0;
    font-size: 0.875em;
  }
  .links a {
    display: inline-block;
    padding-block: 3px;
  }
  @media (prefers-reduced-motion: reduce) {
    .quotation {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .number,
    .quotation {
      border: 1px solid CanvasText;
    }
  }
`;
