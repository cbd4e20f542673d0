import { type AskingPattern, toldBy } from "./pattern.js";

const GERMAN_VERBS =
  "sagt|sagte|sagen|sagten|meint|meinte|findet|fand|denkt|dachte|hält|hielt|betont|betonte|betonen|erklärt|erklärte|äußert|äußerte|erwartet|erwartete|erwarten|hofft|hoffte|glaubt|glaubte|behauptet|lobt|lobte|kritisiert|kritisierte|fordert|forderte|verspricht|versprach|erhofft|begrüßt|schätzt|berichtet|schreibt";
const ENGLISH_VERBS =
  "say|said|think|believe|expect|hope|emphasi[sz]e|stress|state|claim|explain|call|argue|comment|mention|point out|promise|describe";
/** What a view is asked for by: "wie bewertet X". */
const VIEWS =
  "äußert(?:e|en)?|bewertet(?:e|en)?|beurteilt(?:e|en)?|sieht|sah|sehen|beschreibt|beschrieb|begründet|kommentiert|bezeichnet|nennt|nannte|schätzt|begrüßt|findet|lobt|charakterisiert";

/** A word that only says that something is said or held. */
export const SPEECH_VERB = new RegExp(
  `^(?:${GERMAN_VERBS}|${ENGLISH_VERBS}|${VIEWS}|gesagt|gemeint|geäußert|said|sees?|views?|assess|opinion|meinung|ansicht|einschätzung|aussage|stellungnahme|statement|comment)$`,
  "iu",
);

/** What somebody says: told by a verb of saying between question word and speaker. */
export const STATEMENT_PATTERNS: readonly AskingPattern[] = [
  toldBy(
    "statement",
    `^(?:und |aber )?(?:was|worauf|wovon|womit) (?:${GERMAN_VERBS})(?! (?:man|ihr|du|sie unter|der begriff|das wort|die abkürzung))`,
    `^(?:und |aber )?was (?:hat|haben|hatte) (?=.*(?:gesagt|gemeint|betont|erklärt|geäußert|gelobt|kritisiert))`,
    `^(?:und |aber )?wie (?:${VIEWS})(?! (?:man|wir|es))`,
    `^(?:and |but )?(?:what|how) (?:do|does|did|has|have) (?=.*(?<!\\p{L})(?:${ENGLISH_VERBS}|said|called|commented|see|view|assess|rate|characteri[sz]e)(?!\\p{L}))`,
    "^what (?:is|was) (?=.*(?:['’]s?|of) (?:\\p{L}+ )?(?:opinion|view|statement|comment|assessment|position on))",
    "(?:welche|was ist die|wie lautet die) (?:meinung|ansicht|einschätzung|aussage|haltung|stellungnahme)",
    "(?:what|which) (?:opinion|view|comment|statement)s?",
    "^(?:zitat|zitate|aussage|aussagen|statement|quote|quotes|quotation) (?:von|des|der|by|from|of)",
  ),
];

/** Weaker than the words that ask for a date or a person: "how many beds are there, according to X?" */
export const ACCORDING_PATTERNS: readonly AskingPattern[] = [
  toldBy(
    "statement",
    "^(?:(?:laut(?! (?:de[mrn] )?(?:text|dokument|bericht|artikel|presse))|nach (?:ansicht|meinung|aussage|angaben|einschätzung|auffassung|worten)|aus sicht|according to(?! the (?:text|document|report|article|press))|in the (?:view|opinion|words))[^,?]*,? )(?:was|what|wie|how)",
    "(?:wenn|glaubt|sofern) man .{2,60} (?:glaubt|glauben (?:darf|schenkt|kann)|folgt)(?=[,?!. ]|$)|glaubt man .{2,60},|if (?:you|we|one) (?:believes?|trusts?) |if .{2,60} (?:is|are) to be believed|\\p{L}+ zufolge",
    "^(?:was|what|how|wie)(?!\\p{L}).*(?:laut(?! (?:de[mrn] )?(?:text|dokument|bericht|artikel|presse))|nach (?:ansicht|meinung|aussage|angaben|einschätzung|auffassung|worten)|aus sicht|according to(?! the (?:text|document|report|article|press))|in the (?:view|opinion|words) of)",
  ),
];
