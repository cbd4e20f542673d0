import type { AnswerKind } from "./steps.js";

/**
 * How questions are asked, German and English, first match wins. What the question word leaves open ("what is the
 * revenue") is decided by the noun that it asks for.
 */
const PATTERNS: readonly (readonly [AnswerKind, RegExp])[] = [
  ["percent", /\b(wie ?viel prozent|wieviel prozent|welcher anteil|welchen anteil|prozentsatz|what (percentage|share|proportion|percent)|how many percent)\b/],
  ["amount", /\b(wie ?viel|wieviel|how much)\s+(geld|euro|dollar|umsatz|money|revenue|funding)|\b(wie hoch (ist|war|sind|waren|fiel|liegt|lag|wird)|was kostet|how much (did|does|do|is|was|will)|how (high|large|big) (is|was|are|were))\b/],
  ["amount", /\b(what (is|was|are|were)|welche[nrs]?|which)\b.*\b(revenue|sales|budget|profit|turnover|investment|umsatz|gewinn|kosten|costs?)\b/],
  ["number", /\b(wie ?viele|wieviele|wie viele|anzahl|how many|number of|wie gro(ß|ss) ist die zahl)\b/],
  ["duration", /\b(wie lange|wie lang|how long|laufzeit|for how many years)\b/],
  ["date", /\b(wann|seit wann|bis wann|when|since when|(in )?(welchem|welches|what|which) (jahr|monat|datum|tag|year|month|date|day)|an welchem tag)\b/],
  ["person", /^(und |and |aber |but )?(\w+ )?(wer|wem|wen|wessen|who|whom|whose)\b|\b(welche person|which person|wie hei(ß|ss)t (der|die)|what is the name of|name (des|der))\b/],
  ["place", /\b(wo|wohin|woher|where|(in |an |aus )?(welcher|welchem|welches|which|what) (stadt|land|ort|region|staat|city|country|place|town|state|location))\b/],
  ["reason", /\b(warum|weshalb|wieso|wozu|why|aus welchem grund|what for|zu welchem zweck|for what (reason|purpose))\b/],
  ["list", /\b(welche[nrsm]?|which|what are the|was sind)\b/],
  ["definition", /^(und |and )?(was (ist|bedeutet|hei(ß|ss)t|versteht man|meint)|wof(ü|ue)r steht|what (is|are) |what does \S+( \S+)? (mean|stand for)|define|erkl(ä|ae)re?)\b/],
  ["yesno", /^(und |and |aber |but )?(ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|k(ö|oe)nnen|soll|sollen|will|wollen|gibt|gab|darf|muss|m(ü|ue)ssen|arbeite[nt]|kooperier(t|en)|besteht|is|are|was|were|do|does|did|has|have|had|can|could|should|would|may|must|will)\b/],
];

/** The kind of answer that a question asks for; `other` when nothing tells. */
export function kindOf(question: string): AnswerKind {
  const plain = question.toLowerCase();
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? "other";
}
