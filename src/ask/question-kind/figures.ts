import { type AskingPattern, asksBy } from "./pattern.js";

/** Money that is asked for by its name. */
const MONEY =
  "umsatz|umsätze|umsatzerlöse?|erlöse?|gewinn|verlust|budget|etat|kosten|preis|investition(?:en)?|investitionssumme|fördersumme|fördermittel|finanzierung|gehalt|revenues?|sales|turnover|profit|loss|budget|costs?|price|investments?|funding|salary|earnings";
/** Countable things that are asked for by their size. */
const HEADS =
  "belegschaft|personal|anzahl|zahl|zahlen|\\p{L}+zahl|team|workforce|staff|headcount|number|population|team size";
const BIG = "wie (?:groß|hoch) (?:ist|war|sind|waren)|how (?:large|big|high) (?:is|was|are|were)";
const COST = "cost|costs|pay|pays|paid|invest|invests|spend|spends|earn|earns|raise|donate";
/** "The phone number of" counts nothing. */
const NO_COUNT = "(?<!(?:phone|telephone|fax|mobile|ticket|account|serial|room|registration) )";

/** How many, how much, which share: asked before anything else, since "how many years" would be a length of time, too. */
export const FIGURE_PATTERNS: readonly AskingPattern[] = [
  asksBy(
    "percent",
    "(?:zu |um )?wie ?viel prozent",
    "welche[rn]? (?:prozentuale )?(?:anteil|prozentsatz)",
    "wie (?:groß|hoch) (?:ist|war) (?:der |die )?(?:prozentuale )?(?:anteil|prozentsatz|quote)",
    "(?:what|which) (?:percentage|share|proportion|percent|fraction)(?= of)",
    "how (?:large|big|high) (?:is|was) the (?:percentage|share|proportion)",
    "how many percent",
  ),
  asksBy("duration", "(?:seit |für )?wie ?viele[nr]? (?:jahr|monat|woche|tag|stunde|jahrzehnt)e?n?"),
  asksBy("duration", "(?:for )?how many (?:years|months|weeks|days|hours|decades)"),
  asksBy(
    "number",
    "(?:what (?:is|was|are|were)|what['’]?s|wie lautete?n?|was (?:ist|war))(?= (?:the |die |der |das |\\S+['’]s? )(?:\\p{L}+ )?(?:headcounts?|workforce|staff size|\\p{L}+zahl|belegschaft)(?!\\p{L}))",
  ),
  asksBy("number", `(?:${BIG})(?=.*(?<!\\p{L})(?:${HEADS})(?!\\p{L}))`),
  asksBy("amount", `(?:wie ?viel|how much)(?= (?:geld|euro|dollar|money|${MONEY})(?!\\p{L}))`),
  asksBy(
    "amount",
    "wie (?:hoch|teuer) (?:ist|war|sind|waren|fiel|fällt|liegt|lag|wird|soll|beläuft|belief)",
    "was (?:kostet|kosten|kostete|kosteten|verdient|verdienen|verdiente)",
    "how (?:high|large|big|expensive) (?:is|was|are|were)",
    `how much (?:did|does|do|is|was|will|has|have)(?=.*(?<!\\p{L})(?:${COST})(?!\\p{L}))`,
    "what (?:does|did|do|will) (?=(?:\\S+ ){1,6}cost(?!\\p{L}))",
  ),
  asksBy(
    "amount",
    `(?:what (?:is|was|are|were)|what['’]?s|welche[nrsm]?(?! (?:ziele?|pläne))|which(?! \\p{L}+ (?:of|does|do|is|are)))(?=.*(?<!\\p{L})(?:${MONEY}|summe|betrag|sum|amount of money)(?!\\p{L}))`,
    `was (?:ist|war) (?=(?:der|die|das) (?:\\p{L}+ )?(?:${MONEY})(?!\\p{L}))`,
    "wie ?viel(?= (?:zahlt|zahlen|investier\\p{L}+|kostet|kosten|verdient|gibt|bekommt|erhält)(?!\\p{L}))",
  ),
  asksBy("number", `wie ?viele?[rn]?|anzahl|how many|${NO_COUNT}number of|how much`),
  asksBy("duration", "(?:seit |für )?wie lange?|(?:for )?how long", "wie alt|how old"),
];
