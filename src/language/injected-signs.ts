/*
 * What tells a text that commands a program from one that informs or advises a reader. No sign is the text of an attack:
 * each is a kind of command (to ignore, to say, to be, to send) together with what only a program has (a prompt, a
 * role, users, answers to every question), or a form that only a program reads (chat templates, closing tags).
 */

export interface Sign {
  /** Of `ENOUGH` points a text is a command to a program. */
  readonly points: number;
  readonly pattern: RegExp;
}

/** From so many points on. One sign alone has them only where a reader is never spoken to like this. */
export const ENOUGH = 3;

/** Not within a word. */
function word(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "iu");
}

/** At the beginning of a sentence or a clause, where an imperative stands. */
function opening(source: string): RegExp {
  return new RegExp(
    `(?:^|[.!?:;,(\\[{>“”„"'|#*–—-]\\s*|(?<!\\p{L})(?:und|and|then|dann|now|jetzt|nun|please|bitte|also|but|aber|sondern|must|should|shall|first|zuerst|instead|stattdessen|just|einfach|simply|always|immer|stets|never|sofort|immediately|hereby|hiermit)\\s+)(?:${source})(?![\\p{L}\\p{N}])`,
    "iu",
  );
}

const PROGRAM =
  "(?:(?:an? |the |eine? |die |das )?(?:large )?(?:ais?|kis?|llms?|(?:ai|ki|sprach|language|chat)[ -]?(?:models?|modelle?[ns]?|assistant\\w*|assistent\\w*|systeme?[ns]?|systems?|agent\\w*|bots?|tools?)|chat-?bots?|chatgpt|gpt(?:-?\\d\\w*)?|claude|gemini|copilot|crawlers?|summari[sz]ers?))";
const HELPER =
  "(?:assistant|assistants|assistent|assistenten|assistentin|model|models|modell|modelle|bot|bots|system|systeme|systems)";
const TOLD =
  "(?:(?:system|ur|start|initial|original|basis)?[ -]?(?:prompts?|instructions?|instruktion(?:en)?|anweisung(?:en)?|direktiven?|directives?|anordnung(?:en)?|commands?|befehle?n?)|system[ -]?(?:message|nachricht|vorgaben?|regeln|rules?)|guard-?rails?|programming|programmierung|trainings?)";
const RULES =
  "(?:rules?|regeln?|guidelines?|richtlinien?|vorgaben?|constraints?|restrictions?|policies|policy|limits?|limitations?|safety|filters?|beschränkung(?:en)?|einschränkung(?:en)?|sicherheits\\p{L}+|kontext|context|quellen?|sources?)";
const WHICH =
  "(?:all|any|every|each|previous|prior|above|earlier|preceding|former|existing|original|initial|other|foregoing|past|your|these|those|alles?|allen|aller|jegliche[nrs]?|sämtliche[nrs]?|vorherige[nrs]?|vorige[nrs]?|vorangegangene[nrs]?|vorangehende[nrs]?|bisherige[nrs]?|obige[nrs]?|frühere[nrs]?|ursprüngliche[nrs]?|bestehende[nrs]?|anderen?|deine[nrs]?|ihre[nrs]?|jede[nrs]?)";
const IGNORE =
  "(?:ignor(?:e|iere?n?|ieret)|disregard|forget|override|overrule|overwrite|bypass|skip|discard|neglect|cancel|delete|drop|erase|vergiss|vergessen|missachten?|übergehen?|überschreiben?|umgehen?|verwirf|verwerfen?|streichen?|lösche[nrs]?|pay no attention to|stop following|(?:do not|don['’]t|never|no longer) (?:follow|obey|adhere to|comply with|listen to)|(?:halte dich|halten sie sich) (?:\\p{L}+ )?nicht (?:mehr )?an|(?:befolge|beachte|folge)n?(?: sie)? (?:\\p{L}+ )?(?:nicht|keine[nrsm]?)|setze[n]? .{0,40} außer kraft|lass(?:e|en)?(?: sie)? .{0,40} außer acht)";
const SAY =
  "(?:say|reply|respond|answer|output|print|repeat|echo|write|type|return|state|display|recite|claim|assert|declare|pretend|mention|append|prepend|add|insert|include|start|begin|end|finish|close|conclude|quote|cite|report|reveal|show|tell|translate|spell|rhyme|summari[sz]e|use|call|put|name|give|list|present|treat|confirm)";
/** German imperatives of the singular, in which no press release speaks to its readers. */
const SAY_DU =
  "(?:antworte|beantworte|sag|sage|schreib|schreibe|gib|nenne?|behaupte|wiederhole?|erwähne?|ergänze|füge?|beende|schließe|beginne?|drucke|zeige?|verrate?|offenbare|teile|hänge?|zitiere|liste|übersetze?|erzähle?|melde|bestätige|formuliere|setze?|verwende|nutze|benutze|verhalte|tu|tue|mache?|rufe?|sende|schicke?|lade|öffne|führe?|verschweige|verweigere|leugne|lehne|stelle?|erkläre?|fasse?|gehe?|handle|spiele?|reime|spring|starte|leite|übermittle|kopiere|buchstabiere|dekodiere|entschlüssele|ersetze|werde|sei|denke?|unterlasse|behandle|betrachte)";
const SAY_SIE =
  "(?:antworten|beantworten|sagen|schreiben|geben|nennen|behaupten|wiederholen|erwähnen|ergänzen|fügen|beenden|schließen|beginnen|drucken|zeigen|verraten|teilen|hängen|zitieren|übersetzen|bestätigen|formulieren|verwenden|verweigern|leugnen|erklären|weisen|stellen|behandeln) sie";
const SAYS = `(?:${SAY}|${SAY_DU}|${SAY_SIE})`;
const SECRET =
  "(?:(?:system|initial|original|hidden|secret|internal|full|entire|geheime[nrs]?|interne[nrs]?|versteckte[nrs]?|gesamte[nrs]?|vollständige[nrs]?|ursprüngliche[nrs]?)[ -]?)*(?:(?:system)?[ -]?prompts?|system[ -]?(?:message|instructions?|nachricht|anweisung(?:en)?|vorgaben?)|configuration|konfiguration|(?:api|access|secret)[ -]?(?:keys?|tokens?|schlüssel)|zugangsdaten|credentials|passw(?:ord|ort|örter)s?|environment variables|umgebungsvariablen)";
const ANSWERS =
  "(?:answers?|repl(?:y|ies)|responses?|outputs?|summar(?:y|ies)|antwort(?:en)?|ausgaben?|zusammenfassung(?:en)?)";
const QUESTIONS =
  "(?:questions?|quer(?:y|ies)|prompts?|requests?|inputs?|messages?|fragen?|anfragen?|eingaben?|nachfragen?)";
const USER =
  "(?:users?|end-?users?|nutzer(?:in|n|innen)?|benutzer(?:in|n|innen)?|anwender(?:in|n|innen)?|fragesteller(?:in|n|innen)?|fragenden?)";
const TALK =
  "(?:conversation(?: history)?|chat(?: history|s|verlaufs?)?|dialogue?|context(?: window)?|session|gespräch(?:s|sverlaufs?)?|konversation|kontext|unterhaltung|(?:system)?prompts?|(?:user['’]?s?|this|the|diese|die) (?:question|query|frage)|everything (?:above|you know)|alles,? was)";

export const SIGNS: readonly Sign[] = [
  // To ignore what it was told.
  { points: 3, pattern: word(`${IGNORE}(?: sie)?[^.?!]{0,50}?(?<!\\p{L})${WHICH}[^.?!]{0,40}?(?<!\\p{L})${TOLD}`) },
  { points: 2, pattern: opening(`${IGNORE}(?: sie)?[^.?!]{0,40}?(?<!\\p{L})(?:${TOLD}|${WHICH} ${RULES})`) },
  {
    points: 3,
    pattern: opening(
      `${IGNORE}(?: sie)? (?:(?:now|jetzt|bitte|please|einfach|completely|about) )*(?:everything|anything|all|alles|what|was)(?:,? (?:that )?(?:was |that )?(?:came |comes |stands |is |written |said )?(?:(?:up to|until|before|prior to|above|previously|davor|bisher|vorher|zuvor|oben|bis hierher)|you (?:were|have been|are|know|learned)|was (?:du|man dir|dir|sie|ihnen|davor|vorher|oben|bisher)))`,
    ),
  },
  {
    points: 3,
    pattern: word(
      `${WHICH} [^.?!]{0,30}?${TOLD}[^.?!]{0,30}?(?:void|invalid|cancell?ed|superseded|obsolete|overridden|revoked|no longer|do not apply|nichtig|hinfällig|ungültig|aufgehoben|widerrufen|überholt|gelten? (?:ab \\p{L}+ )?nicht|außer kraft|zu ignorieren|ignorieren|vergessen|missachten)`,
    ),
  },
  // What only a program has, or is asked for.
  { points: 3, pattern: word(`(?:your|dein(?:e[nrsm]?)?|ihre[nrsm]?) (?:own )?${SECRET}`) },
  { points: 3, pattern: opening(`${SAYS}(?: (?:me|us|mir|uns))?[^.?!]{0,40}?(?<!\\p{L})${SECRET}`) },
  {
    points: 3,
    pattern: opening(
      `${SAYS}[^.?!]{0,40}?(?<!\\p{L})(?:your|dein\\p{L}*|ihre[nrs]?|(?:the|die|den|all|alle|everything|text|words|alles) (?:above|previous|preceding|initial|obige[nrs]?|vorherige[nrs]?|bisherige[nrs]?))(?: [\\p{L}-]+){0,2} ?(?:${TOLD}|${RULES}|text|words|wörter|zeilen|lines|messages?|nachrichten)`,
    ),
  },
  {
    points: 2,
    pattern: word(
      "what (?:were|are) you (?:told|instructed|programmed)|was wurde (?:dir|ihnen) (?:\\p{L}+ )*(?:aufgetragen|vorgegeben|befohlen)|(?:text|words|everything|alles|text) (?:above|before) this (?:line|point|message)|(?:repeat|wiederhole) (?:the |die )?(?:words|wörter|text)",
    ),
  },
  {
    points: 1,
    pattern: word(
      `system[ -]?prompts?|jail-?break\\p{L}*|prompts?|${USER}|(?:your|deine[nrsm]?) (?:instructions?|anweisung(?:en)?|regeln|rules|training|knowledge|wissen)|your (?:task|job|role|purpose|mission) is|deine (?:aufgabe|rolle) ist`,
    ),
  },
  // Another role.
  {
    points: 3,
    pattern: word(
      `(?:you are|you['’]re|you become|du bist|sie sind|act as|behave (?:like|as)|pretend (?:to be|you are|that you are)|role-?play as|verhalte dich (?:wie|als)|verhalten sie sich (?:wie|als)|spiele? (?:die rolle|den|die|eine?n?)|tu(?:e)? so,? als (?:wärst|seist|ob)|handle als|agiere als|stell dir vor,? du (?:bist|wärst))(?: \\p{L}+){0,4}? (?:dan|${PROGRAM}|${HELPER}|unrestricted|uncensored|jailbroken|free of (?:all|any)|no longer bound|nicht (?:mehr|länger) (?:an|gebunden)|frei von (?:allen|jeder)|ohne (?:regeln|einschränkungen|beschränkungen|filter))`,
    ),
  },
  { points: 1.5, pattern: word("you are now|you will now|you are no longer") },
  {
    points: 2,
    pattern: word(
      "(?:from now on|from this point|henceforth|starting now|as of now),? (?:your (?:name|answer|reply|role|task)|act|answer|respond|reply|all (?:answers|replies)|every (?:answer|reply)|always)|(?:du bist|sie sind) (?:jetzt|nun|ab jetzt|ab sofort|fortan|nicht mehr)|(?:ab jetzt|ab sofort|von nun an|fortan|künftig) (?:bist|antworte|sprich|sprichst|wirst|heißt|schreibe?|sagst|gibst|nennst|musst|sollst|darfst) ?(?:du)?|act as (?:if|though|an? )|pretend (?:to be|you|that you)|role-?play|verhalte dich|spiele? die rolle|tu(?:e)? so,? als",
    ),
  },
  {
    points: 2,
    pattern: word(
      "(?:developer|dev|debug|god|admin(?:istrator)?|root|dan|jailbreak|unrestricted|sudo|override|test|diagnos(?:tic|e)|wartungs|entwickler|admin)[ -]?(?:mode|modus|override|access|zugriff|befehl|command)|do anything now|(?:system|security|safety|policy|admin)[ -]?override",
    ),
  },
  // Spoken to as a program.
  {
    points: 3,
    pattern: word(
      `(?:notes?|notice|messages?|instructions?|attention|memo|reminder|orders?|commands?|important|hinweise?|anweisung(?:en)?|nachricht(?:en)?|achtung|wichtig|befehle?|mitteilung(?:en)?|information(?:en)?|aufforderung|bitte)[,:]? (?:to|for|an|für)?[,:]? ?(?:all|any|every|each|alle|jede[ns]?|sämtliche)? ?(?:\\p{L}+ )?${PROGRAM}`,
    ),
  },
  {
    points: 2,
    pattern: word(
      `(?:notes?|notice|messages?|instructions?|attention|hinweise?|anweisung(?:en)?|nachricht(?:en)?|achtung|befehle?)[,:]? (?:to|for|an|für) (?:the|all|any|this|den|die|das|alle|jede[ns]?)? ?${HELPER}`,
    ),
  },
  {
    points: 3,
    pattern: new RegExp(
      `^\\W*(?:dear|hey|hello|hi|hallo|liebe[rs]?|attention|achtung|ok(?:ay)?) (?:\\p{L}+ )?(?:${PROGRAM}|${HELPER})(?!\\p{L})`,
      "iu",
    ),
  },
  { points: 2, pattern: new RegExp(`^\\W*(?:${PROGRAM}|assistant|assistent|bot)\\s*[,!](?!\\p{L})`, "iu") },
  {
    points: 3,
    pattern: word(
      `(?:${PROGRAM}|${HELPER}),? (?:reading|processing|parsing|summari[sz]ing|indexing|that (?:reads|read|processes|process)|(?:who|which) reads?|(?:die|der|das|welche[rs]?) (?:diese[nrs]?|das) [^.?!]{0,40}?(?:lies(?:t|en)|lesen|verarbeite[nt]|auswerte[nt]|zusammenfass(?:t|en)))`,
    ),
  },
  {
    points: 2,
    pattern: word(
      "(?:when|while|before|after|if you are|falls du|wenn du|während du|bevor du) (?:you )?(?:\\p{L}+ )?(?:process(?:ing)?|summari[sz](?:e|ing)|answer(?:ing)?|respond(?:ing)?|antwortest|zusammenfasst|verarbeitest|liest|beantwortest)(?: (?:to )?(?:this|the|any|diese[nrs]?|eine?|die) (?:\\p{L}+ )?(?:document|text|page|source|question|quer(?:y|ies)|dokument|quelle|seite|frage|user|nutzer))?",
    ),
  },
  {
    points: 1.5,
    pattern: word(
      `(?:as|als) (?:an? |eine? )?${PROGRAM}[^.?!]{0,20}?(?:you|du|sie|must|should|musst|sollst|darfst)|(?:${PROGRAM}|${HELPER}) (?:must|should|shall|has to|have to|need to|is required to|are required to|muss|müssen|soll|sollen|sollte|hat|haben)`,
    ),
  },
  // To say something.
  {
    points: 2,
    pattern: opening(
      `(?:${SAYS})(?: [\\p{L}'’-]+){0,4}? (?:"|“|„|'|‘|«|»|:|the (?:exact |following |single |magic |secret |code ?)*(?:words?|phrase|string|token|code ?word|sentence|text|letters?|marker|tag)|(?:das|die|den|dem|der|mit dem) (?:genaue[nrs]? |folgende[nrs]? |einzige[nrs]? |geheime[nrs]? )*(?:wort|wörter[n]?|satz|text|codewort|code-?wort|kennwort|losungswort|zeichenfolge|zeichenkette|ausdruck|markierung|buchstaben?))`,
    ),
  },
  {
    points: 2,
    pattern: new RegExp(
      opening(`(?:${SAYS})`).source +
        "[^.?!]{0,60}?(?-i:(?<![\\p{L}\\p{N}])(?:[A-ZÄÖÜ]{3,}[-_ ]?\\d{2,}|[A-ZÄÖÜ]{3,}(?:[-_][A-ZÄÖÜ0-9]{2,})+|[A-ZÄÖÜ]{6,}))".replace(
          "(?-i:",
          "(?:",
        ),
      "u",
    ),
  },
  {
    points: 1.5,
    pattern: new RegExp(
      `^\\W*(?:(?:und|dann|jetzt|nun|bitte|danach|zuerst|stattdessen|sondern|also) )*${SAY_DU}(?!\\p{L}| (?:ich|er|sie|es|wir|ihr|man)(?!\\p{L}))`,
      "iu",
    ),
  },
  {
    points: 1,
    pattern: opening(
      `(?:say|reply|respond|answer|output|print|repeat|echo|recite|pretend|claim|assert|${SAY_SIE})(?!\\p{L}| (?:is|was|to|of|in|from)(?!\\p{L}))`,
    ),
  },
  {
    points: 1,
    pattern: opening(
      `${SAYS}[^.?!]{0,30}?(?<!\\p{L})(?:only|exactly|just|nothing but|nothing else|verbatim|always|never|ausschließlich|nur|genau|exakt|wörtlich|stets|immer|niemals|sonst nichts|nichts anderes|nichts außer|that|dass|with|mit)`,
    ),
  },
  {
    points: 3,
    pattern: opening(
      `(?:tell|inform|convince|assure|warn|advise|persuade|ask|teile?|sage?|informiere|überzeuge|versichere|rate|frage)(?: sie)? (?:the|any|every|each|all|this|dem|den|der|allen|jede[mnr]|diese[mnr]) (?:\\p{L}+ )?(?:${USER}|reader|leser(?:n|in)?|person asking|asker)`,
    ),
  },
  {
    points: 2,
    pattern: word(
      `(?:in|into|to|at the (?:very )?(?:end|start|beginning|top|bottom) of|with|within|before|after|in|an|ans ende|am ende|zu beginn|am anfang|mit|unter|vor|nach)?\\s?(?:your|each|every|all|any|deine[nrsm]?|jede[nrsm]?|alle[nrsm]?|ihre[nrsm]?) (?:(?:final|next|own|further|single|following|nächste[nrsm]?|weitere[nrsm]?|künftige[nrsm]?|folgende[nrsm]?|gesamte[nrsm]?) )?${ANSWERS}`,
    ),
  },
  {
    points: 2,
    pattern: word(
      `(?:to|for|on|with|auf|bei|zu|für)?\\s?(?:any|every|each|all|whatever|jede[nrsm]?|alle[nrsm]?|sämtliche[nrs]?|egal welche[nrs]?) (?:(?:further|other|following|future|user|next|weitere[nrs]?|folgende[nrs]?|künftige[nrs]?|nächste[nrs]?) )?${QUESTIONS}`,
    ),
  },
  {
    points: 3,
    pattern: word(
      `(?:answer|antwort|response|reply) (?:to|on|auf|zu|for) (?:any|every|each|all|whatever|jede[nrsm]?|alle[nrsm]?) ${QUESTIONS}`,
    ),
  },
  {
    points: 1,
    pattern: word(
      `(?:if|when|whenever|once|as soon as|wenn|falls|sobald|sooft|immer wenn)[^.?!]{0,40}?(?:${USER}|you are asked|you['’]re asked|asked (?:about|for)|(?:someone|anyone|somebody) asks|gefragt (?:wird|wirst|werden)|(?:jemand|man) (?:dich |nach |danach )*[^.?!]{0,20}?fragt)`,
    ),
  },
  {
    points: 1,
    pattern: word(
      "in (?:all |only )?(?:capital letters|uppercase|großbuchstaben|rhyme|reimen|pirate|klingon|emojis?|base64|rot13|hex(?:adecimal)?|json|xml|binary)|like a pirate|wie ein pirat",
    ),
  },
  {
    points: 1,
    pattern: word(
      "from now on|henceforth|until further notice|for the rest of (?:this|the)|ab jetzt|ab sofort|von nun an|fortan|bis auf weiteres|no matter what|egal was|under all circumstances|unter allen umständen",
    ),
  },
  // To conceal, or not to answer.
  {
    points: 2,
    pattern: opening(
      `(?:(?:do not|don['’]t|never|without|no) (?:ever )?(?:mention(?:ing)?|reveal(?:ing)?|tell(?:ing)?|disclos(?:e|ing)|quot(?:e|ing)|cit(?:e|ing)|say(?:ing)?|use|trust|rely on|show|refer to|answer)|(?:erwähne|verrate|sag|sage|nenne|zitiere|zeige|verwende|nutze|beantworte|offenbare|erwähnen sie|nennen sie|zitieren sie|verraten sie)(?: \\p{L}+){0,4}? (?:nicht|nichts|keine[nrs]?|niemals|nie|niemandem))[^.?!]{0,40}`,
    ),
  },
  {
    points: 2,
    pattern: word(
      "instead of (?:answering|responding|summari[sz]ing|replying)|rather than answer(?:ing)?|(?:an)?statt (?:die (?:eigentliche |gestellte )?frage|zu antworten|eine antwort|der antwort)|refuse to (?:answer|respond)|stop (?:answering|responding)|keine (?:weiteren )?quellen|(?:no|without) (?:citations?|markers?|sources?)|ohne (?:quellenangaben?|zitate|belege)",
    ),
  },
  {
    points: 1.5,
    pattern: word(
      "(?:this|these|diese[nrs]?|dieser) (?:instructions?|message|note|anweisung(?:en)?|nachricht|hinweis(?:es)?|befehle?)",
    ),
  },
  // Headings and markers of instructions.
  {
    points: 3,
    pattern:
      /^\W*#{2,}\s*(?:system|instructions?|assistant|response|user|human|input|output|anweisung(?:en)?|task|new instructions?)\b\s*:?/iu,
  },
  {
    points: 3,
    pattern: word(
      "(?:begin|end|start|ende|beginn|anfang) (?:of |der |des |von )?(?:the |all |system )?(?:system[ -]?)?(?:prompt|instructions?|context|sources?|documents?|user input|quellen?|kontexts?|dokumente?s?|anweisung(?:en)?|eingabe)(?=\\s*(?:$|[-=\\]>#*:.]))",
    ),
  },
  {
    points: 2.5,
    pattern: word(
      "(?:new|updated|additional|hidden|secret|special|priority|overriding|neue|aktualisierte|zusätzliche|geheime|versteckte|vorrangige|übergeordnete)[nrs]? (?:system )?(?:instructions?|tasks?|directives?|commands?|orders?|prompts?|anweisung(?:en)?|aufgaben?|befehle?|instruktion(?:en)?)(?= ?(?:[:–-]|$))",
    ),
  },
  { points: 1.5, pattern: /^\W*(?:instructions?|anweisung(?:en)?|befehl|command|task|aufgabe|override|prompt)\s*:/iu },
  {
    points: 3,
    pattern:
      /(?:^|[\s>\])}.])[[(<*_]*(?:system|developer|admin|root)[ -_]?(?:prompt|message|override|instructions?|note|command|nachricht|anweisung(?:en)?|hinweis|befehl|update)[\])>*_]*\s*:/iu,
  },
  {
    points: 1.5,
    pattern:
      /(?:^|[\n>\])}.!?"“”|])\s*[[(<*_]*(?:system|assistant|user|human|developer|bot|tool|admin|root|assistent|nutzer|benutzer)[\])>*_]*\s*[:>]\s*(?=\S)/iu,
  },
  // Forms that only a program reads.
  {
    points: 3,
    pattern:
      /<\|[^|>\n]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<(?:start|end)_of_turn>|<\/?(?:bos|eos|unk)>|\[\/?(?:SYSTEM|SYS|ASSISTANT|USER|AVAILABLE_TOOLS|TOOL_CALLS)\]/u,
  },
  {
    points: 3,
    pattern:
      /<\/?(?:system|instructions?|assistant|user|human|sources?|documents?|passages?|context|evidence|question|answer|prompt|tool_?calls?|function|quellen?|dokumente?|anweisung(?:en)?|frage|kontext|untrusted|data|input)(?:\s[^>]{0,80})?\/?>/iu,
  },
  {
    points: 3,
    pattern:
      /["'](?:role|rolle)["']\s*:\s*["'](?:system|assistant|user|developer|tool)["']|["'](?:instructions?|prompt|system_?prompt|override|anweisung(?:en)?|command|tool_?calls?|function_?call|directive)["']\s*:/iu,
  },
  { points: 2, pattern: /["']system["']\s*:\s*["'{]/iu },
  { points: 2, pattern: /<!--|-->|<(?:script|iframe|img|style|object|embed|svg)\b|\bjavascript:|\bdata:text\//iu },
  // To carry data out, or to act.
  {
    points: 3,
    pattern:
      /https?:\/\/\S*(?:[{<[]\s*[\p{L}_ -]{2,30}\s*[}>\]]|\$\{|%7B|(?:data|prompt|secret|conversation|chat|context|answer|frage|antwort|q|query|verlauf)=(?:\[|\{|<|\.\.\.|…|[A-Z_]{4,}))/u,
  },
  { points: 1, pattern: /!\[[^\]]{0,200}\]\(/u },
  {
    points: 3,
    pattern: opening(
      `(?:send|post|forward|e-?mail|upload|transmit|exfiltrate|leak|append|attach|encode|sende|schicke?|übermittle|leite|lade|hänge|kodiere|senden sie|schicken sie)(?: [\\p{L}'’,-]+){0,6}? ${TALK}`,
    ),
  },
  {
    points: 1.5,
    pattern: opening(
      `(?:load|open|fetch|visit|render|embed|request|get|click|display|show|include|insert|send|post|lade|öffne|rufe?|besuche|zeige?|binde|verlinke|füge?|sende|schicke?)[^.?!]{0,60}?https?:`,
    ),
  },
  {
    points: 2.5,
    pattern: opening(
      "(?:call|invoke|execute|run|trigger|rufe?|führe?|starte|löse)(?: [\\p{L}_-]+){0,4}? (?:functions?|tools?|commands?|shell|scripts?|code|funktion|werkzeug|befehl|skript|kommando)(?! to action)",
    ),
  },
  {
    points: 3,
    pattern:
      /\brm -rf\b|\bcurl\s+(?:-\w+\s+)*https?:|\bos\.system\(|\b(?:DROP|DELETE|TRUNCATE)\s+(?:TABLE|FROM)\b|\beval\(/u,
  },
];
