/*
 * What only leads up to a question: "Ich wüsste gern, wer ...", "Can you tell me when ...".
 */

const HELLO =
  "(?:(?:hallo|hi|hey|hello|guten (?:tag|morgen|abend)|moin|servus|good (?:morning|afternoon|evening)|entschuldigung|excuse me|sorry|bitte|please|ok(?:ay)?|danke|thanks)(?!\\p{L})[\\s,.!:–-]*)*";
const GERMAN_LEADS = [
  "(?:könn(?:t?en|test)|kannst|würde[nst]*|dürfte) (?:sie|du|ihr|ich|man)(?: mir| uns)?(?: bitte| mal| kurz| vielleicht| eventuell)*(?: sagen| verraten| mitteilen| erklären| erzählen| fragen| herausfinden| nachsehen| erfahren)?",
  "(?:ich|wir) (?:wüsst\\p{L}*|hätten?) (?:auch |nur |mal )?gerne?(?: gewusst| erfahren)?",
  "(?:ich|wir) (?:möchten?|würden?|will|wollen|wollten?)(?: auch| nur| mal| gerne?)*(?: wissen| erfahren| fragen| herausfinden)",
  "ich frage mich|mich (?:interessiert|interessieren|würde(?: auch| mal)? interessieren)|es (?:interessiert mich|würde mich interessieren)|mir ist (?:nicht klar|unklar)",
  "sag(?:e|en sie)?(?: mir| uns)?(?: bitte| mal| doch)*|verrate?n?(?: sie)?(?: mir)?(?: bitte)?|erklär(?:e|en sie)?(?: mir| uns)?(?: bitte)?(?= (?:wer|was|wann|wo|wie|warum|welche))",
  "wei(?:ß|ss)t du|wissen sie|wei(?:ß|ss) (?:jemand|man|einer)|ist (?:bekannt|dir bekannt|ihnen bekannt)|hast du eine ahnung|haben sie eine ahnung|steht (?:irgendwo|in den dokumenten|dort|da)",
  "(?:meine |eine )?(?:kurze )?frage|kurze frage|fass(?:e|en sie)?(?: mir)?(?: bitte)?(?: kurz)? zusammen",
];
const ENGLISH_LEADS = [
  "(?:can|could|would|will) (?:you|anyone|someone)(?: please| kindly| maybe| perhaps| quickly)*(?: tell| inform| let| remind| explain| say)(?: to)?(?: me| us)?(?: know)?",
  "do(?:es)? (?:you|anyone|somebody)(?: happen to)? know|(?:do you have )?any (?:idea|clue)",
  "i(?:['’]d| would| want| wish| wanted)?(?: really)?(?: like| love)? to (?:know|find out|ask|learn|understand)|i want to know",
  "i(?:['’]m| am| was)? (?:wonder|wondering|curious|interested)(?: to (?:know|hear|learn)| in knowing)?|may i ask|might i ask",
  "(?:please )?(?:tell|inform)(?: me| us)|let (?:me|us) know|(?:quick |one |a )question",
];
/** What a question begins with once its lead is off. */
const QUESTION =
  "(?:(?:in|an|auf|aus|bei|mit|von|für|seit|bis|ab|zu|wegen|durch|über|at|on|from|with|by|for|since|until|of|to|about|during|under) )?(?:we[rmn]|wessen|was|wann|wo|wie|wie ?viele?|warum|weshalb|wieso|welche[rsmn]?|wohin|woher|worum|womit|wodurch|wofür|ob|who|whom|whose|what|when|where|why|how|which|whether|if)";

const LEAD = new RegExp(
  `^${HELLO}(?:(?:${[...GERMAN_LEADS, ...ENGLISH_LEADS].join("|")})(?!\\p{L}))?[\\s,:–-]*${HELLO}(?=${QUESTION}(?!\\p{L}))`,
  "iu",
);
/** "Können Sie mir den Direktor nennen?": the verb stands behind what is asked for. */
const AROUND =
  /^(?:könn(?:t?en|test)|kannst|würde[nst]*) (?:sie|du|ihr) (?:mir|uns) (?:bitte |mal |vielleicht )*(?<asked>(?:den|die|das|eine?n?) .{3,}?) (?:nennen|sagen|verraten|mitteilen|geben|zeigen)(?=[?!. ]*$)/iu;
const SEEKING =
  /^(?:ich (?:suche|brauche|benötige)(?: nach)?|gesucht(?: wird| ist)?:?|i am looking for|i['’]m looking for|i need|looking for|(?:can|could|would) you (?:please )?(?:give|name|tell|show)(?: me| us)?|(?:please )?(?:give|show) me) (?=(?:den|die|das|the|dem|der) \p{L})/iu;
const THANKS = /[\s,.!–-]+(?:bitte|please|danke(?: schön)?|vielen dank|thanks|thank you)[!. ]*(?<end>\??)[!. ]*$/iu;

/** What leans on what was said before. */
const LEANING =
  /(?<!\p{L})(?:(?:er|sie|es|ihn|ihm|ihr|ihre[nrsm]?|sein(?:e[nrsm]?)?|dort|da|davon|dazu|damit|darüber|beide[nr]?|it|its|he|she|they|them|their|his|her|there|both|ones?)(?!\p{L})|(?:das|dies|diese[nrsm]?|this|that|these|those)(?=[?!. ]*$| (?:ist|sind|war|is|are|was|were)(?!\p{L})))/iu;
/** Fewer words are no question of their own. */
const LEAST_WORDS = 5;

/** The last sentence that asks, or what stands behind its colon, where it needs nothing of what leads up to it. */
function lastQuestion(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+/u);
  const last = sentences.findLast((sentence) => sentence.endsWith("?"));
  if (last === undefined) return text;
  const behind = new RegExp(`^.{4,}[:–-]\\s+(?=${QUESTION}(?!\\p{L}))`, "iu").exec(last)?.[0] ?? "";
  const asked = last.slice(behind.length);
  const stands =
    asked.length < text.length && asked.split(/\s+/).length >= LEAST_WORDS && /\p{Lu}/u.test(asked.slice(1));
  return stands && !LEANING.test(asked) ? asked : text;
}

/** The question itself, as it stands in what was asked; all of it where nothing leads up to it. */
export function withoutFrame(question: string): string {
  const asked = lastQuestion(question.replace(THANKS, "$<end>"));
  const around = AROUND.exec(asked)?.groups?.asked;
  if (around !== undefined) return around;
  const lead = LEAD.exec(asked)?.[0] ?? SEEKING.exec(asked)?.[0] ?? "";
  const rest = asked.slice(lead.length);
  return rest.trim() === "" ? question : rest;
}
