import type { Language } from "../contracts/document.js";

/*
 * Function words, in folded spelling (`fold`): articles, pronouns, prepositions, conjunctions, auxiliary and modal verbs,
 * question words, and particles. They carry no topic, start sentences, and tell the two languages apart.
 */

const GERMAN = `
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich man selbst selber
mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines
ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer
dieser diese dieses diesen diesem dies jener jene jenes jenen jenem jeder jede jedes jeden jedem alle allen aller alles
welcher welche welches welchen welchem solche solcher solches solchen derer deren dessen denen
derselbe dieselbe dasselbe derjenige diejenige diejenigen
wer was wann wo wie warum weshalb wieso wozu wem wen wessen woher wohin woran worauf woraus wobei wodurch wofuer womit
worin worueber wovon wieviel wieviele
in im an am auf aus bei beim mit nach von vom vor zu zum zur fuer durch gegen ohne um unter ueber bis seit waehrend
wegen trotz statt zwischen hinter neben ab ins ans aufs innerhalb ausserhalb gegenueber laut pro je sowie bezueglich
und oder aber sondern denn doch dass weil wenn als ob damit obwohl sowohl weder noch entweder falls sofern indem nachdem
bevor sobald solange
nicht nur auch schon sehr so da dort hier dann nun jetzt eben etwa fast immer wieder mehr wird bereits dabei dadurch dafuer
dagegen daher dahin danach daneben daran darauf daraus darin darueber darum darunter davon davor dazu deshalb deswegen
hierbei hierfuer hiermit zudem ausserdem ferner ebenfalls ebenso jedoch dennoch zwar ja nein mal bitte gerne heute
bin bist ist sind seid war waren warst wart gewesen sei seien waere waeren werde werden wirst wurde wurden worden geworden
wuerde wuerden habe hast hat haben habt hatte hatten gehabt haette haetten
kann kannst koennen koennt konnte konnten koennte koennten muss musst muessen musste mussten muesste
soll sollst sollen sollte sollten will willst wollen wollt wollte wollten darf duerfen durfte durften duerfte
mag moegen moechte moechten lassen laesst es gibt gab
etwas nichts jemand niemand einige einiger einigen manche mancher viele vieler vielen viel wenig wenige beide beiden beider
andere anderen anderer anderes weitere weiteren weiterer weiteres
`;

const ENGLISH = `
a an the this that these those
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
myself yourself himself herself itself ourselves themselves one ones
who whom whose which what when where why how
in on at by for with from to of off into onto over under about above below between among through during before after
since until till within without against across along around toward towards upon per via as than like
and or but nor so yet if because although though while whereas unless whether
not no yes only also too very just even still already then there here now again ever never always often
however therefore moreover furthermore thus hence
am is are was were be been being do does did doing done have has had having
can could will would shall should may might must ought cannot
don doesn didn isn aren wasn weren hasn haven hadn wouldn couldn shouldn
all any both each every either neither few many much more most some such several other others another own same
someone anyone everyone nobody something anything everything nothing
up down out please tell
`;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: wordSet(GERMAN),
  en: wordSet(ENGLISH),
};

/** By language, its words that look like function words of the other one. */
const MEANINGFUL: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: wordSet("still"),
  en: wordSet("die dies war man hat bin den fast gab nun pro"),
};

/** True for a function word of the other language, in a sentence that mixes both: "Wer is the director?" */
export function isStopWordOfOther(folded: string, language: Language): boolean {
  return STOP_WORDS[language === "de" ? "en" : "de"].has(folded) && !MEANINGFUL[language].has(folded);
}

/** True for a function word of the language, of either one where it is null. `folded` is in `fold`'s spelling. */
export function isStopWord(folded: string, language: Language | null): boolean {
  if (language !== null) return STOP_WORDS[language].has(folded);
  return STOP_WORDS.de.has(folded) || STOP_WORDS.en.has(folded);
}
