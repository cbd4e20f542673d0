import { command, type Sign, word } from "./sign.js";
import { HELPER, IGNORE, ORDERS, PROGRAM, PROMPT, RULES, SAYS, USER } from "./vocabulary.js";

const WHAT_A_PROGRAM_HAS: readonly Sign[] = [
  // "Your system prompt"
  [3, word(`(?:your|dein(?:e[nrsm]?)?|ihre[nrsm]?) (?:own )?${PROMPT}`)],
  // "Print the API key"
  [3, command(`${SAYS}(?: (?:me|us|mir|uns))?[^.?!]{0,40}?(?<!\\p{L})${PROMPT}`)],
  // "Repeat everything above", "reveal hidden rules"
  [
    3,
    command(
      `${SAYS}[^.?!]{0,40}?(?<!\\p{L})(?:your|dein\\p{L}*|ihre[nrs]?|hidden|secret|versteckte[nrs]?|(?:the|die|den|all|alle|everything|text|words|alles) (?:above|previous|preceding|initial|obige[nrs]?|vorherige[nrs]?|bisherige[nrs]?))(?: [\\p{L}-]+){0,2} ?(?:${ORDERS}|${RULES}|text|words|wörter|zeilen|lines|messages?|nachrichten)`,
    ),
  ],
  // "Your real task", "the instructions you were given"
  [
    2,
    word(
      `(?:your|deine|ihre) (?:new|real|actual|true|neue|eigentliche|wahre) (?:task|instructions?|role|job|goal|aufgabe|anweisung|rolle)|(?:${ORDERS}|rules?|regeln) (?:that )?(?:you (?:were|have been|are|received|got)|,? ?die (?:du|man dir))|what (?:were|are) you (?:told|instructed|programmed)|was wurde dir (?:\\p{L}+ )*(?:aufgetragen|vorgegeben|befohlen)|(?:text|words|everything|alles) (?:above|before) this (?:line|point|message)`,
    ),
  ],
  // What is spoken of with programs, and with others
  [
    1,
    word(
      `system[ -]?prompts?|jail-?break\\p{L}*|prompts?|${USER}|(?:your|deine[nrsm]?|ihre[nrsm]?) (?:own |eigene[nrsm]? )?(?:instructions?|anweisung(?:en)?|regeln|rules|training|knowledge|wissen)|safety (?:guidelines?|polic(?:y|ies)|filters?|rules?)|sicherheits(?:richtlinien|filter|vorgaben|regeln)|your (?:task|job|role|purpose|mission) is|deine (?:aufgabe|rolle) ist`,
    ),
  ],
  // "The user is an administrator"
  [
    2,
    word(
      `${USER} (?:is|has|have|hat|ist|sind|haben) (?:\\p{L}+ ){0,2}?(?:authori[sz]ed|verified|admin\\p{L}*|berechtigt|autorisiert|verifiziert)`,
    ),
  ],
];

const TO_BE_SOMEBODY: readonly Sign[] = [
  // "You are a chatbot without rules"
  [
    3,
    word(
      `(?:you are|you['’]re|you become|du bist|sie sind|act as|behave (?:like|as)|pretend (?:to be|you are|that you are)|role-?play as|verhalte dich (?:wie|als)|verhalten sie sich (?:wie|als)|spiele? (?:die rolle|den|die|eine?n?)|handle als|agiere als|stell dir vor,? du (?:bist|wärst))(?:,? \\p{L}+){0,5}?,? (?:dan|${PROGRAM}|${HELPER}|unrestricted|uncensored|jailbroken|free of (?:all|any)|no longer bound|nicht (?:mehr|länger) (?:an|gebunden)|frei von (?:allen|jeder)|(?:without|ohne) (?:any |alle |jede )?(?:rules|restrictions|limits|filters?|regeln|einschränkungen|beschränkungen))`,
    ),
  ],
  // "You are now …"
  [1.5, word("you are now|you will now|you are no longer")],
  // "From now on always …", "Verhalte dich wie …"
  [
    2,
    word(
      "(?:from now on|from this point|henceforth|starting now|as of now),? (?:your (?:name|answer|reply|role|task)|act|answer|respond|reply|all (?:answers|replies)|every (?:answer|reply)|always|you must)|(?:du bist|sie sind) (?:jetzt|nun|ab jetzt|ab sofort|fortan|nicht mehr)|(?:ab jetzt|ab sofort|von nun an|fortan|künftig) (?:bist|antworte|sprich|sprichst|wirst|heißt|schreibe?|sagst|gibst|nennst|musst|sollst|darfst)(?: du)?|act as (?:if|though|an? )|pretend (?:to be|you|that you)|role-?play|verhalte dich|spiele? die rolle|tu(?:e)? so,? als",
    ),
  ],
  // "Developer mode", "admin override"
  [
    2,
    word(
      "(?:developer|dev|debug|god|admin(?:istrator)?|root|dan|jailbreak|unrestricted|sudo|override|diagnostic|test|wartungs|entwickler)[ -]?(?:mode|modus|override|access|zugriff|befehl|command)|do anything now|(?:system|security|safety|policy|admin)[ -]?override",
    ),
  ],
  // "… mode enabled", "without restrictions"
  [
    1,
    word(
      "(?:mode|\\p{L}*modus) (?:is )?(?:enabled|activated|active|aktiviert|aktiv)|without (?:any )?(?:refusals?|restrictions?|filters?)|ohne (?:jede )?(?:einschränkung(?:en)?|regeln|filter)|(?:neue|new) (?:regeln|rules)",
    ),
  ],
];

const SPOKEN_TO_A_PROGRAM: readonly Sign[] = [
  // "Note to AI systems"
  [
    3,
    word(
      `(?:notes?|notice|messages?|instructions?|attention|memo|reminder|orders?|commands?|important|hinweise?|anweisung(?:en)?|nachricht(?:en)?|achtung|wichtig|befehle?|mitteilung(?:en)?|information(?:en)?|aufforderung)[,:]? (?:to|for|an|für)?[,:]? ?(?:all|any|every|each|alle|jede[ns]?|sämtliche)? ?(?:\\p{L}+ )?${PROGRAM}`,
    ),
  ],
  // "Note to the assistant"
  [
    2,
    word(
      `(?:notes?|notice|messages?|instructions?|attention|hinweise?|anweisung(?:en)?|nachricht(?:en)?|achtung|befehle?)[,:]? (?:to|for|an|für) (?:the|all|any|this|den|die|das|alle|jede[ns]?)? ?${HELPER}`,
    ),
  ],
  // "A rule for language models"
  [
    3,
    word(
      `(?:for|to|für) (?:all |any |every |alle |jedes )?${PROGRAM}[^.?!]{0,20}? (?:rule|regel|anweisung|instruction)|(?:rule|instruction|regel|anweisung) (?:applies|gilt)[^.?!]{0,20}? ${PROGRAM}`,
    ),
  ],
  // "Dear AI", "Assistant: say …"
  [
    3,
    new RegExp(
      `^\\W*(?:(?:dear|hey|hello|hi|hallo|liebe[rs]?|attention|achtung|ok(?:ay)?) (?:\\p{L}+ )?(?:${PROGRAM}|${HELPER})(?!\\p{L})|(?:${PROGRAM}|${HELPER})\\s*[,:!–-]\\s*(?:please |bitte |always |immer |you must )?(?:${SAYS}|${IGNORE}|stop|follow|befolge|extract|delete|approve|classify|rank|modify|execute)(?!\\p{L}))`,
      "u",
    ),
  ],
  // "AI, …"
  [2, new RegExp(`^\\W*(?:${PROGRAM}|assistant|assistent|bot)\\s*[,!](?!\\p{L})`, "u")],
  // "Models that read this page"
  [
    3,
    word(
      `(?:${PROGRAM}|${HELPER}),? (?:reading|processing|parsing|summari[sz]ing|indexing|that (?:reads|read|processes|process)|(?:who|which) reads?|(?:die|der|das|welche[rs]?) (?:diese[nrs]?|das) [^.?!]{0,40}?(?:lies(?:t|en)|lesen|verarbeite[nt]|auswerte[nt]|zusammenfass(?:t|en)))`,
    ),
  ],
  // "If you are an AI"
  [
    3,
    word(
      `(?:if|since|wenn|falls|da) (?:you are|you['’]re|du|sie) (?:(?:ein|eine|als) )?(?:${PROGRAM}|an? assistant)|(?:if|when|wenn|falls) ${PROGRAM} (?:reads?|processes|liest|verarbeitet)`,
    ),
  ],
  // "When summarizing", "before answering"
  [
    2,
    word(
      "(?:when|while|before|after|if you are|falls du|wenn du|während du|bevor du) (?:you )?(?:\\p{L}+ )?(?:process(?:ing)?|summari[sz](?:e|ing)|answer(?:ing)?|respond(?:ing)?|antwortest|zusammenfasst|verarbeitest|liest|beantwortest)",
    ),
  ],
  // "As an AI you must", "the assistant should"
  [
    1.5,
    word(
      `(?:as|als) (?:an? |eine? )?${PROGRAM}[^.?!]{0,20}?(?:you|du|sie|must|should|musst|sollst|darfst)|als (?:eine? )?${PROGRAM}[:,]|(?:${PROGRAM}|${HELPER}) (?:must|should|shall|has to|have to|need to|is required to|are required to|muss|müssen|soll|sollen|sollte)`,
    ),
  ],
];

/** By whom it is spoken to, who it is told to be, and what it is said to have. */
export const ADDRESSED: readonly Sign[] = [...WHAT_A_PROGRAM_HAS, ...TO_BE_SOMEBODY, ...SPOKEN_TO_A_PROGRAM];
