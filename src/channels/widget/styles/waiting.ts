import { css } from "lit";

/** Three dots while something is coming. */
export const WAITING = css`
  .waiting {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 0;
    font-size: 0.9375em;
    color: var(--_soft);
  }
  .waiting .dots {
    color: var(--_accent-ink);
  }
  .dots {
    flex: none;
    display: inline-flex;
    gap: 4px;
  }
  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.2s ease-in-out infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.25;
    }
    30% {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .dots i {
      background: CanvasText;
    }
  }
`;
