import { CLAUSE_OPENING } from "./question-words.js";

/*
 * What only leads up to a question: "Ich wüsste gern, wer ...", "Can you tell me when ...".
 */

const HELLO =
  "(?:(?:hallo|hi|hey|hello|guten (?:tag|morgen|abend)|moin|servus|good (?:morning|afternoon|evening)|entschuldigung|excuse me|sorry|bitte|please|ok(?:ay)?|danke|thanks)(?!\\p{L})[\\s,.!:–-]*)*";
const GERMAN_LEADS = [
  "(?:könn(?:t?en|test)|kannst|würde[nst]*|dürfte) (?:sie|du|ihr|ich|man)(?: mir| uns)?(?: bitte| mal| ganz| kurz| schnell| eben| einfach| vielleicht| eventuell| genau)*(?: sagen| verraten| mitteilen| erklären| erzählen| fragen| herausfinden| nachsehen| erfahren)?",
  "(?:ich|wir) (?:wüsst\\p{L}*|hätten?) (?:auch |nur |mal )?gerne?(?: gewusst| erfahren)?",
  "(?:ich|wir) (?:möchten?|würden?|will|wollen|wollten?)(?: auch| nur| mal| gerne?)*(?: wissen| erfahren| fragen| herausfinden)",
  "ich frage mich|mich (?:interessiert|interessieren|würde(?: auch| mal)? interessieren)|es (?:interessiert mich|würde mich interessieren)|mir ist (?:nicht klar|unklar)",
  "sag(?:e|en sie)?(?: mir| uns)?(?: bitte| mal| doch| ganz| kurz| schnell| einfach)*|verrate?n?(?: sie)?(?: mir)?(?: bitte)?|erklär(?:e|en sie)?(?: mir| uns)?(?: bitte)?(?= (?:wer|was|wann|wo|wie|warum|welche))",
  "(?:mein|meine|unser|unsere) \\p{L}+ (?:fragt|hat gefragt|(?:will|möchte) wissen|wüsste gerne?)(?: mich| uns)?",
  "wei(?:ß|ss)t du|wissen sie|wei(?:ß|ss) (?:jemand|man|einer)|ist (?:bekannt|dir bekannt|ihnen bekannt)|hast du eine ahnung|haben sie eine ahnung|steht (?:irgendwo|in den dokumenten|dort|da)",
  "(?:meine |eine )?(?:kurze )?frage|kurze frage|fass(?:e|en sie)?(?: mir)?(?: bitte)?(?: kurz)? zusammen",
];
const ENGLISH_LEADS = [
  "(?:can|could|would|will) (?:you|anyone|someone)(?: please| kindly| maybe| perhaps| quickly| briefly| just)*(?: tell| inform| let| remind| explain| say)(?: to)?(?: me| us)?(?: know)?",
  "do(?:es)? (?:you|anyone|somebody)(?: happen to)? know|(?:do you have )?any (?:idea|clue)",
  "i(?:['’]d| would| want| wish| wanted)?(?: really)?(?: like| love)? to (?:know|find out|ask|learn|understand)|i want to know",
  "i(?:['’]m| am| was)? (?:wonder|wondering|curious|interested)(?: to (?:know|hear|learn)| in knowing)?|may i ask|might i ask",
  "(?:my|our) \\p{L}+ (?:asks?|asked|is asking|wants to know|wonders)(?: me| us)?",
  "(?:please )?(?:tell|inform)(?: me| us)|let (?:me|us) know|(?:quick |one |a )question",
];
const LEAD = new RegExp(
  `^${HELLO}(?:(?:${[...GERMAN_LEADS, ...ENGLISH_LEADS].join("|")})(?!\\p{L}))?[\\s,:–-]*${HELLO}(?=${CLAUSE_OPENING}(?!\\p{L}))`,
  "iu",
);
/** "Können Sie mir den Direktor nennen?": the verb stands behind what is asked for. */
const AROUND =
  /^(?:könn(?:t?en|test)|kannst|würde[nst]*) (?:sie|du|ihr) (?:mir|uns) (?:bitte |mal |vielleicht )*(?<asked>(?:den|die|das|eine?n?) .{3,}?) (?:nennen|sagen|verraten|mitteilen|geben|zeigen)(?=[?!. ]*$)/iu;
const SEEKING =
  /^(?:ich (?:suche|brauche|benötige)(?: nach)?|gesucht(?: wird| ist)?:?|i am looking for|i['’]m looking for|i need|looking for|(?:can|could|would) you (?:please )?(?:give|name|tell|show)(?: me| us)?|(?:please )?(?:give|show) me) (?=(?:den|die|das|the|dem|der) \p{L})|^(?:please |just |bitte )?(?:show|give|put|state|zeig(?:e|en sie)?|gib|stell(?:e|en sie)?)(?: me| us| mir| uns)? (?=(?:its|their|his|her|seine?n?|ihre?n?|deren|dessen) \p{L})/iu;
const THANKS = /[\s,.!–-]+(?:bitte|please|danke(?: schön)?|vielen dank|thanks|thank you)[!. ]*(?<end>\??)[!. ]*$/iu;

/** "What on earth", "was um Himmels willen": makes a question stronger, and no other one. */
const STRONGER =
  /(?<=^(?:und |and )?(?:we[rmn]|was|wann|wo|wie|warum|wieso|weshalb|who|what|when|where|why|how|which))\s+(?:on earth|in the world|in god['’]s name|the (?:hell|heck|devil)|zum (?:teufel|kuckuck|geier)|um (?:himmels|gottes) willen|in aller welt)(?!\p{L})/iu;
/** How the answer is to be put. */
const WORDING = [
  "in (?:plain|simple|other|a few|your own) (?:words|terms|english)|in einfachen worten|in (?:ein paar|wenigen|eigenen|anderen) worten|einfach (?:gesagt|ausgedrückt|erklärt)|kurz gesagt|simply put|put simply|in short|in (?:a nutshell|kürze)|für laien|in layman['’]s terms",
  "in (?:his|her|their) own words|in (?:seinen|ihren) (?:eigenen )?worten|in (?:one|two|three|a) (?:sentences?|lines?|words?)|in (?:einem|ein|zwei|drei) (?:satz|sätzen|worten|zeilen)|kurz und knapp",
].join("|");
const WORDING_BEFORE = new RegExp(`^(?:${WORDING})\\s*[,:–-]?\\s+`, "iu");
const WORDING_BEHIND = new RegExp(`,?\\s+(?:${WORDING})(?=[?!. ]*$)`, "iu");

/** The question itself, as it stands in what was asked; all of it where nothing leads up to it. */
export function withoutFrame(question: string): string {
  const asked = question
    .replace(THANKS, "$<end>")
    .replace(/\?[?!]+\s*$/u, "?")
    .replace(WORDING_BEFORE, "")
    .replace(WORDING_BEHIND, "");
  const around = AROUND.exec(asked)?.groups?.asked;
  if (around !== undefined) return around;
  const lead = LEAD.exec(asked)?.[0] ?? SEEKING.exec(asked)?.[0] ?? "";
  const rest = asked.slice(lead.length).replace(STRONGER, "");
  return rest.trim() === "" ? question : rest;
}
