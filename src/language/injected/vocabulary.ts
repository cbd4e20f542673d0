/*
 * Words of the signs by which a command to a program is told, as sources of patterns, German and English. Verbs are
 * imperatives.
 */

/** What cannot be but a program that reads. */
export const PROGRAM =
  "(?:(?:an? |the |eine? |die |das |den )?(?:large |große[ns]? )?(?:ais?|kis?|llms?|(?:ai|ki|sprach|language|chat)[ -]?(?:models?|modelle?[ns]?|assistant\\w*|assistent\\w*|systeme?[ns]?|systems?|agent\\w*|bots?|tools?)|chat-?bots?|chatgpt|gpt(?:-?\\d\\w*)?|claude|gemini|copilot|crawlers?|summari[sz]ers?))";

/** What may be one, and may be a person or a machine. */
export const HELPER = "(?:assistants?|assistent(?:en|in|innen)?|models?|modelle?n?|bots?|systeme?n?|systems?)";

/** What programs are given to follow. */
export const ORDERS =
  "(?:(?:system|ur|start|initial|original|basis)?[ -]?(?:prompts?|instructions?|instruktion(?:en)?|anweisung(?:en)?|direktiven?|directives?|commands?|befehle?n?)|system[ -]?(?:message|nachricht|vorgaben?|regeln|rules?)|guard-?rails?|guidance|programming|programmierung)";

/** What people are given to follow too, and what a program answers from. */
export const RULES =
  "(?:[\\p{L}-]*(?:rules?|regeln?|guidelines?|richtlinien?|vorgaben?|constraints?|restrictions?|polic(?:y|ies)|limits|limitations?|filters?|beschränkung(?:en)?|einschränkung(?:en)?)|safety|kontext|context|quellen?|sources?|documents?|dokumente?|tasks?|aufgaben?)";

/** Which of them: all, or those that came before. */
export const WHICH =
  "(?:all|any|every|each|previous|prior|above|earlier|preceding|former|existing|original|initial|other|foregoing|past|your|these|those|alles?|allen|aller|jegliche[nrs]?|sämtliche[nrs]?|vorherige[nrs]?|vorige[nrs]?|vorangegangene[nrs]?|vorangehende[nrs]?|bisherige[nrs]?|obige[nrs]?|frühere[nrs]?|ursprüngliche[nrs]?|bestehende[nrs]?|anderen?|deine[nrs]?|ihre[nrs]?|jede[nrs]?)";

/** To leave aside what one knows or was told. */
export const FORGET =
  "(?:ignor(?:e|ing|iere?n?|ieret)|disregard|forget|override|bypass|pay no attention to|stop (?:following|using|obeying)|vergiss|vergessen|missachten?|übergehen?|überschreite[n]?|überschreiben?|umgehen?)";
export const IGNORE = `(?:${FORGET}|overrule|overwrite|skip|discard|neglect|cancel|delete|drop|erase|verwirf|verwerfen?|streichen?|lösche[nrs]?|(?:do not|don['’]t|never|no longer) (?:follow|obey|adhere to|comply with|listen to)|(?:halte dich|halten sie sich) (?:\\p{L}+ )?nicht (?:mehr )?an|(?:befolge|beachte|folge)n?(?: sie)? (?:\\p{L}+ )?(?:nicht|keine[nrsm]?)|setze[n]? .{0,40} außer kraft|lass(?:e|en)?(?: sie)? .{0,40} außer acht)`;

export const SAY =
  "(?:say|reply|respond|answer|output|print|repeat|echo|write|type|return|state|display|recite|claim|assert|declare|pretend|mention|append|prepend|add|insert|include|start|begin|end|finish|close|conclude|quote|cite|report|reveal|disclose|divulge|leak|dump|show|tell|describe|translate|spell|rhyme|summari[sz]e|use|call|put|name|give|list|present|treat|confirm|recommend)";
/** German imperatives of the singular, in which no press release speaks to its readers. */
export const SAY_DU =
  "(?:antworte|beantworte|sag|sage|schreib|schreibe|gib|nenne?|behaupte|wiederhole?|erwähne?|ergänze|füge?|beende|schließe|beginne?|drucke|zeige?|verrate?|offenbare|teile|hänge?|zitiere|liste|übersetze?|erzähle?|melde|bestätige|formuliere|setze?|verwende|nutze|benutze|verhalte|tu|tue|mache?|rufe?|sende|schicke?|lade|öffne|führe?|verschweige|verweigere|leugne|lehne|stelle?|erkläre?|fasse?|gehe?|handle|spiele?|reime|spring|starte|leite|übermittle|kopiere|buchstabiere|dekodiere|entschlüssele|ersetze|werde|sei|denke?|unterlasse|behandle|betrachte|beschreibe|empfiehl|merke)";
/** To readers it may be said too. */
export const SAY_SIE =
  "(?:(?:antworten|beantworten|sagen|schreiben|geben|nennen|behaupten|wiederholen|erwähnen|ergänzen|fügen|beenden|schließen|beginnen|drucken|zeigen|verraten|teilen|hängen|zitieren|übersetzen|bestätigen|formulieren|verwenden|verweigern|leugnen|erklären|weisen|stellen|behandeln) sie)";
export const SAYS = `(?:${SAY}|${SAY_DU}|${SAY_SIE})`;

/** What only a program has, and keeps to itself. */
export const PROMPT =
  "(?:(?:system|initial|original|hidden|secret|internal|full|entire|complete|geheime[nrs]?|interne[nrs]?|versteckte[nrs]?|gesamte[nrs]?|vollständige[nrs]?|ursprüngliche[nrs]?)[ -]?)*(?:(?:system)?[ -]?prompts?|system[ -]?(?:message|instructions?|nachricht|anweisung(?:en)?|vorgaben?)|configuration|konfiguration|(?:api|access|secret)[ -]?(?:keys?|tokens?|schlüssel)|environment variables|umgebungsvariablen)";

/** What a program gives, and what it is given. */
export const ANSWERS =
  "(?:answers?|repl(?:y|ies)|responses?|outputs?|summar(?:y|ies)|antwort(?:en)?|ausgaben?|zusammenfassung(?:en)?)";
export const QUESTIONS =
  "(?:questions?|quer(?:y|ies)|prompts?|requests?|inputs?|messages?|fragen?|anfragen?|eingaben?|nachfragen?)";
export const ALL = "(?:any|every|each|all|whatever|jede[nrsm]?|alle[nrsm]?|sämtliche[nrs]?|egal welche[nrs]?)";

export const USER =
  "(?:users?|end-?users?|nutzer(?:in|s|n|innen)?|benutzer(?:in|s|n|innen)?|anwender(?:in|n|innen)?|fragesteller(?:in|n|innen)?|fragenden)";

/** What was said in a conversation with a program. */
export const TALK =
  "(?:conversation(?: history)?|chat(?: history|s|verlaufs?)?|dialogue?|context(?: window)?|gespräch(?:s|sverlaufs?)?|konversation|kontext|unterhaltung|(?:system)?prompts?|(?:user['’]?s?|this|the|diese|die) (?:question|query|frage)|everything (?:above|you know))";
