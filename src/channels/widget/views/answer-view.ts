import { html, nothing, type TemplateResult } from "lit";
import type { Answer } from "../../../contracts/answer.js";
import { showDate } from "../dates.js";
import { citedSources, type Exchange } from "../exchange.js";
import { type Piece, splitMarkers } from "../marked-text.js";
import { fill, type Texts } from "../texts.js";
import { feedbackView } from "./feedback-view.js";
import { UNSURE } from "./icons.js";
import { sourceId, type View } from "./view.js";

/** What a complete answer says of itself before all else: an abstention must not be taken for an answer. */
export function headView(answer: Answer, words: Texts): TemplateResult {
  return html`${badgeView(answer, words)}
    ${answer.readAs === undefined ? nothing : html`<p class="quiet">${fill(words.readAs, { question: answer.readAs })}</p>`}`;
}

/** What stands below the sources of a complete answer. */
export function footView(exchange: Exchange, answer: Answer, view: View): TemplateResult {
  return html`${factsView(answer, view)} ${feedbackView(exchange, view)}`;
}

/** What the answer says, so far or whole, with its markers as buttons. */
export function saidView(exchange: Exchange, view: View): TemplateResult {
  const known = new Set(citedSources(exchange).map(({ marker }) => marker));
  const language = exchange.answer?.language ?? nothing;
  return html`<p class="said" lang=${language}>${exchange.parts.map(
    (part) => html`<span class="sentence">${piecesView(splitMarkers(part, known), exchange, view)}</span>`,
  )}</p>`;
}

const LAST_WORD = /\S{1,60}[ \u00a0]?$/;

/** A marker stays on the line of the word before it. A no-break space does not hold a button there. */
function piecesView(pieces: readonly Piece[], exchange: Exchange, view: View): (TemplateResult | string)[] {
  return pieces.map((piece, at) => {
    if (typeof piece === "string") return typeof pieces[at + 1] === "number" ? piece.replace(LAST_WORD, "") : piece;
    const before = pieces[at - 1];
    const word = typeof before === "string" ? LAST_WORD.exec(before)?.[0] : undefined;
    return html`<span class="held">${word ?? nothing}${markerView(piece, exchange, view)}</span>`;
  });
}

function markerView(marker: number, exchange: Exchange, view: View): TemplateResult {
  const source = citedSources(exchange).findIndex((citation) => citation.marker === marker);
  const open = (event: Event) => {
    if (event.currentTarget instanceof HTMLElement) view.act.toggleSource(exchange, source, event.currentTarget);
  };
  return html`<button
    type="button"
    class="marker"
    part="marker"
    lang=${view.language}
    aria-label=${fill(view.words.showSource, { number: marker })}
    aria-expanded=${view.openSource(exchange) === source}
    aria-controls=${sourceId(exchange.key, source)}
    @click=${open}
  >${marker}</button>`;
}

function badgeView(answer: Answer, words: Texts): TemplateResult | typeof nothing {
  if (answer.status === "answered") return nothing;
  return html`<p class="badge">${UNSURE}<strong>${badgeText(answer, words)}</strong></p>`;
}

/** What an abstention, or an answer in part, says of itself. */
export function badgeText({ status, abstention }: Answer, words: Texts): string {
  if (status === "partial") return words.partial;
  if (abstention?.reason === "ambiguous") return words.ambiguous;
  if (abstention?.reason === "out_of_scope") return words.outOfScope;
  return words.abstained;
}

function factsView({ asOf, writer }: Answer, { words, language }: View): TemplateResult | typeof nothing {
  const date = showDate(asOf, language);
  const facts = [
    date === null ? "" : fill(words.asOf, { date }),
    writer.kind === "llm" ? fill(words.worded, { model: writer.model }) : "",
  ].filter((fact) => fact !== "");
  return facts.length === 0 ? nothing : html`<p class="quiet facts">${facts.join(" · ")}</p>`;
}
