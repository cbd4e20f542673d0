import type { Span } from "../contracts/passage.js";
import type { AnswerKind } from "./steps.js";

/** How a question is asked. */
export interface Asking {
  readonly kind: AnswerKind;
  /** The words that only say what kind of answer is wanted ("in welchem Jahr", "how many"); they are not its topic. */
  readonly words: Span;
}

const FIGURES =
  "umsatz|erlöse?|gewinn|budget|kosten|investition(?:en)?|revenues?|sales|profit|budget|costs?|turnover|investments?|funding";

/** How questions are asked, German and English; the first match wins. Lookaheads name what is asked for and stays topic. */
const PATTERNS: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    "percent",
    /\b(?:(?:zu )?wie ?viel prozent|welcher (?:prozentuale )?anteil|welchen anteil|(?:what|which) (?:percentage|share|proportion|percent)(?= of)|how many percent)\b/,
  ],
  [
    "number",
    /\b(?:wie groß ist|how (?:large|big) is)(?=.*\b(?:belegschaft|personal|anzahl|zahl|workforce|staff|number)\b)/,
  ],
  ["amount", new RegExp(`\\b(?:wie ?viel|how much)(?= (?:geld|euro|dollar|money|${FIGURES})\\b)`)],
  [
    "amount",
    /\b(?:wie hoch (?:ist|war|sind|waren|fiel|liegt|lag|wird)|was (?:kostete?n?)|how (?:high|large|big) (?:is|was|are|were)|how much (?:did|does|do|is|was|will)(?=.*\b(?:cost|pay|invest|spend|earn)))\b/,
  ],
  ["amount", new RegExp(`\\b(?:what (?:is|was|are|were)|welche[nrs]?|which)(?=.*\\b(?:${FIGURES})\\b)`)],
  ["number", /\b(?:wie ?viele|anzahl|how many|number of|how much)\b/],
  ["duration", /\b(?:wie lange?|(?:for )?how long|(?:for )?how many years)\b/],
  [
    "date",
    /\b(?:seit wann|bis wann|ab wann|wann|since when|when|(?:in |an |am |on |zu )?(?:welche[mrs]|what|which) (?:jahr|monat|datum|tag|zeitpunkt|year|month|date|day))\b/,
  ],
  [
    "role",
    /\b(?:welche (?:rolle|funktion|position|stellung) (?:hat|spielt|bekleidet)|was (?:macht|ist) die (?:rolle|funktion|position)|(?:what|which) (?:role|position|function|job|title)|what is the (?:role|position|job|function)(?= of)|what is (?=.*['’]s (?:role|position|job|function)))\b/,
  ],
  [
    "person",
    /^(?:(?:und|and|aber|but) )?(?:\S+ )?(?:wer|wem|wen|wessen|who|whom|whose)\b|\b(?:welche person|which person|wie heißt (?=(?:der|die)\b.*(?:leiter|direktor|chef|vorstand|geschäftsführ|präsident|professor|sprecher)))/,
  ],
  [
    "place",
    /\b(?:(?:in |an |aus |from )?(?:welche[mrs]?|which|what) (?:stadt|land|ort|region|staat|bundesland|city|country|place|town|state|location)|wohin|woher|wo|where)\b/,
  ],
  [
    "reason",
    /\b(?:warum|weshalb|wieso|wozu|why|aus welchem grund|what for|zu welchem zweck|for what (?:reason|purpose))\b/,
  ],
  ["list", /\b(?:welche[nrsm]?|which|what are the|was sind)\b/],
  [
    "definition",
    /^(?:(?:und|and) )?(?:was (?:ist|bedeutet|heißt|versteht man|meint)|was versteht man unter|wofür steht(?: die abkürzung)?|what (?:is|are)|what does(?: the abbreviation)?(?= .* (?:mean|stand for))|define|erkläre?)\b/,
  ],
  [
    "yesno",
    /^(?:(?:und|and|aber|but) )?(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|soll|sollen|will|wollen|gibt|gab|darf|muss|müssen|arbeite[nt]|kooperier(?:t|en)|besteht|is|are|was(?= (?:the|an?|it|he|she|there|this|that)\b)|were|do|does|did|has|have|had|can|could|should|would|may|must|will)\b/,
  ],
];

/** "What is X" with more words than this asks for something about X, not what X is. */
const DEFINED = 5;

/** The kind of answer that a question asks for; `other` when nothing tells. */
export function readAsking(question: string): Asking {
  const plain = question.toLowerCase();
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(plain);
    const rest = match === null ? "" : plain.slice(match.index + match[0].length).trim();
    if (match === null || (kind === "definition" && rest.split(/\s+/).length > DEFINED)) continue;
    return { kind, words: { start: match.index, end: match.index + match[0].length } };
  }
  return { kind: "other", words: { start: 0, end: 0 } };
}

const PUBLISHING =
  /\b(?:bekannt ?(?:ge)?geben|bekannt ?gemacht|veröffentlicht|angekündigt|verkündet|mitgeteilt|vorgestellt|gaben? .{0,80}bekannt|gemeldet|announce[ds]?|announcing|made public|published|public(?=\?)|press release|presse(?:information|mitteilung))\b/i;

/** Whether, and in which words, a question asks when something was made public: that is the date of the document. */
export function findPublishing(question: string): Span | null {
  const match = PUBLISHING.exec(question);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
