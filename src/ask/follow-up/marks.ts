import { fold } from "../../language/fold.js";
import type { AnswerKind } from "../steps.js";

/*
 * The small words by which one question leans on another, German and English.
 */

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

const TIES =
  "und|aber|oder|dann|also|nun|na|ja|nein|gut|okay|ok|danke|aha|ach|and|but|or|then|so|now|well|yes|no|good|thanks|alright";
const ABOUT = [
  "was ist (?:denn |nun |eigentlich )?mit",
  "wie (?:ist|war|sieht|sah|steht|schaut|verhält|wäre) (?:es|das|sich das) (?:denn |nun )?(?:aus )?(?:(?:mit|um|für)\\s|(?=(?:bei|beim|in|im|an|am)\\s))",
  "gilt (?:das|dies) (?:auch )?(?:für )?",
  "what about",
  "how about",
  "what of",
  "(?:is|was) (?:it|that) the same (?:for )?",
  "how (?:is|was) (?:it|that)(?: for)?(?= (?:at|in|with)\\b)",
];

/** "Und", "And", "Was ist mit", "What about": what only ties a question to the one before. */
export const OPENING = new RegExp(
  `^(?:(?:${TIES})(?![\\p{L}\\p{N}])[\\s,.!:;–-]*)*(?:(?:${ABOUT.join("|")})\\s*)?`,
  "iu",
);

/** Verbs that make a clause and say nothing. */
export const AUXILIARY =
  /(?<![\p{L}\p{N}])(?:bin|ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|kann|können|konnten?|soll|sollen|sollten?|will|wollen|wollten?|muss|müssen|darf|gibt|gab|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|shall|may|might|must|(?:what|who|where|when|how)['’]s)(?![\p{L}\p{N}])/iu;

const LIGHT = wordSet(`
mehr weiter genau genauer ungefaehr etwa insgesamt weltweit heute aktuell derzeit momentan zuletzt eigentlich wirklich
sicher beispiel beispiele details einzelheiten erzaehl erzaehle sag sage nenn nenne zeig zeige erklaer erklaere gilt stimmt
frueher spaeter vorher davor zuvor danach damals
further exactly precisely roughly overall total altogether worldwide globally today currently lately really sure detail
example examples tell give show explain same applies apply true earlier later before after previously afterwards back
`);

/** A word that asks for nothing of its own: "insgesamt", "exactly", "tell me more". */
export function isLight(word: string): boolean {
  return LIGHT.has(fold(word));
}

/** Concepts of figures of an organisation: "how high", not "how many". */
export const FIGURES: ReadonlySet<string> = wordSet(
  "revenue profit loss budget investment funding financing cost price salary debt growth value sum",
);

/** Who leads: such a word says which position, not in which field. */
export const LEADS: ReadonlySet<string> = wordSet("head leadership lead");

const PREPOSITIONS: Readonly<Record<string, string>> = {
  mit: "with",
  with: "with",
  bei: "at",
  beim: "at",
  am: "at",
  an: "at",
  at: "at",
  for: "for",
  für: "for",
  von: "of",
  vom: "of",
  of: "of",
  des: "of",
  by: "by",
  durch: "by",
  in: "in",
  im: "in",
  aus: "from",
  from: "from",
  zu: "to",
  zum: "to",
  zur: "to",
  to: "to",
  auf: "on",
  on: "on",
  über: "about",
  about: "about",
  gegen: "against",
  against: "against",
  nach: "after",
  seit: "since",
  since: "since",
};

/** The one name of a preposition in both languages; null for any other word. */
export function prepositionOf(word: string): string | null {
  return PREPOSITIONS[word.toLowerCase()] ?? null;
}

/** Which genders an article leaves open, as letters of "mfn"; the plural counts as any. */
const ARTICLE_GENDERS: Readonly<Record<string, string>> = {
  die: "f",
  der: "mf",
  das: "n",
  den: "m",
  dem: "mn",
  des: "mn",
  zum: "mn",
  zur: "f",
  vom: "mn",
  beim: "mn",
  im: "mn",
  am: "mn",
  ins: "n",
  ihre: "f",
  ihrer: "f",
  ihren: "m",
  seine: "f",
  seiner: "f",
  seinen: "m",
  diese: "f",
  dieser: "mf",
  dieses: "n",
  diesen: "m",
  diesem: "mn",
};
export const ANY_GENDER = "mfn";

/** The genders that the word in front of a noun leaves open. "Der" after a noun or preposition is feminine. */
export function gendersAfter(article: string, opensClause: boolean): string {
  const word = article.toLowerCase();
  if (word === "der" && !opensClause) return "f";
  return ARTICLE_GENDERS[word] ?? ANY_GENDER;
}

export function agree(one: string, other: string): boolean {
  return [...one].some((letter) => other.includes(letter));
}

const YEAR = "(?:geschäftsjahr|jahr|fiscal year|financial year|year)";
const IN = "(?:im |das |in the |in |the )?";
/** Times that count from the year that was spoken of, and how many years on. A lone adverb has to end the question. */
export const RELATIVE_YEARS: readonly (readonly [RegExp, number])[] = [
  [
    new RegExp(
      `(?<!\\p{L})(?:${IN}${YEAR} (?:davor|zuvor|vorher|before(?: that)?|earlier)|(?:im )?vorjahr|${IN}(?:previous|preceding|prior) ${YEAR}|(?:früher|vorher|davor|zuvor|earlier|previously|before(?: that)?)(?=[\\s?.!]*$))(?!\\p{L})`,
      "iu",
    ),
    -1,
  ],
  [
    new RegExp(
      `(?<!\\p{L})(?:${IN}${YEAR} (?:danach|darauf|später|after(?: that)?|later)|(?:im )?folgejahr|${IN}following ${YEAR}|(?:später|danach|later|afterwards|after that)(?=[\\s?.!]*$))(?!\\p{L})`,
      "iu",
    ),
    1,
  ],
];

/** Some of those that were counted before. */
export const PARTITIVE = /(?<!\p{L})(?:davon|darunter|of (?:them|those|these)|von (?:ihnen|diesen|denen))(?!\p{L})/iu;

/** Thanks and greetings ask for nothing. */
export const POLITE =
  /^(?:(?:ok(?:ay)?|gut|super|prima|danke(?: schön)?|vielen dank|hallo|guten tag|tschüss|good|great|thanks|thank you|hi|hello|bye)[\s,.!]*)+$/iu;

/** "Das Unternehmen", "the hospital": a kind of organisation, which stands for the one that was spoken of. */
export const KINDS_OF_ORGANISATION: ReadonlySet<string> = wordSet(
  "hospital university_hospital hospital_group company medtech_company pharma_company university institute organisation",
);

/** What stands before a noun, whether or not it takes it as known. */
export const ARTICLE =
  /^(?:der|die|das|den|dem|des|zum|zur|vom|beim|im|am|ins|diese[nrsm]?|ihre[nrsm]?|seine[nrsm]?|ein|eine[nrsm]?|the|this|that|these|those|its|their|his|her|an?)$/iu;

/** Articles that take a noun as known. */
export const DEFINITE = /^(?:der|die|das|den|dem|des|zum|zur|vom|beim|im|am|diese[nrsm]?|the|this|these|those)$/iu;

/** Kinds of answers that only an organisation or a thing has. */
export const FIGURES_ASKED: ReadonlySet<AnswerKind> = new Set(["number", "amount", "percent"]);
