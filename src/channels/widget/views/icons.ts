import { html, svg, type TemplateResult } from "lit";

/** An icon of 24 by 24, drawn in the colour of the text around it; what it means stands beside it. */
const icon = (shapes: TemplateResult, kind = "icon") =>
  html`<svg class=${kind} viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg>`;

/** A speech bubble that carries a check. */
export const BUBBLE = icon(
  svg`<path d="M5.5 4h13A2.5 2.5 0 0 1 21 6.5v8a2.5 2.5 0 0 1-2.5 2.5H12l-5 4v-4H5.5A2.5 2.5 0 0 1 3 14.5v-8A2.5 2.5 0 0 1 5.5 4z"/><path d="m8.5 10.5 2.5 2.5 4.5-4.5"/>`,
);
export const CLOSE = icon(svg`<path d="M6 6l12 12M18 6 6 18"/>`);
export const AGAIN = icon(svg`<path d="M12 5v14M5 12h14"/>`);
export const SEND = icon(svg`<path d="M12 19V5M6 11l6-6 6 6"/>`);
export const STOP = icon(svg`<rect x="7" y="7" width="10" height="10" rx="2" fill="currentColor"/>`);
export const CHEVRON = icon(svg`<path d="m7 10 5 5 5-5"/>`, "icon chevron");
export const COPY = icon(
  svg`<rect x="9" y="9" width="11" height="11" rx="2.5"/><path d="M15 9V6.5A2.5 2.5 0 0 0 12.5 4h-6A2.5 2.5 0 0 0 4 6.5v6A2.5 2.5 0 0 0 6.5 15H9"/>`,
);
export const CHECK = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);
export const HELPFUL = icon(
  svg`<path d="M7 11v9H4.5A1.5 1.5 0 0 1 3 18.5v-6A1.5 1.5 0 0 1 4.5 11zM7 11l4-7.5a2 2 0 0 1 2.8 2.2L13 9.5h5.5a2 2 0 0 1 2 2.4l-1.3 6.5a2 2 0 0 1-2 1.6H7"/>`,
);
export const WRONG = icon(
  svg`<path d="M17 13V4h2.5A1.5 1.5 0 0 1 21 5.5v6a1.5 1.5 0 0 1-1.5 1.5zM17 13l-4 7.5a2 2 0 0 1-2.8-2.2l.8-3.8H5.5a2 2 0 0 1-2-2.4l1.3-6.5a2 2 0 0 1 2-1.6H17"/>`,
);
export const INCOMPLETE = icon(svg`<path d="M12 3a9 9 0 1 0 9 9"/><path d="M16.5 4.2A9 9 0 0 1 19.8 7.5"/>`);
export const UNSURE = icon(
  svg`<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.45-1.2 1-1.2 1.8v.2M12 16.8v.1"/>`,
);
export const ALERT = icon(svg`<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1"/>`);
export const OUTWARD = icon(svg`<path d="M8 16 16.5 7.5M9.5 7h7v7"/>`, "icon outward");

/** Something is coming. */
export const DOTS = html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;
