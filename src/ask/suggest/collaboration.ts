import { type Candidate, COLLABORATION, listed, type Reading } from "./reading.js";
import type { Source } from "./source.js";
import { WORDING } from "./wording.js";

const PLANS =
  /\b(?:soll(?:en)?|will|wollen|plan(?:en|t)|geplant\p{L}*|beabsichtig\p{L}*|streb(?:en|t)|ziel(?:en|t)|plans?|planned|wants?|aims?|intends?|(?:is|are) (?:\p{L}+ )?(?:to|going)|will)\b/iu;
const SINCE = /\b(?:seit|since|for (?:\p{L}+ ){0,3}(?:decades|years))\b/iu;

/** What a collaboration is about, what is planned, when it was announced, since when there is one: of its parties by name. */
export function readCollaboration({ document, sources, names, language }: Reading): Candidate[] {
  const { parties } = names;
  const about = sources.filter(({ view }) => COLLABORATION.test(view.text));
  if (parties.length < 2 || (about.length === 0 && !COLLABORATION.test(document.title ?? ""))) return [];
  const wording = WORDING[language];
  const plain = listed(parties, wording.and);
  const subjects = listed(
    parties.map((name) => names.withArticle(name, language)),
    wording.and,
  );
  const body = sources.filter(({ passage }) => passage.section === "body");
  const plans = body.filter(({ view }) => PLANS.test(view.text));
  const since = about.filter(
    ({ view }) => SINCE.test(view.text) && names.parties.some((name) => view.text.includes(name)),
  );
  const announced = body.filter(({ view }) => view.quantities.some(({ normal }) => normal === document.publishedAt));
  return [
    candidate("overview", wording.overview(plain), body),
    candidate("plan", wording.plan(subjects), plans),
    candidate("since", wording.since(subjects), since),
    candidate("announced", wording.announced(plain), announced),
  ].filter((it) => it.sources.length > 0);
}

/** An item of a list is quoted with what introduces it. */
function candidate(kind: Candidate["kind"], question: string, sources: readonly Source[]): Candidate {
  const spans = sources.flatMap(({ view: { sentence } }) => [sentence, sentence.leadIn].filter((it) => it !== null));
  return { kind, question, sources: spans };
}
