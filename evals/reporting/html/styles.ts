/** Light and dark by the reader's settings, usable from 320 px on, and on paper. */
export const STYLES = `:root {
  color-scheme: light dark;
  --paper: #f7f8f8; --card: #fff; --ink: #172326; --soft: #52646a; --line: #d5dddf;
  --accent: #0f6e6e; --tint: #e3f1f0; --whisker: #172326;
  --unsure: #8a5a00; --unsure-tint: #fdf3df; --bad: #a3261f; --bad-tint: #fbe9e8;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10181a; --card: #182427; --ink: #e8eff0; --soft: #a3b5b9; --line: #2d3d41;
    --accent: #5cc6c0; --tint: #15383a; --whisker: #fff;
    --unsure: #f0bf63; --unsure-tint: #33290f; --bad: #ff9a92; --bad-tint: #3a1a18;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 74rem; padding: 0 1rem 3rem; background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: start; gap: 1rem; padding-block: 1.5rem .5rem; }
h1 { margin: 0; font-size: clamp(1.5rem, 1.1rem + 2vw, 2.1rem); line-height: 1.2; letter-spacing: -.015em; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem; line-height: 1.3; }
h3 { margin: 0 0 .5rem; font-size: 1rem; }
p { margin: 0 0 .75rem; }
.note { color: var(--soft); font-size: .9rem; }
button, input, select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .5rem; padding: .4rem .7rem; min-height: 2.5rem; max-width: 100%; }
button { cursor: pointer; border-color: var(--line); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.languages { display: flex; border: 1px solid var(--line); border-radius: .6rem; overflow: clip; }
.languages button { border: 0; border-radius: 0; background: none; color: var(--soft); font-size: .9rem; }
.languages button:focus-visible { outline-offset: -3px; }
.languages [aria-pressed="true"] { background: var(--tint); color: var(--ink); font-weight: 600; }
.tiles, .sets { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); }
.sets { grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); align-items: start; }
.tile, .card { background: var(--card); border: 1px solid var(--line); border-radius: .9rem; padding: 1rem; min-width: 0; }
.tile b { display: block; font-size: 1.7rem; line-height: 1.2; font-weight: 650; }
.tile span, .tile small { display: block; color: var(--soft); font-size: .9rem; }
.tile.failed { background: var(--bad-tint); border-color: var(--bad); }
table { width: 100%; border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding-bottom: .4rem; }
th, td { padding: .3rem .4rem; text-align: start; vertical-align: middle; border-top: 1px solid var(--line); }
thead th, thead td { border-top: 0; }
thead th { color: var(--soft); font-weight: 600; font-size: .85rem; vertical-align: bottom; }
tbody th { font-weight: 500; }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
.figure { text-align: end; }
td small, th small { color: var(--soft); white-space: nowrap; font-weight: 400; }
.chart .figure { white-space: nowrap; }
.chart tbody th { hyphens: manual; }
.of-all th, .of-all td { font-weight: 650; border-bottom: 2px solid var(--line); }
.bar-cell { width: 40%; }
.bar { display: block; width: 100%; height: 1.15rem; overflow: visible; }
.bar .track { fill: var(--tint); }
.bar .value { fill: var(--accent); opacity: .6; }
.bar line { vector-effect: non-scaling-stroke; stroke: var(--whisker); stroke-width: 1.5; }
.bar .reference { stroke: var(--unsure); stroke-dasharray: 3 2; }
.peers .figure small { display: block; }
.peers th:first-child { width: 30%; }
.curve { display: block; width: 100%; max-width: 27rem; margin-bottom: .5rem; overflow: visible; }
.curve text { font-size: 8px; fill: var(--soft); }
.curve .grid { stroke: var(--line); stroke-width: .5; }
.curve .reference { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 3; }
.curve .path { fill: none; stroke: var(--accent); stroke-width: 1.5; }
.curve .whisker { stroke: var(--whisker); stroke-width: 1; }
.curve .point { fill: var(--accent); stroke: var(--card); stroke-width: 1; }
.fault { background: var(--unsure-tint); }
.confusion td { padding: .6rem; }
.confusion thead th { width: 36%; padding-inline: .6rem; }
.confusion td b { font-size: 1.15rem; }
.state { font-weight: 650; color: var(--accent); white-space: nowrap; }
.since { margin-top: .75rem; }
.state.failed { color: var(--bad); }
.controls { display: flex; flex-wrap: wrap; gap: .75rem; margin-bottom: 1rem; align-items: end; }
.control { display: flex; flex-direction: column; gap: .2rem; min-width: 0; }
.control label { font-size: .85rem; color: var(--soft); }
.controls .search { flex: 1 1 22rem; }
summary { cursor: pointer; border-radius: .4rem; }
.gates { margin-top: .75rem; }
.case { background: var(--card); border: 1px solid var(--line); border-radius: .9rem; margin-bottom: .6rem; }
.case summary { padding: .75rem 1rem; }
.case summary h3 { display: inline; }
.case summary p { margin: .2rem 0 0; }
.case .body { padding: 0 1rem 1rem; }
.tags { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0 0; padding: 0; list-style: none; }
.tags li { background: var(--tint); border-radius: .4rem; padding: .05rem .5rem; font-size: .8rem; }
dl { margin: 0; display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .5rem 1rem; border-top: 1px solid var(--line); padding-top: .75rem; }
dt { color: var(--soft); font-size: .9rem; }
dd { margin: 0; min-width: 0; white-space: pre-line; overflow-wrap: anywhere; }
dd ul { margin: 0; padding-inline-start: 1.1rem; }
.reason { color: var(--bad); }
blockquote { margin: 0 0 .6rem; padding-inline-start: .8rem; border-inline-start: 3px solid var(--accent); }
blockquote cite { display: block; font-style: normal; font-size: .85rem; color: var(--soft); }
@media (max-width: 34rem) {
  dl { grid-template-columns: minmax(0, 1fr); gap: .1rem; }
  dd { margin-bottom: .6rem; }
  table { font-size: .85rem; hyphens: auto; }
  th, td { padding-inline: .2rem; }
  .metrics { table-layout: fixed; }
  .metrics th:first-child { width: 30%; }
  .metrics th { overflow-wrap: anywhere; }
  .metrics thead th { font-size: .7rem; }
  .metrics td small { white-space: normal; }
  .bar-cell { width: 34%; }
  .tile, .card { padding: .7rem; }
  .chart .figure { white-space: normal; }
  .figure small { display: block; }
  .confusion td, .confusion thead th { padding: .4rem .3rem; font-size: .8rem; }
  .confusion td b + small { display: block; }
  .state { white-space: normal; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #0f6e6e; --tint: #e3f1f0; --whisker: #000; --unsure: #8a5a00; --unsure-tint: #fdf3df; --bad: #a3261f; --bad-tint: #fbe9e8; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .languages, .controls { display: none; }
  .tile, .card, tr, blockquote { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  .bar *, .fault, .tags li, .tile { print-color-adjust: exact; }
}
`;
