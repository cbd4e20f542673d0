/**
 * How a clause puts what it says. `stated`: as so; `planned`: as something that is to come; `negated`: as not so;
 * `possible`: as something that can be; `open`: as likely, conditional or somebody's opinion, or in more than one of these
 * ways at once.
 */
export type Modality = "stated" | "planned" | "negated" | "possible" | "open";

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}

const PLANNED = anyOf(
  "soll(?:en|te|ten)?|will|wollen|wollten?|möchten?|planen|plante?n?|geplant\\p{L}*|beabsichtig\\p{L}*|anstreb\\p{L}*",
  "streb(?:t|en)\\s[^.]{1,200}?\\san|vorgesehen\\p{L}*|vorhaben|künftig\\p{L}*|zukünftig\\p{L}*|demnächst|bevorstehend\\p{L}*",
  "ziel(?:e|en)?\\s(?:ist|sind)|zielt\\sdarauf|in zukunft",
  "shall|plans?\\s(?:to|for)|planned|planning|intends?|intended|aims?|wants?|wanted|going\\sto|set\\sto|about\\sto",
  "(?:is|are|was|were)\\s(?:(?:also|then|each|soon|\\p{L}+ly)\\s)?to\\s(?!the\\b|an?\\b)\\p{L}+",
  "expected\\sto|scheduled|upcoming|proposed|in\\s(?:the\\s)?future|envisag\\p{L}+",
);
const NEGATED = anyOf(
  "nicht|kein(?:e|en|er|em|es)?|nie|niemals|niemand|nirgends|weder|ohne",
  "not|never|no|none|neither|nor|without|cannot|nobody|nothing",
);
const POSSIBLE = anyOf("kann|können|can|able to");
const OPEN = anyOf(
  "könnten?|dürften?|würden?|möge|vielleicht|möglicherweise|wahrscheinlich|vermutlich|mutmaßlich|offenbar|angeblich",
  "anscheinend|falls|wenn|sofern|soweit|ob|erwarte(?:t|n)|hoff(?:t|en)|glaub(?:t|en)|meint|schein(?:t|en)|sieht|sehen",
  "might|could|would|should|perhaps|maybe|probably|possibly|likely|reportedly|allegedly|apparently|if|whether|unless",
  "expects?|hopes?|believes?|thinks?|seems?|appears?",
  "bestreite(?:t|n)|dementier(?:t|en)|widersprich(?:t|en)|behaupte(?:t|n|te|ten)|bezweifel(?:t|n)|zweifel(?:t|n)?|gerüchte?n?|fälschlich",
  "prüf(?:t|en)|erwäg(?:t|en)|den(?:y|ies|ied)|claims?|claimed|doubts?|doubted|rumou?rs?|falsely|considering|examin(?:es?|ing) whether",
  "nach eigenen angaben|nennt|nennen|calls?|own account|(?:zählt|zählen|bezeichnet|versteht|beschreibt) sich",
  "(?:counts?|describes?|considers?|sees) (?:itself|themselves)",
  "nicht nur|not only|nicht zuletzt|not least|nicht (?:mehr|weniger) als|no (?:more|less|fewer) than",
);
/** With a capital it is a month. */
const MAY = /(?<!\p{L})may(?!\p{L})/u;
const SHORT_NOT = /n['’]t(?!\p{L})/iu;
const SHORT_WILL = /\p{L}['’]ll(?!\p{L})/iu;
const QUESTION = /\?["'“”»«’‘]*$/u;

/** Plans nothing: it is denied that something is to come. */
const NO_PLAN = anyOf(
  "nicht (?:geplant|vorgesehen|beabsichtigt)|kein\\p{L}* [^.]{1,80} (?:geplant|vorgesehen)|kein\\p{L}* pläne",
  "not (?:planned|intended|scheduled)|no [^.]{1,80} (?:is|are) planned|no plans?",
);

export function deniesPlan(clause: string): boolean {
  return NO_PLAN.test(clause);
}

/** Reads a clause, German or English. What its words leave open is `open`, never `stated`. */
export function modalityOf(clause: string): Modality {
  const text = clause.normalize("NFC").trim();
  if (OPEN.test(text) || MAY.test(text) || QUESTION.test(text)) return "open";
  const future = germanFuture(text);
  if (future === "unclear") return "open";
  const found: Modality[] = [];
  if (future === "yes" || PLANNED.test(text) || SHORT_WILL.test(text)) found.push("planned");
  if (NEGATED.test(text) || SHORT_NOT.test(text)) found.push("negated");
  if (POSSIBLE.test(text)) found.push("possible");
  if (deniesPlan(text)) return "negated";
  if (found.length > 1) return "open";
  return found[0] ?? "stated";
}

const WERDEN = /(?<!\p{L})(?:wird|werden)(?!\p{L})/iu;
const MODAL = /(?<!\p{L})(?:soll|will|woll|kann|könn|muss|müss|darf|dürf|möcht)\p{L}*/iu;
const PARTICIPLE = /(?:^|\p{L})(?:ge\p{L}{2,}(?:t|en)|iert)$|^(?:be|ver|er|ent|zer|miss|über|unter)\p{L}+t$|^worden$/u;
const INFINITIVE = /(?:en|ern|eln)$/u;
/** Strong verbs with a prefix, whose participle looks like an infinitive: "betrieben", "erhalten". */
const EITHER =
  /^(?:be|ver|er|ent|zer|miss|über|unter)\p{L}*(?:halten|geben|lassen|fallen|nommen|schrieben|trieben|schlossen|gonnen|standen|zogen|boten|brochen|sprochen|troffen|tragen|laufen|kommen|wiesen|worfen|worben|funden|bunden|loren|messen|sehen|gangen|raten|hoben|wogen|blieben|schieden|rufen|fahren|schlagen|sessen)$/u;

/** "Sie werden ein Zentrum errichten" lies ahead, "Robert wird behandelt" does not. */
function germanFuture(text: string): "yes" | "no" | "unclear" {
  if (!WERDEN.test(text) || MODAL.test(text)) return "no";
  const words = text.match(/[\p{L}\p{M}-]+/gu) ?? [];
  const verb = words.findLast((word) => /^\p{Ll}/u.test(word) && !/^(?:wird|werden)$/.test(word)) ?? "";
  if (PARTICIPLE.test(verb)) return "no";
  return EITHER.test(verb) || !INFINITIVE.test(verb) ? "unclear" : "yes";
}
