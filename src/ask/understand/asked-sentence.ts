import { splitSentences } from "../../language/sentences.js";
import { opensQuestion, QUESTION_OPENING } from "./question-words.js";

/** What was asked, apart from what was told around it. */
export interface AskedSentence {
  /** The sentences that ask; the whole text where none does. */
  readonly asked: string;
  /** What was told before them; empty for nothing. It says whom pronouns mean, and is no topic. */
  readonly before: string;
}

/** "Put both side by side", "nenne mir": asks without a question mark. */
const IMPERATIVE =
  /^(?:(?:und|and|so|also|then|bitte|please|kindly|just|now|jetzt|dann)(?!\p{L}),? )*(?:put|show|list|name|give|compare|contrast|summari[sz]e|sum up|describe|outline|explain|define|tell|state|stell(?:e|en sie)?|zeig(?:e|en sie)?|nenn(?:e|en sie)?|gib|geben sie|vergleich(?:e|en sie)?|fass(?:e|en sie)?|beschreib(?:e|en sie)?|erklär(?:e|en sie)?|erzähl(?:e|en sie)?|liste?(?:n sie)?|sag(?:e|en sie)?|verrat(?:e|en sie)?)(?!\p{L})(?= \S+ \S)/iu;
/** Asks for nothing but an answer. */
const FOR_HELP =
  /^(?:(?:hallo|hi|hello|hey),? )?(?:(?:can|could) (?:you|anyone|somebody) (?:please )?help(?: me| us)?(?: out| with (?:that|this))?|any (?:ideas?|clues?|hints?|thoughts)|(?:do you|does anyone|does anybody) know(?: that| this| it)?|(?:kannst|könntest) du (?:mir |uns )?(?:da |dabei )?(?:bitte )?(?:weiter)?helfen|(?:können|könnten) sie (?:mir |uns )?(?:da |dabei )?(?:bitte )?(?:weiter)?helfen|wei(?:ß|ss)t du (?:das|etwas|da was)|wissen sie (?:das|etwas)|wei(?:ß|ss) (?:das )?jemand(?: das)?|right|okay|ok|ja|nicht wahr|stimmt(?:['’]s)?)[?!. ]*$/iu;
/** Asks to sum up what the sentence before speaks of. */
const SUMMING_UP =
  /^(?:(?:please|bitte|so|also|kindly) )*(?:(?:could|can|would|will) you (?:please |kindly |briefly |quickly )*|(?:kannst|könntest|können|könnten|würdest|würden) (?:du|sie) (?:mir |uns )?)?(?:(?:briefly )?(?:sum|wrap) (?:it|that|this)(?: all)? up|summari[sz]e (?:it|that|this)|(?:das|es|dies)(?: alles)? (?:bitte |mal |kurz |bitte kurz )*(?:zusammenfassen|auf den punkt bringen)|fass(?:e|en sie)? (?:mir |uns )?(?:das|es|dies)(?: alles)? (?:bitte |mal |kurz )*zusammen|(?:kurz )?zusammenfassen)(?: for me| for us)?(?: briefly| quickly| please)*[?!. ]*$/iu;
/** Before what a summary is to be of. */
const SUBJECT = /(?<!\p{L})(?:about|on|regarding|of|über|zur?|zum|davon|darüber),? (?=\S)/iu;
const GERMAN = /[äöüß]|(?<!\p{L})(?:der|die|das|und|ist|ein|eine|ich|wir|mir|über|zu[mr]?)(?!\p{L})/iu;

/** "Siemens Healthineers – was machen die?": what is spoken of stands before the question. */
const FRONTED = new RegExp(
  `^(?!(?:laut|nach|according|aus sicht|wenn|if)(?!\\p{L}))(?<topic>[^?!;]{2,}?)(?::|\\s[–—-]{1,2}|,(?=\\s+(?:was|wer|what|who)(?:['’]s)?\\s+(?:\\p{Ll}+\\s+)?(?:die|der|das|sie|er|that|it|they|he|she)(?!\\p{L})))\\s+(?=${QUESTION_OPENING}(?!\\p{L}))`,
  "iu",
);
/** "Was machen die so, was ist das für eine Firma?": one thing asked in two ways. */
const ASKED_AGAIN =
  /^[^,]+,\s+(?=(?:was|wer|what|who)(?:['’]s| ist| sind| is| are) (?:das|die|der|it|that|they|this)(?!\p{L}))/iu;
/** A name or noun of few words, and no sentence. */
const NAMED_TOPIC =
  /^(?!(?:bitte|please|frage|eine|one|noch|kurz|in|für|for|so|also|hallo|hi|hey|ok|okay|danke|thanks|quick|question|und|and)(?!\p{L}))(?:(?:der|die|das|the) )?\p{L}[\p{L}\p{N}-]*(?: [\p{L}\p{N}-]+){0,3}$/u;
/** What points to it: "what's that short for", "was machen die". */
const POINTING = /(?<=\p{L}\s)(?:das|dies|die|der|sie|er|that|this|it|they)(?=[\s?!.,])(?!\s+\p{Lu})/u;
/** More questions are not read as several. */
const MOST = 3;
/** Fewer words than this are no question beside another one. */
const LEAST_WORDS = 3;

/** Finds the sentences that ask. What stands behind them ("Names please.") is left off, unless it names somebody. */
export function findAsked(question: string): AskedSentence {
  const sentences = sentencesOf(question);
  const kept = sentences.filter((sentence) => sentences.length === 1 || !FOR_HELP.test(sentence));
  const end = kept.findLastIndex(asks);
  if (end < 0) return { asked: question, before: "" };
  const summed = summedUp(kept.slice(0, end + 1));
  if (summed !== null) return { asked: summed, before: "" };
  const behind = kept.slice(end + 1);
  const ending = kept[end] ?? "";
  if (behind.some(names) && !names(ending)) return { asked: question, before: "" };
  const first = firstOf(kept, end);
  const asked = kept.slice(first, end + 1).join(" ");
  const before = kept.slice(0, first);
  const topic = FRONTED.exec(asked);
  if (topic === null || first < end || opensQuestion(topic[0])) return { asked, before: before.join(" ") };
  const rest = asked.slice(topic[0].length);
  const spoken = topic.groups?.topic ?? "";
  const last = rest.slice(ASKED_AGAIN.exec(rest)?.[0].length ?? 0);
  if (NAMED_TOPIC.test(spoken) && POINTING.test(last))
    return { asked: last.replace(POINTING, spoken), before: before.join(" ") };
  return { asked: rest, before: [...before, spoken].join(" ") };
}

function sentencesOf(text: string): string[] {
  const spans = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  return spans.flatMap((sentence) => sentence.split(/(?<=[?!])\s+/u)).filter((it) => it !== "");
}

function asks(sentence: string): boolean {
  if (sentence.endsWith("?")) return true;
  return IMPERATIVE.test(sentence) || (opensQuestion(sentence) && isLong(sentence));
}

function isLong(sentence: string): boolean {
  return sentence.split(/\s+/u).length >= LEAST_WORDS;
}

/** A capital inside it. */
function names(sentence: string): boolean {
  return /\p{Lu}/u.test(sentence.slice(1));
}

/** Of several questions side by side the first one; else the last one alone. */
function firstOf(sentences: readonly string[], last: number): number {
  let first = last;
  while (first > 0 && last - first < MOST - 1 && isFull(sentences[first]) && isFull(sentences[first - 1])) first -= 1;
  return first;
}

function isFull(sentence = ""): boolean {
  const asked = sentence.replace(/^(?:und|and|aber|but)\s+/iu, "");
  return sentence.endsWith("?") && opensQuestion(asked) && isLong(asked);
}

/** "My editor wants two lines on X. Could you sum it up?" asks for a summary of X. */
function summedUp(sentences: readonly string[]): string | null {
  const [told, last] = sentences.slice(-2);
  if (told === undefined || last === undefined || !SUMMING_UP.test(last)) return null;
  const subject = SUBJECT.exec(told);
  const content = (subject === null ? told : told.slice(subject.index + subject[0].length)).replace(/[.!? ]+$/u, "");
  return GERMAN.test(last) ? `Überblick über ${content}` : `Summary of ${content}`;
}
