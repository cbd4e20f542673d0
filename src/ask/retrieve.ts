import type { Filter } from "../contracts/document.js";
import type { Library, QuestionReading } from "../contracts/ports.js";
import { interact, weighWords, wordsFor } from "./late-interaction.js";
import { vocabularyOf } from "./library-vocabulary.js";
import { fuse } from "./retrieve-fusion.js";
import { joinOverlapping, preferNamed, spread, withoutRepeats } from "./retrieve-shape.js";
import { searchTerms } from "./retrieve-terms.js";
import type { Candidate, Evidence, Understood } from "./steps.js";

/** How many passages are asked of either search. */
const DEPTH = { nearest: 40, matching: 40 } as const;

/** Of so many passages an answer is made. */
export const ANSWERED_FROM = 12;

/**
 * Finds the passages that may hold the answer, best first, at most `limit`: nearest and matching passages in one
 * ranking, each thing said once, and no document crowding out the others. The words are searched for while the question
 * is being read by the model; `reading` is of `understood.standalone`. `passages` is the size of the library. Throws what
 * the library and the reading throw.
 */
export async function retrieve(
  understood: Pick<Understood, "standalone" | "words" | "detected" | "terms">,
  from: { readonly library: Library; readonly reading: Promise<QuestionReading>; readonly passages: number },
  options: { readonly filter?: Filter | undefined; readonly limit?: number } = {},
): Promise<Evidence> {
  const { library, passages } = from;
  const limit = options.limit ?? ANSWERED_FROM;
  const terms = searchTerms(understood.words, vocabularyOf(await library.vocabulary()));
  const [{ vector, words }, matching, frequencies] = await Promise.all([
    from.reading,
    library.matching(terms, Math.max(DEPTH.matching, limit), options.filter),
    library.frequencies(understood.terms.flatMap((term) => term.stems)),
  ]);
  const nearest = await library.nearest(vector, Math.max(DEPTH.nearest, limit), options.filter);
  const fused = fuse(nearest, matching, { vector, detected: understood.detected }, limit);
  const named = joinOverlapping(withoutRepeats(preferNamed(fused, understood.terms)));
  const isChosen = options.filter?.documentIds?.length === 1;
  const asked = weighWords(understood.standalone, words, understood.detected);
  const inLanguage = {
    de: asked && wordsFor(asked, understood.detected, "de"),
    en: asked && wordsFor(asked, understood.detected, "en"),
  };
  const compare = ({ passage, document: { language } }: Candidate) =>
    interact(passage, language === null ? asked : inLanguage[language]);
  const candidates = (isChosen ? named : spread(named, understood.terms))
    .slice(0, limit)
    .map((candidate) => ({ ...candidate, ...compare(candidate) }));
  return { candidates, askedWords: asked, frequencies, passages };
}
