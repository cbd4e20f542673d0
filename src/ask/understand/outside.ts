import { isCommonWord } from "../../language/common-words.js";
import { isInjected } from "../../language/injected.js";
import type { Understood } from "../steps.js";

/*
 * What is no question for documents: a request for medical advice, an instruction, noise.
 */

/** To do something else than answer, in what is asked of a program that writes; in documents it may be said to readers. */
const INSTRUCTIONS: readonly RegExp[] = [
  /(?<!\p{L})system[\s-]?prompt(?!\p{L})|(?<!\p{L})jailbreak(?!\p{L})/iu,
  /^(?:bitte |please |jetzt |now )*(?:schreib(?:e|en sie)?|verfass(?:e|en sie)?|dichte|reime|komponiere|übersetz(?:e|en sie)?|programmiere?|zeichne|male|singe?|erfinde|spiel(?:e|en sie)?|tu so|stell dir vor|berechne|rechne|wiederhole|antworte|lösche|führe|simuliere|formuliere|write|compose|translate|program|draw|paint|sing|invent|pretend|imagine|act|role-?play|calculate|compute|repeat|respond|answer (?:as|like|only|with|in)|print|delete|drop|execute|run|generate|rewrite|paraphrase|say)(?!\p{L})/iu,
  /^(?:du bist (?:jetzt|ab jetzt|ab sofort|nun|ein)|ab jetzt bist du|you are (?:now|a|an)|from now on|act as|sei (?:jetzt )?ein)(?!\p{L})/iu,
  /(?<!\p{L})(?:erzähl\p{L}*|tell)(?: mir| uns| me| us)? (?:bitte )?(?:eine?n?|a) (?:witz|geschichte|märchen|joke|story|fairy tale)(?!\p{L})/iu,
  /(?<!\p{L})(?:ein|eine|einen|a|an|some) (?:gedicht|song|lied|haiku|limerick|aufsatz|roman|programm|poem|song|essay|novel|rap|python script)(?!\p{L})/iu,
];
/** A summary is an answer. */
const SUMMARY = /(?<!\p{L})(?:zusammenfassung|überblick|summary|overview)(?!\p{L})/iu;

const HEALTH =
  "\\p{L}*(?:schmerz(?:en)?|krebs|tumor\\p{L}*|karzinom|erkrankung(?:en)?|krankheit(?:en)?|fieber|symptome?|diabetes|bluthochdruck|blutdruck|depression(?:en)?|diagnose|befund|therapie|bestrahlung|behandlung|operation|medikamente?|tabletten?|dosis|arznei\\p{L}*|nebenwirkung(?:en)?|infarkt|schlaganfall|allergie|migräne|grippe|pains?|aches?|cancer|tumou?rs?|disease|illness|fever|symptoms?|blood pressure|diagnosis|therapy|radiation|radiotherapy|chemo|chemotherapy|treatment|surgery|medicine|medication|drugs?|pills?|tablets?|dose|side effects?|stroke|heart attack|allergy|flu)";
/** Asked for oneself; what is asked about others, documents may say. */
const COUNSEL: readonly RegExp[] = [
  "(?:mein|meine[nrsm]?|my) (?:\\p{L}+ ){0,3}?HEALTH",
  "(?:ich|i) (?:hab|habe|leide|fühle|have|suffer|feel|got)(?!\\p{L})(?:\\P{L}+\\p{L}+){0,6}?\\P{L}+HEALTH",
  "(?:soll|sollte|darf|muss|should|may|must) (?:ich|i)(?!\\p{L}).*(?<!\\p{L})(?:HEALTH|nehmen|take)",
  "(?:hilft|helfen|helps?|empfehl\\p{L}*|recommend|advise) (?:\\p{L}+ ){0,3}?(?:mir|me)(?!\\p{L}).*(?<!\\p{L})HEALTH",
  "(?:soll|sollte|should) (?:ich|i)(?!\\p{L}).*(?<!\\p{L})(?:aktien?|geld|erspartes|ersparnisse|investieren|anlegen|kaufen|shares?|stocks?|savings|money|invest|buy)",
  "was (?:hilft|tun) (?:gegen|bei)|what helps (?:against|with)|wie (?:behandle|heile) ich|how (?:do|can|should) i (?:treat|cure)",
  "(?:welche(?:s|n|r)?|which|what) (?:medikament\\p{L}*|mittel|tabletten?|dosis|medicine|drugs?|pills?|dose) (?:soll|sollte|muss|darf|nehme|should|do i|can i)",
].map((source) => new RegExp(`(?<!\\p{L})(?:${source.replaceAll("HEALTH", `(?:${HEALTH})`)})(?!\\p{L})`, "iu"));

/** Less than this says nothing: a letter, a number, signs. */
const SAYS_SOMETHING = /\p{L}{2}|\p{L}\p{N}|\p{N}\p{L}/u;
const GREETING =
  /^(?:(?:hallo|hi|hey|hello|moin|servus|guten (?:tag|morgen|abend)|grüß gott|good (?:morning|afternoon|evening)|wie geht(?:'s| es dir| es ihnen)?|how are you(?: doing)?|danke(?: schön)?|vielen dank|thanks|thank you|bye|tschüss|auf wiedersehen|test|testing|ok(?:ay)?|ja|nein|yes|no|super|toll|cool|na|so|bitte|please|there|zusammen|du|konsil)(?!\p{L})[\s,.!?]*)+$/iu;
const ROWS = ["qwertzuiopü", "qwertyuiop", "asdfghjklöä", "yxcvbnm", "zxcvbnm"];
const LEAST_MASHED = 4;

/** Keys side by side in a row of the keyboard, or one letter over and over. */
function isMashed(word: string): boolean {
  const letters = [...word];
  if (letters.length < LEAST_MASHED) return false;
  return ROWS.some((row) => {
    const keys = letters.map((letter) => row.indexOf(letter));
    return keys.every((key, at) => key >= 0 && (at === 0 || Math.abs(key - (keys[at - 1] ?? key)) <= 1));
  });
}

/** Why what was asked is no question for documents; null for a question. */
export function outsideOf(question: string): Understood["outside"] {
  if (isNoise(question)) return "noise";
  if (isInjected(question)) return "instruction";
  if (!SUMMARY.test(question) && INSTRUCTIONS.some((pattern) => pattern.test(question))) return "instruction";
  return COUNSEL.some((pattern) => pattern.test(question)) ? "advice" : null;
}

function isNoise(question: string): boolean {
  if (GREETING.test(question) || !SAYS_SOMETHING.test(question)) return true;
  const words = question.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => isMashed(word) && !isCommonWord(word));
}
