import { css } from "lit";

/** The button in the corner and the panel above it, which fills a small screen. */
export const FLOATING = css`
  :host(:not([mode="inline"])) .panel,
  .launcher {
    position: fixed;
    inset-inline: auto;
    right: var(--_offset);
    z-index: var(--konsil-z-index, 2147483000);
  }
  :host(:not([mode="inline"])) .root {
    --_offset: var(--konsil-offset, 20px);
    --_launcher: max(52px, 2.5em);
  }
  :host(:not([mode="inline"])) .panel {
    bottom: calc(var(--_offset) + var(--_launcher) + 12px);
    width: var(--konsil-width, 25em);
    max-width: calc(100vw - 2 * var(--_offset));
    max-height: calc(100dvh - 2 * var(--_offset) - var(--_launcher) - 12px);
    box-shadow: var(--_shadow);
    transform-origin: bottom right;
    animation: arrive 0.2s ease-out;
  }
  .launcher {
    bottom: var(--_offset);
    min-height: var(--_launcher);
    padding: 0 20px 0 16px;
    gap: 10px;
    border-radius: calc(var(--_launcher) / 2);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    box-shadow: var(--_shadow);
  }
  .launcher:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_on-accent));
  }
  .launcher:focus-visible {
    outline: 3px solid var(--_accent-ink);
    outline-offset: 3px;
    box-shadow: 0 0 0 3px var(--_surface);
  }
  .launcher .icon {
    width: 1.5em;
    height: 1.5em;
  }
  .root[data-position="left"] .panel,
  .root[data-position="left"] .launcher {
    right: auto;
    left: var(--_offset);
    transform-origin: bottom left;
  }
  @media (max-width: 480px), (max-height: 420px) {
    :host(:not([mode="inline"])) .panel {
      inset: 0;
      width: auto;
      max-width: none;
      height: auto;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
    .launcher[aria-expanded="true"] {
      display: none;
    }
    .foot {
      padding-bottom: max(10px, env(safe-area-inset-bottom));
    }
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px) scale(0.98);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host(:not([mode="inline"])) .panel {
      animation: none;
    }
    button,
    .chevron {
      transition: none;
    }
  }
  @media print {
    :host(:not([mode="inline"])) .root {
      display: none;
    }
  }
`;
