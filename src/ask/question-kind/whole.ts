import { type AskingPattern, toldBy } from "./pattern.js";

const COLLABORATION =
  "\\p{L}*(?:kooperation|zusammenarbeit|partnerschaft|vereinbarung|abkommen|vertrag|projekt|vorhaben|collaboration|cooperation|partnership|agreement|project|deal)";

/** What a document or a collaboration is about as a whole. */
export const OVERVIEW_PATTERNS: readonly AskingPattern[] = [
  toldBy(
    "overview",
    "worum (?:geht|ging|handelt) es|worum geht['’]?s|um was (?:geht|handelt) es|wovon (?:handelt|handeln)|wovon ist die rede",
    "fass(?:e|en sie)?(?: mir)?(?: bitte)?(?: \\S+){1,12}? (?:kurz )?zusammen(?=[.!? ]*$)|(?:eine |kurze |kurz )*zusammenfassung|zusammengefasst",
    "(?:einen |kurzen |ein )*überblick(?= (?:über|zu|zur|zum))|stell(?:e|en sie)?(?: mir)?(?= .* vor[.!? ]*$)",
    "erzähl(?:e|en sie)?(?: mir| uns)?(?: bitte)?(?: etwas| mehr| was)? (?:über|von|zu|zur|zum)",
    "was (?:weißt du|wissen sie|weiß man|wissen wir|steht) (?:über|zu|zur|zum|von)(?! (?:diese|jene)\\p{L}* \\p{L}+ (?:über|zu))",
    `beschreib(?:e|en sie)?(?: mir)?(?: bitte)? (?=.*${COLLABORATION})|^(?:please )?describe (?=.*${COLLABORATION})`,
    "informationen (?:über|zu|zur|zum)|information (?:about|on)",
    "what(?:['’]?s| is| are| was| were) (?:.{1,120} )?(?:all )?about(?=[?!. ]*$)",
    "tell (?:me|us) (?:more |something |a bit |a little )?(?:about|of)|(?:give|show) (?:me |us )?(?:an? )?(?:short |brief |quick )*(?:overview|summary)",
    "^(?:please )?(?:summari[sz]e|sum up|outline)|(?:^|a |an |short |brief )(?:summary|overview) (?:of|on)|what (?:do|can) (?:you|we) (?:know|say) about",
    "(?:the |a )?(?:gist|essence|key (?:points?|facts)|main points|short version|highlights|essentials|rundown|lowdown) (?:of|on|about)",
    "(?:das wichtigste|das wesentliche|die (?:kern|eck|haupt)punkte|(?:die |eine )?kurz(?:fassung|version)|die essenz) (?:zu|zur|zum|über|aus|der|des|von|vom)",
    "(?:bring|catch) me up (?:to speed )?(?:on|about)|fill me in (?:on|about)|(?:bring|bringe) mich auf den (?:neuesten |aktuellen )?stand",
    "what(?:['’]?s| is| was) the (?:story|deal|news) (?:with|behind|about|on)|was hat es mit .* auf sich",
    "^what (?:exactly )?(?:are|is) (?=.* up to[?!. ]*$)|^(?:was|what) (?:treiben|machen) (?=.* (?:miteinander|zusammen|gemeinsam)[?!. ]*$)",
    `what happens in (?=.*${COLLABORATION})|was passiert (?:in|bei) (?=.*${COLLABORATION})`,
  ),
];

const ASKING =
  "^(?:und |and )?(?:was|worin|wodurch|inwiefern|inwieweit|wie|what|how|in what|in which|to what)(?!\\p{L}).*";

/** How two things differ, or what they have in common. */
export const COMPARISON_PATTERNS: readonly AskingPattern[] = [
  toldBy(
    "comparison",
    `${ASKING}(?<!\\p{L})(?:unterscheide[nt]|unterschied|unterschieden|unterschiedlich|verschieden|anders als)`,
    `${ASKING}(?<!\\p{L})(?:differs?|differed|differences?|different from|different to|different than|distinguish(?:es)?|in common|similarities|alike|similar)`,
    "^(?:und )?was (?:haben|hatten|verbindet) .*(?:gemeinsam|gemein)(?=[?!. ]*$)",
    "(?:unterschiede?|gemeinsamkeiten|vergleich|differences?|similarities|comparison|parallelen) (?:zwischen|von|between|of)",
    "^(?:bitte |please )?(?:vergleich(?:e|en sie)?|compare|contrast)|welche (?:unterschiede|gemeinsamkeiten|parallelen)|(?:what|which) (?:differences|similarities)",
    "^(?:wie|inwiefern) (?:hat|haben|hatte|hatten) sich .*(?:entwickelt|verändert|geändert)(?=.*(?:zwischen|von|seit|19|20)|[?!. ]*$)",
    "^how (?:did|has|have) .*(?:change|changed|develop|developed|evolve|evolved|grow|grown)(?=.*(?:between|from|since|to))",
    "welche[rsnm]? (?:der|von den|dieser) beiden|which of the two|(?:welche[rsn]?|which) .{3,120}: ?.{3,} (?:oder|or) ",
    "^(?:wer|welche[rs]?|who|which)(?!\\p{L}).*(?<!\\p{L})(?:mehr|weniger|höhere[nrs]?|größere[nrs]?|more|fewer|higher|larger|bigger|greater)(?!\\p{L}).* (?:oder|or) ",
    "im vergleich|verglichen mit|im unterschied|im gegensatz|compared (?:to|with)|in comparison|by comparison|in contrast",
  ),
];
