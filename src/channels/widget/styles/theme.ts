import { css } from "lit";

/**
 * Colours. The page gives the accent; what stands on it, and where it is text itself, is made from it by its luminance
 * y, so that any accent keeps a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3): black and white reach that on either side of
 * y = 0.179, and text is made darker, or lighter, to the y that it needs on our own surfaces.
 */
export const THEME = css`
  .root {
    color-scheme: light dark;
    --_accent: var(--konsil-accent, light-dark(#0f6e6e, #5cc6c0));
    --_on-accent: light-dark(#fff, #06201f);
    --_accent-ink: light-dark(#0b5c5c, #6fd3cd);
    --_surface: var(--konsil-surface, light-dark(#fff, #161d20));
    --_ink: var(--konsil-ink, light-dark(#18242a, #e9eff1));
    --_soft: color-mix(in srgb, var(--_ink) 68%, var(--_surface));
    --_line: color-mix(in srgb, var(--_ink) 14%, var(--_surface));
    --_field-line: color-mix(in srgb, var(--_ink) 55%, var(--_surface));
    --_sunken: color-mix(in srgb, var(--_ink) 4%, var(--_surface));
    --_tint: color-mix(in srgb, var(--_accent) 11%, var(--_surface));
    --_unsure: light-dark(#7a4f00, #f2c46d);
    --_unsure-tint: light-dark(#fdf5e4, #2c2515);
    --_unsure-line: light-dark(#ecd9ae, #574824);
    --_bad: light-dark(#a3261f, #ffa49c);
    --_bad-tint: light-dark(#fdf0ef, #331c1b);
    --_bad-line: light-dark(#efc4c1, #633431);
    --_radius: var(--konsil-radius, 16px);
    --_radius-small: calc(var(--_radius) * 0.5);
    --_shadow: 0 12px 40px light-dark(rgb(16 32 40 / 0.18), rgb(0 0 0 / 0.55)), 0 2px 8px light-dark(rgb(16 32 40 / 0.1), rgb(0 0 0 / 0.4));
  }
  .root[data-theme="light"] {
    color-scheme: light;
  }
  .root[data-theme="dark"] {
    color-scheme: dark;
  }
  @supports (color: color(from red xyz-d65 x y z)) {
    .root {
      --_white: clamp(0, (0.179 - y) * 100000, 1);
      --_on-accent: color(
        from var(--_accent) xyz-d65 calc(0.9505 * var(--_white)) var(--_white) calc(1.089 * var(--_white))
      );
      --_dim: min(1, 0.11 / max(y, 0.0001));
      --_lift: max(0, (0.46 - y) / max(1 - y, 0.0001));
      --_accent-ink: light-dark(
        color(from var(--_accent) xyz-d65 calc(x * var(--_dim)) calc(y * var(--_dim)) calc(z * var(--_dim))),
        color(
          from var(--_accent) xyz-d65 calc(x + (0.9505 - x) * var(--_lift)) calc(y + (1 - y) * var(--_lift))
            calc(z + (1.089 - z) * var(--_lift))
        )
      );
    }
  }
`;
