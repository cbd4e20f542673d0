/*
 * What tells names from other capitalised words, German and English. Lists hold what is common, not what any corpus names.
 */

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Academic titles and forms of address, lower case, without dots. */
export const TITLES = wordSet(`
herr herrn frau mr mrs ms miss sir dame lady lord
dr prof professor professorin pd privatdozent privatdozentin univ univ.-prof priv-doz dipl-ing dipl-inf mag ing dott
doktor reverend rev
`);
/** What may stand between titles and name: "Dr. med.", "Dr. h. c. mult.". */
export const TITLE_TAILS = wordSet("med rer nat phil jur dent vet oec pol habil mult h c hc univ ing apl sc");

/** Tokens that make a sequence an organisation, wherever they stand in it; folded spelling. */
export const ORGANISATION =
  /(?:klinik(?:um|en|ums)?|krankenhaus(?:es)?|universitaet|universitaetsmedizin|hochschule|institut(?:s|es)?|zentrum(?:s)?|stiftung|gesellschaft|verband|ministerium(?:s)?|akademie|fakultaet|krankenkasse|krebshilfe|medizin)$|^(?:hospitals?|clinics?|university|college|institutes?|school|cent(?:er|re)s?|foundation|health.*|medicine|medical|pharma.*|laborator(?:y|ies)|labs?|society|association|ministry|department|agency|authority|council|group|corporation|company|technolog(?:y|ies)|systems|solutions|sciences?|therapeutics|diagnostics|bank|trust|ag|gmbh|ggmbh|kg|kgaa|se|inc|ltd|llc|corp|plc)$/;

/** Between the capitalised words of an organisation: "Institute of Health", "Klinik für Radiologie". */
export const ORGANISATION_LINKS = wordSet("of for für fuer zu");
export const DESCRIBES = wordSet("for für fuer");
/** Between the words of a person's name. */
export const PERSON_PARTICLES = wordSet("von van de der den di da le la zu zur vom del della dos ter ten");
/** After the "am" of a place: "Frankfurt am Main". */
export const WATERS = wordSet("main rhein neckar inn lech see bodensee ammersee starnberger harz");

/** Capitals that name no one: techniques, positions, formats. */
export const COMMON_ABBREVIATIONS = wordSet(`
ki ai it hr pr tv fy gj ceo cfo cto cio coo cmo pc pdf faq usb gps ok ct mrt mri pet dna rna hiv url api app vr ar id nr co
`);

/** Endings of German common nouns and, at the start of a sentence, of adjectives. */
export const COMMON_NOUN =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|innen|ierung|enzen|patienten|menschen|kinder|kindern)$/i;
export const ADJECTIVE =
  /^(?:neue|große|kleine|gute|erste|zweite|dritte|seltene|moderne|hohe|junge|alte|offene|bessere|viele|mehrere|starke|enge|frühe|späte|ganze)[rsnm]?$|(?:isch|lich|ig|sam|ell|iv|al|bar|los|iert|end|är|haft|reich|voll)e[rsnm]?$/i;

/** Frequent German nouns that stand beside a name without being part of it, lower case. */
export const BESIDE_NAMES = wordSet(`
zugang zugriff kollege kollegen kollegin kolleginnen name namen teil teile teils ende anfang mitglied mitglieder region großraum
raum standort standorte stadt land bundesland hauptstadt landkreis partner partnern partnerin konzern konzerns firma unternehmen
unternehmens hersteller anbieter marke produkt produkte projekt projekts programm programms team teams thema ziel beispiel frage
beitrag hilfe vertrag vertrags bericht berichts studie forscher forscherin experte experten expertin ärzte ärztinnen patient
patientin mitarbeiter beschäftigte betten kaiser könig prinz general offizier autor autorin tod wirkstoff app apps software plattform system systeme gerät geräte verfahren methode
umsatz gewinn budget kosten preis preise aktie aktienkurs kurs laufzeit dauer vertragsdauer vertragslaufzeit mitarbeiterzahl
beschäftigtenzahl bettenzahl patientenzahl anzahl zahl zahlen adresse telefonnummer kontakt gründungsjahr sitz hauptsitz ziele
strategie vorstand
`);

/** Folded; words that measure, so that "Milliarden Euro" is no name. */
export const MEASURES = wordSet(`
million millionen milliarde milliarden billion billionen tausend hundert euro euros dollar franken prozent jahr jahre jahren
jahrzehnt jahrzehnte jahrzehnten monat monate monaten woche wochen tag tage tagen stunde stunden minute minuten
`);

export const CALENDAR_WORDS = wordSet(`
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
`);

/** Folded. Countries, German states, large cities; the rest is known by ending and preposition. */
export const PLACES = wordSet(`
deutschland germany oesterreich austria schweiz switzerland frankreich france italien italy spanien spain polen poland
niederlande netherlands belgien belgium daenemark denmark schweden sweden norwegen norway finnland finland england
schottland scotland irland ireland grossbritannien britain europa europe amerika america afrika africa asien asia
china japan indien india australien australia kanada canada brasilien brazil mexiko mexico tuerkei turkey ukraine
usa us uk eu bayern bavaria sachsen saxony niedersachsen hessen hesse thueringen thuringia brandenburg saarland
westfalen rheinland pfalz berlin hamburg bremen muenchen munich koeln cologne frankfurt stuttgart duesseldorf leipzig
dresden hannover hanover nuernberg nuremberg dortmund essen bonn mainz kiel ulm jena erlangen heidelberg freiburg
wien vienna zuerich zurich basel bern genf geneva london paris rom rome madrid lissabon lisbon amsterdam bruessel brussels
kopenhagen copenhagen stockholm oslo helsinki warschau warsaw prag prague budapest moskau moscow kiew kyiv istanbul
tokio tokyo peking beijing shanghai singapur singapore sydney toronto boston chicago philadelphia houston seattle atlanta
california kalifornien texas florida illinois
`);
export const PLACE_ENDING =
  /(?:burg|heim|hausen|furt|dorf|ingen|muenster|hagen|kirchen|brueck|sachsen|weiler|berg|hafen|rode)$/;
export const PLACE_PREPOSITIONS = wordSet("in aus nach bei from near");

/** Frequent given names, folded: they make two capitalised words a person without a title. */
export const GIVEN_NAMES = wordSet(`
alexander alexandra alfred alice amelia amy andrea andreas andrew angela anja anke anna anne annette anthony antje anton
arthur astrid axel barbara beate ben benjamin bernd bernhard bettina birgit björn bjoern brian brigitte bruno carl carla
carmen carol carolin caroline catherine charles charlotte christa christian christiane christina christine christoph
christopher clara claudia claus cornelia daniel daniela david dennis diana dieter dirk dominik donald dorothea eberhard
edward elena elisabeth elizabeth elke ella emil emily emma eric erich erik ernst eva felix florian frank franz franziska
frederick friedrich gabriele gary george georg gerd gerhard gert gisela grace gregor günter guenter günther guenther hannah
hannes hans harald harry heidi heike heiko heinrich heinz helen helena helga helmut henry herbert hermann holger horst ian
ines inga ingo ingrid irene isabel jack jakob james jan jana jane janet jason jean jennifer jens jessica joachim joan
jochen joerg jörg johann johanna johannes john jonas jonathan jonas joseph josef judith julia julian juliane jürgen
juergen jutta kai karen karin karl karsten katharina katherine kathrin katja katrin kenneth kerstin kevin klaus konrad
kristin kurt lars laura lea lena leon leonie linda lisa lothar louis lucas lucy ludwig luisa lukas maike manfred manuel
manuela marcel marco marcus margaret maria marie mario marion mark markus marlene martha martin martina mary matthew
matthias max maximilian melanie michael michaela michelle monika moritz nadine nancy nathalie nicholas nicola nicole nils
nina nora norbert olaf oliver oskar otto patricia patrick paul paula peter petra philip philipp rachel rainer ralf ralph
raymond rebecca regina renate richard robert robin roland rolf ronald rosa rudolf ruth ryan sabine samuel sandra sara
sarah sascha sebastian silke silvia simon simone sofia sonja sophia sophie stefan stefanie stephan stephanie stephen
steven sue susan susanne sven sylvia tanja theresa thomas thorsten tim timothy tina tobias tom torsten udo ulrich ulrike
ursula ute uwe vanessa vera verena veronika victor victoria viktor volker walter werner wilhelm william wolfgang yvonne
`);
