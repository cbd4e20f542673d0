/** How a clause puts what it says. */
export interface Stance {
  readonly negated: boolean;
  /** As something that is to come, or is wanted. */
  readonly planned: boolean;
  /** As likely, possible or conditional. */
  readonly hedged: boolean;
  /** As somebody's view, of themselves or of others. */
  readonly viewed: boolean;
  /** In words that may stand for a plan: a goal, an announcement. */
  readonly mayPlan: boolean;
  /** In words that may stand for a doubt: as what can be. */
  readonly mayHedge: boolean;
  /** As what somebody says. */
  readonly attributed: boolean;
}

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}

const NEGATED = anyOf(
  "nicht|kein(?:e|en|er|em|es)?|keinerlei|nie|niemals|niemand|nirgends|weder|ohne|nichts|fehl(?:t|en|te|ten)|unbekannt",
  "verzichte[nt]?|lehn(?:t|en|te|ten)\\s.*\\sab",
  "not|never|no|none|neither|nor|without|cannot|nobody|nothing|lacks?|lacking|missing|unknown|fail(?:s|ed)?\\sto",
  "refuse[sd]?|den(?:y|ies|ied)|\\p{L}+n['’]t",
);
/** These deny nothing. */
const NO_NEGATION =
  /(?<!\p{L})(?:nicht nur|not only|nicht zuletzt|not least|nicht (?:mehr|weniger) als|no (?:more|less|fewer) than|no doubt|ohne zweifel|no\.(?=\s\d))(?!\p{L})/giu;
const PLANNED = anyOf(
  "soll(?:en|te|ten)?|will|wollen|wollten?|möchten?|planen|plant|planten?|geplant\\p{L}*|beabsichtig\\p{L}*|anstreb\\p{L}*",
  "angestrebt\\p{L}*|strebt|streben|vorgesehen\\p{L}*|vorhaben\\p{L}*|künftig\\p{L}*|zukünftig\\p{L}*|demnächst|bevorstehend\\p{L}*",
  "shall|(?<!help |to )plans?|planned|planning|intend\\p{L}*|(?<!the )aims?|aimed|striv\\p{L}+|strebt|wants?|wanted|going\\sto|set\\sto|about\\sto|due\\sto|meant",
  "(?:is|are|was|were)\\s(?:(?:also|then|each|soon|now|\\p{L}+ly)\\s)?to\\s(?!the\\b|an?\\b)\\p{L}+",
  "expected\\sto|scheduled|upcoming|proposed|envisag\\p{L}+|\\p{L}+['’]ll",
);
const MAY_PLAN = anyOf(
  "ziele?n?|zielt|angelegt|absicht\\p{L}*|planung\\p{L}*|pläne|zukunft|verfolg(?:t|en)|ankündig\\p{L}*|angekündigt\\p{L}*|kündig(?:t|en|te|ten)",
  "bekannt|bekanntgabe|hopes?\\sto|seeks?|goals?|objectives?|designed|future|strives?|announc\\p{L}+|so that|damit|focus|schwerpunkt\\p{L}*|the aim (?:is|of)",
);
const HEDGED = anyOf(
  "könnten?|dürften?|würden?|wären?|möge|vielleicht|möglicherweise|wahrscheinlich|vermutlich|mutmaßlich|offenbar|angeblich",
  "anscheinend|kann|können|falls|wenn|sofern|soweit|ob|erwarte(?:t|n)|hoff(?:t|en)|schein(?:t|en)",
  "might|could|would|should|can|able\\sto|perhaps|maybe|probably|possibly|likely|reportedly|allegedly|apparently|if",
  "whether|unless|expects?|hopes?|seems?|appears?|suggests?|provided that",
);
/** In a text whose verbs have a capital in May. */
const MAY = /(?<!\p{L})may(?!\p{L})/u;
const MAY_HEDGE = anyOf(
  "legen\\snahe|legt\\snahe|nahelegen|möglich\\p{L}*|\\p{L}{3,}bar(?:e[nrsm]?)?",
  "possible|capable|expect\\p{L}*|suggest\\p{L}*|potential\\p{L}*|\\p{L}{3,}[ai]ble",
);
const VIEWED = anyOf(
  "nach eigene[nr] \\p{L}+|nennt(?! (?:\\d|zwei|drei|vier|fünf|kein|die|den|das)\\p{L}*)|bezeichne(?:t|n)|sieht|glaub(?:t|en)|meint",
  "(?:zählt|zählen|versteht|beschreibt|sieht|bezeichnet) sich",
  "calls|own account|believes?|thinks?|sees",
  "(?:counts?|describes?|considers?|sees) (?:itself|themselves|its)",
);
const ATTRIBUTED = anyOf(
  "laut|zufolge|nach angaben|so (?:der|die|das)|sag(?:t|te|en)|beton(?:t|te|en)|erklär(?:t|te)|beschreib(?:t|en)|aus \\p{L}+ sicht|für|als",
  "according to|says?|said|stress(?:es|ed)|describ\\p{L}*|as|for",
);
const FUTURE = /(?<!\p{L})(?:wird|werden)(?!\p{L}).*\p{Ll}(?:en|ern|eln)[.,;!]?$/iu;
const FUTURE_APART = /(?<!\p{L})(?:wird|werden)(?!\p{L})/iu;
const PASSIVE_END =
  /(?:ge\p{Ll}+(?:t|en)|iert|worden|(?:be|ver|er|ent|zer)\p{Ll}+t|(?:be|ver|er|ent|ein|auf|aus|an|ab)(?:ge)?\p{Ll}+(?:zogen|nommen|geben|schlossen|trieben|halten|tragen|standen|funden|boten))(?:\s(?:wird|werden))?[.,;!]?$/iu;

/** Reads the words by which a clause, German or English, denies, plans or qualifies. */
export function stanceOf(clause: string): Stance {
  const text = clause.normalize("NFC");
  return {
    negated: NEGATED.test(text.replace(NO_NEGATION, " ")),
    planned: PLANNED.test(text) || (FUTURE_APART.test(text) && FUTURE.test(text) && !PASSIVE_END.test(text)),
    hedged: HEDGED.test(text) || MAY.test(text),
    mayPlan: MAY_PLAN.test(text),
    mayHedge: MAY_HEDGE.test(text),
    viewed: VIEWED.test(text),
    attributed: ATTRIBUTED.test(text),
  };
}
