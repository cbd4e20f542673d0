/** Light and dark by the reader's settings, usable from 320 px on. */
export const STYLES = `:root {
  color-scheme: light dark;
  --paper: #f7f8f8; --card: #fff; --ink: #172326; --soft: #52646a; --line: #d5dddf;
  --accent: #0f6e6e; --on-accent: #fff; --tint: #e3f1f0; --mark: #ffe9a8; --mark-ink: #172326;
  --unsure: #8a5a00; --unsure-tint: #fdf3df; --bad: #a3261f; --bad-tint: #fbe9e8;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10181a; --card: #182427; --ink: #e8eff0; --soft: #a3b5b9; --line: #2d3d41;
    --accent: #5cc6c0; --on-accent: #06201f; --tint: #15383a; --mark: #6b5514; --mark-ink: #fff6dc;
    --unsure: #f0bf63; --unsure-tint: #33290f; --bad: #ff9a92; --bad-tint: #3a1a18;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: var(--paper); color: var(--ink); }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; }
.top, main, .ask, footer { width: 100%; max-width: 46rem; margin-inline: auto; padding-inline: 1rem; }
.top { display: flex; justify-content: space-between; align-items: center; padding-block: .9rem; }
.brand { display: flex; align-items: center; gap: .6rem; font-weight: 650; font-size: 1.1rem; }
.tools { display: flex; flex-wrap: wrap; justify-content: end; align-items: center; gap: .75rem; }
main { flex: 1; padding-bottom: 1.5rem; }
h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.1rem); line-height: 1.2; letter-spacing: -.015em; margin: 1.5rem 0 .5rem; text-wrap: balance; }
h2 { font-size: .9rem; font-weight: 600; color: var(--soft); margin: 0 0 .6rem; }
p { margin: 0; overflow-wrap: anywhere; }
.welcome p, footer { color: var(--soft); }
.welcome { margin-bottom: 2rem; }
button, input, textarea { font: inherit; color: inherit; }
button { cursor: pointer; border: 1px solid var(--line); background: var(--card); border-radius: .6rem; padding: .45rem .8rem; min-height: 2.5rem; }
button:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.quiet { padding-inline: .4rem; white-space: nowrap; border-color: transparent; background: none; color: var(--accent); }
.languages { display: flex; border: 1px solid var(--line); border-radius: .6rem; overflow: clip; }
.languages button { border: 0; border-radius: 0; background: none; min-height: 2.25rem; padding: .2rem .7rem; font-size: .85rem; color: var(--soft); }
.languages button:focus-visible { outline-offset: -3px; }
.languages [aria-pressed="true"] { background: var(--tint); color: var(--ink); font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; }
.chips button { text-align: start; border-radius: 1.2rem; padding: .4rem .95rem; overflow-wrap: anywhere; }
.turn { margin-block: 1.25rem 2rem; }
.asked { width: fit-content; max-width: 85%; margin-inline-start: auto; margin-bottom: 1rem; padding: .6rem 1rem; background: var(--tint); border-radius: 1rem 1rem .25rem; font-size: 1rem; font-weight: 400; color: var(--ink); overflow-wrap: anywhere; white-space: pre-line; }
.reply { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 1.1rem 1.2rem; }
.reply.abstained { background: var(--unsure-tint); border-color: var(--unsure); }
.reply.failed { background: var(--bad-tint); border-color: var(--bad); }
.badge { display: block; margin-bottom: .45rem; font-size: .85rem; font-weight: 650; color: var(--unsure); }
.failed .badge { color: var(--bad); }
.said { font-size: 1.05rem; white-space: pre-line; }
.waiting { color: var(--soft); }
.waiting::after { content: ""; display: inline-block; width: .55em; height: .55em; margin-inline-start: .5em; border-radius: 50%; background: var(--accent); animation: breathe 1.1s ease-in-out infinite alternate; }
@keyframes breathe { from { opacity: .15; } }
@media (prefers-reduced-motion: reduce) { .waiting::after { animation: none; } }
.marker { min-height: 0; min-width: 1.6em; margin-inline: .1em; padding: 0 .4em; font-size: .8em; line-height: 1.65; font-weight: 650; vertical-align: .1em; border-radius: .45em; border-color: transparent; background: var(--tint); color: var(--accent); }
.sources { margin-top: 1rem; }
.source { border-top: 1px solid var(--line); }
.abstained .source { border-color: color-mix(in srgb, var(--unsure) 35%, transparent); }
.source summary { display: flex; gap: .6rem; padding: .6rem .1rem; cursor: pointer; list-style: none; border-radius: .4rem; }
.source summary::-webkit-details-marker { display: none; }
.source summary::after { content: ""; flex: none; width: .5rem; height: .5rem; margin: .5rem .3rem 0 auto; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg); }
.source[open] summary::after { transform: translateY(.25rem) rotate(225deg); }
.number { flex: none; min-width: 1.6em; height: 1.6em; text-align: center; line-height: 1.6; font-size: .85em; font-weight: 650; border-radius: .45em; background: var(--tint); color: var(--accent); }
.about { min-width: 0; overflow-wrap: anywhere; hyphens: auto; }
.about b { font-weight: 600; }
.about small { display: block; color: var(--soft); font-size: .85rem; }
.source blockquote { margin: .2rem 0 .6rem; padding: .1rem 0 .1rem .9rem; border-inline-start: 3px solid var(--accent); overflow-wrap: anywhere; }
.links { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding-bottom: .9rem; }
a { color: var(--accent); text-underline-offset: .15em; }
.as-of { margin-top: .8rem; font-size: .85rem; color: var(--soft); }
.further { margin-top: 1rem; }
.ask { position: sticky; bottom: 0; display: flex; gap: .5rem; align-items: flex-end; padding-block: .75rem; background: var(--paper); }
.ask textarea { flex: 1; min-width: 0; resize: none; max-height: 9rem; padding: .65rem .9rem; border: 1px solid var(--soft); border-radius: .8rem; background: var(--card); field-sizing: content; }
.ask button, .key button { min-height: 2.9rem; border-radius: .8rem; background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.ask #stop { background: var(--card); color: var(--ink); border-color: var(--line); }
footer { padding-block: 0 1rem; font-size: .85rem; }
.key { margin-block: 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); }
.key label { font-weight: 600; }
.key .row { display: flex; flex-wrap: wrap; gap: .5rem; margin-block: .4rem; }
.key input { flex: 1 1 12rem; min-width: 0; padding: .55rem .8rem; border: 1px solid var(--soft); border-radius: .8rem; background: var(--paper); }
.key p { color: var(--soft); font-size: .9rem; }
dialog { width: min(48rem, calc(100vw - 1.5rem)); max-height: min(46rem, calc(100vh - 2rem)); padding: 0; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); color: var(--ink); }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(0 0 0 / .45); }
.reader-head { display: flex; justify-content: space-between; align-items: start; gap: 1rem; padding: 1rem 1.2rem .6rem; border-bottom: 1px solid var(--line); }
.reader-head h2 { margin: .4rem 0; color: var(--ink); font-size: 1rem; overflow-wrap: anywhere; }
.reader-text { overflow: auto; padding: 1rem 1.2rem 1.5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: .2em; padding: .1em 0; }
@media (max-width: 26rem) { .quiet { font-size: .9rem; } .tools { gap: .4rem; } .reply { padding: .9rem; } .asked { max-width: 94%; } }
`;
