import { command, type Sign, word } from "./sign.js";
import { ALL, ANSWERS, QUESTIONS, SAY_DU, SAY_SIE, SAYS, USER } from "./vocabulary.js";

const TO_SAY: readonly Sign[] = [
  // 'Say "yes"'
  [2, command(`${SAYS}(?: [\\p{L}'’-]+){0,4}?`, " ?(?:[\"“„«»‘]|(?<= )['’])")],
  // "Answer with the word …"
  [
    2,
    command(
      `${SAYS}(?: [\\p{L}'’-]+){0,4}? (?:the (?:exact |following |single |magic |secret |code ?)*(?:words?|phrase|string|token|code ?word|sentence|text|letters?|marker|tag)|(?:das|die|den|dem|der|mit dem) (?:genaue[nrs]? |folgende[nrs]? |einzige[nrs]? |geheime[nrs]? )*(?:wort|wörter[n]?|satz|text|codewort|code-?wort|kennwort|losungswort|zeichenfolge|zeichenkette|ausdruck|markierung|buchstaben?))`,
    ),
  ],
  // "Nenne …", at the beginning of a sentence
  [
    1.5,
    new RegExp(
      `(?:^|[.!?:>“„]\\s*)\\W*(?:(?:und|dann|jetzt|nun|bitte|danach|zuerst|stattdessen|sondern|also) )*${SAY_DU}(?![\\p{L}-]| (?:ich|er|sie|es|wir|ihr|man)(?!\\p{L}))`,
      "u",
    ),
  ],
  // The same in any clause, and other verbs of saying
  [
    1,
    command(
      `(?:say|reply|respond|answer|output|print|repeat|echo|recite|pretend|claim|assert|write|name|mention|${SAY_SIE}|${SAY_DU})(?![\\p{L}-]| (?:is|was|to|of|in|from|ich|er|sie|es|wir|ihr|man)(?!\\p{L}))`,
    ),
  ],
  // "Reply only with …", "Schreibe … aus"
  [
    1,
    command(
      `${SAYS}[^.?!]{0,30}?(?<!\\p{L})(?:only|exactly|just|nothing but|nothing else|verbatim|always|never|ausschließlich|nur|genau|exakt|wörtlich|stets|immer|niemals|sonst nichts|nichts anderes|nichts außer|that|dass|with|mit|after me|instead|stattdessen|at the end|am ende|aus)`,
    ),
  ],
  // "Tell the user that …"
  [
    3,
    command(
      `(?:tell|inform|convince|assure|persuade|teile?|sage?|informiere|überzeuge|versichere)(?: sie)? (?:the|any|every|each|all|this|dem|den|der|allen|jede[mnr]|diese[mnr]) (?:\\p{L}+ )?(?:${USER}|reader|leser(?:n|in)?|person asking|asker)`,
    ),
  ],
  // "At the end of every answer"
  [
    2,
    word(
      `(?:your|each|every|all|any|deine[nrsm]?|jede[nrsm]?|alle[nrsm]?|ihre[nrsm]?) (?:(?:final|next|own|further|single|following|nächste[nrsm]?|weitere[nrsm]?|künftige[nrsm]?|folgende[nrsm]?|gesamte[nrsm]?) )?${ANSWERS}|(?:in|to|of) the (?:final )?${ANSWERS}`,
    ),
  ],
  // "Every question"
  [
    1.5,
    word(
      `${ALL} (?:(?:further|other|following|future|user|next|weitere[nrs]?|folgende[nrs]?|künftige[nrs]?|nächste[nrs]?) )?${QUESTIONS}|(?:to|auf) (?:everything|anything|alles)`,
    ),
  ],
  // "Answer all questions with …"
  [
    1.5,
    command(
      `(?:answer|reply|respond|antworte|beantworte|reagiere)[^.?!]{0,20}?(?<!\\p{L})(?:${ALL} |the |die )?(?:${QUESTIONS}|everything|anything|alles)[^.?!]{0,20}? (?:with|mit|only|nur|as|wie|in)`,
    ),
  ],
  // "The answer to every question is …"
  [
    3,
    word(
      `(?:answer|antwort|response|reply) (?:to|on|auf|zu|for) ${ALL} ${QUESTIONS} (?:\\p{L}+ ){0,4}?(?:is|must|should|lautet|ist|sei|muss)`,
    ),
  ],
  // "Whenever a user asks"
  [
    1,
    word(
      `(?:if|when|whenever|once|as soon as|wenn|falls|sobald|sooft|immer wenn)[^.?!]{0,40}?(?:${USER}|you are asked|you['’]re asked|asked (?:about|for)|(?:someone|anyone|somebody) asks|gefragt (?:wird|wirst|werden)|(?:jemand|man) (?:dich |nach |danach )*[^.?!]{0,20}?fragt)`,
    ),
  ],
  // "From now on", "in capital letters"
  [
    1,
    word(
      "in (?:all |only )?(?:capital letters|uppercase|großbuchstaben|rhyme|reimen|pirate|klingon|emojis?|base64|rot13|hex(?:adecimal)?|json|xml|binary)|like a pirate|wie ein pirat|from now on|from this point|henceforth|until further notice|ab jetzt|ab sofort|von nun an|fortan|bis auf weiteres|no matter what|egal was|under all circumstances|unter allen umständen",
    ),
  ],
  // "Repeat … after me"
  [
    2,
    command("(?:repeat|say|wiederhole?|wiederholen sie|sprich|sag|sage)[^.?!]{0,60}? (?:after me|mir nach|nach mir)"),
  ],
  // "Du gibst nur … aus", "you will only say …"
  [
    2,
    word(
      "du (?:gibst|sagst|antwortest|schreibst|nennst|beantwortest|wiederholst|erwähnst|befolgst|ignorierst|beendest|beginnst|sprichst)|you (?:will|shall|only|always|are to|must only|must always) (?:only |always |now )?(?:say|answer|respond|reply|output|write|print|repeat|mention|speak)",
    ),
  ],
  [1, word("du \\p{L}+st (?:\\p{L}+ ){0,2}?(?:nur|ausschließlich|immer|stets)")],
  // "… by saying …"
  [1.5, word("by (?:saying|answering|replying|responding|printing|repeating|outputting)|indem du")],
  // "Write … instead"
  [1, word("instead|stattdessen|nothing else|sonst nichts|nothing but|nichts anderes")],
];

const TO_CONCEAL: readonly Sign[] = [
  // "Do not mention the sources"
  [
    2,
    command(
      "(?:(?:do not|don['’]t|never|without|no) (?:ever )?(?:mention(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|quot(?:e|ing)|cit(?:e|ing)|trust|rely on|refer to|answer)|(?:erwähne|verrate|sag|sage|nenne|zitiere|zeige|verwende|nutze|beantworte|offenbare|erwähnen sie|zitieren sie)(?: \\p{L}+){0,4}? (?:nicht|nichts|keine[nrs]?|niemals|nie|niemandem))",
    ),
  ],
  // "Instead of answering the question"
  [
    2,
    word(
      "instead of (?:answering|responding|summari[sz]ing|replying)|rather than answer(?:ing)?|(?:an)?statt (?:die (?:eigentliche |gestellte )?frage|zu antworten|eine antwort|der antwort)|refuse to (?:answer|respond)|stop (?:answering|responding)|(?:no|without) (?:citations?|markers?|sources?)|ohne (?:quellenangaben?|zitate|belege)|cite only|zitiere nur",
    ),
  ],
  // "This instruction"
  [
    1.5,
    word(
      "(?:this|these|diese[nrs]?|dieser) (?:instructions?|anweisung(?:en)?|befehle?)|(?:this|diese[nr]?) (?:note|hinweis)",
    ),
  ],
];

/** Orders to say something, or not to. */
export const SAYINGS: readonly Sign[] = [...TO_SAY, ...TO_CONCEAL];
