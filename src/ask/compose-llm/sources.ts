import { asData } from "../prompt.js";
import type { Evidence, Finding } from "../steps.js";
import type { WrittenSource } from "../written.js";

/** What a model is shown. */
const SHOWN = {
  /** Passages: more of them bring a small model to mix them up. */
  most: 6,
  /** Letters a token has at least: German words take more tokens than English ones. */
  lettersPerToken: 3,
  /** For the mark-up of one source. */
  tokensPerSource: 40,
} as const;

/** A sentence that may be shown: the lower the place, the sooner. */
interface Unit {
  readonly source: number;
  readonly at: number;
  readonly place: number;
}

/**
 * The passages that a model may answer from, in whole sentences that take at most `tokens`: the sentences found to answer,
 * then those around them, then the rest of their passages, then what else was retrieved of the same documents. A sentence
 * for which `isUnfit` holds is never shown. Empty when not one of the sentences found fits.
 */
export function chooseSources(
  findings: readonly Finding[],
  { candidates }: Pick<Evidence, "candidates">,
  { tokens, isUnfit }: { readonly tokens: number; readonly isUnfit: (sentence: string) => boolean },
): WrittenSource[] {
  const found = findings.map(({ candidate }) => candidate);
  const documents = new Set(found.map(({ document }) => document.id));
  const others = candidates.filter(({ document, passage }) => documents.has(document.id) && passage.section === "body");
  const passages = [...new Map([...found, ...others].map((it) => [it.passage.id, it])).values()].slice(0, SHOWN.most);
  const units = passages.flatMap(({ passage }, source): Unit[] => {
    const answering = findings.filter(({ candidate }) => candidate.passage.id === passage.id).map(({ at }) => at);
    return passage.sentences.flatMap((sentence, at): Unit[] => {
      const text = passage.text.slice(sentence.start - passage.start, sentence.end - passage.start);
      return sentence.kind === "heading" || isUnfit(text)
        ? []
        : [{ source, at, place: placeOf(at, answering, source) }];
    });
  });
  const shown = passages.map((): number[] => []);
  let left = tokens;
  for (const { source, at } of units.sort((a, b) => a.place - b.place)) {
    const sentence = passages[source]?.passage.sentences[at];
    const chosen = shown[source];
    if (sentence === undefined || chosen === undefined) continue;
    const opening = chosen.length === 0 ? SHOWN.tokensPerSource : 0;
    const cost = opening + Math.ceil((sentence.end - sentence.start) / SHOWN.lettersPerToken);
    if (cost > left) continue;
    left -= cost;
    chosen.push(at);
  }
  const sources = passages.map((candidate, at) => ({ candidate, shown: (shown[at] ?? []).sort((a, b) => a - b) }));
  const told = sources.filter((it) => it.shown.length > 0).map((it, at) => ({ ...it, marker: at + 1 }));
  const isFound = ({ candidate, shown }: WrittenSource) =>
    findings.some((it) => it.candidate.passage.id === candidate.passage.id && shown.includes(it.at));
  return told.some(isFound) ? told : [];
}

/** Sentences found in their order, then their neighbours, then the rest, passage by passage. */
function placeOf(at: number, answering: readonly number[], source: number): number {
  const distance = Math.min(...answering.map((found) => Math.abs(found - at)));
  if (distance === 0) return source;
  if (distance <= 2) return 100 * distance + source;
  return 1000 * (answering.length > 0 ? 1 : 2) + source;
}

/** The text of a source as the model reads it. */
export function textOf({ candidate: { passage }, shown }: WrittenSource): string {
  const sentences = shown.flatMap((at) => passage.sentences[at] ?? []);
  return sentences
    .map(({ start, end }) => asData(passage.text.slice(start - passage.start, end - passage.start)))
    .join("\n");
}

/** Title, publisher and date of a source, in one line. */
export function titleOf({ candidate: { document, passage } }: WrittenSource): string {
  const known = [document.title, document.publisher, document.publishedAt, passage.heading];
  return known
    .filter((it) => it !== null)
    .map(asData)
    .join(" · ");
}

/** All sources in one text, each between tags that nothing of it can close. */
export function renderSources(sources: readonly WrittenSource[]): string {
  const rendered = sources.map(
    (source) =>
      `<source number="${source.marker}" about="${titleOf(source).replaceAll('"', "'")}">\n${textOf(source)}\n</source>`,
  );
  return rendered.join("\n");
}
