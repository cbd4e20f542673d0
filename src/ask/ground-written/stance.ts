/** How a clause puts what it says. */
export interface Stance {
  readonly negated: boolean;
  /** As something that is to come, or is wanted. */
  readonly planned: boolean;
  /** As likely, possible, conditional, or somebody's view of themselves. */
  readonly hedged: boolean;
  /** In words that may stand for a plan: a goal, an announcement. */
  readonly mayPlan: boolean;
  /** In words that may stand for a doubt: as what somebody says, as what can be. */
  readonly mayHedge: boolean;
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
  "shall|plans?|planned|planning|intend\\p{L}*|aims?|aimed|wants?|wanted|going\\sto|set\\sto|about\\sto|due\\sto|meant",
  "(?:is|are|was|were)\\s(?:(?:also|then|each|soon|now|\\p{L}+ly)\\s)?to\\s(?!the\\b|an?\\b)\\p{L}+",
  "expected\\sto|scheduled|upcoming|proposed|envisag\\p{L}+|\\p{L}+['’]ll",
);
const MAY_PLAN = anyOf(
  "ziele?n?|zielt|angelegt|absicht\\p{L}*|planung\\p{L}*|pläne|zukunft|verfolg(?:t|en)|ankündig\\p{L}*|angekündigt\\p{L}*|kündig(?:t|en|te|ten)",
  "bekannt|bekanntgabe|hopes?\\sto|seeks?|goals?|objectives?|designed|future|strives?|announc\\p{L}+|launch\\p{L}*|start\\p{L}*",
);
const HEDGED = anyOf(
  "könnten?|dürften?|würden?|wären?|möge|vielleicht|möglicherweise|wahrscheinlich|vermutlich|mutmaßlich|offenbar|angeblich",
  "anscheinend|kann|können|falls|wenn|sofern|soweit|ob|erwarte(?:t|n)|hoff(?:t|en)|glaub(?:t|en)|meint|schein(?:t|en)|sieht",
  "might|could|would|should|can|able\\sto|perhaps|maybe|probably|possibly|likely|reportedly|allegedly|apparently|if",
  "whether|unless|expects?|hopes?|believes?|thinks?|seems?|appears?|suggests?|sees|provided that",
  "nach eigene[nr] \\p{L}+|nennt(?! (?:\\d|zwei|drei|vier|fünf|kein|die|den|das)\\p{L}*)|bezeichne(?:t|n)|calls|own account|(?:zählt|zählen|versteht|beschreibt|sieht) sich",
  "(?:counts?|describes?|considers?|sees) (?:itself|themselves|its)",
);
/** In a text whose verbs have a capital in May. */
const MAY = /(?<!\p{L})may(?!\p{L})/u;
const MAY_HEDGE = anyOf(
  "laut|zufolge|nach angaben|so (?:der|die|das)|sag(?:t|te|en)|beton(?:t|te|en)|erklär(?:t|te)|legen\\snahe|legt\\snahe|möglich\\p{L}*",
  "beschreibt|beschreiben|aus \\p{L}+ sicht|für \\p{Lu}\\p{L}+|als|\\p{L}{3,}bar(?:e[nrsm]?)?",
  "according to|says?|said|stress(?:es|ed)|possible|capable|expect\\p{L}*|suggest\\p{L}*|describ\\p{L}*|called|stud(?:y|ies)|\\p{L}{3,}[ai]ble|as",
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
  };
}
