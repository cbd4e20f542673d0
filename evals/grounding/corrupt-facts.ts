import type { Corruption } from "./corrupt.js";
import type { GoodSentence } from "./grounding-set.js";
import { choose } from "./pick.js";

type Made = readonly (readonly [Corruption, string])[];
type Replacements = Readonly<Record<GoodSentence["language"], readonly (readonly [RegExp, string])[]>>;

function firstOf(kind: Corruption, rules: Replacements): (good: GoodSentence) => Made {
  return ({ text, language }) => {
    const found = rules[language].find(([pattern]) => pattern.test(text));
    return found === undefined ? [] : [[kind, text.replace(found[0], found[1])]];
  };
}

export const changeRole = firstOf("role", {
  de: [
    [/\bVorstandsvorsitzender\b/u, "Finanzvorstand"],
    [/\bCEO\b/u, "CFO"],
    [/\bals Direktorin\b/u, "als Sprecherin"],
    [/\bGeschäftsführer\b/u, "Aufsichtsratsvorsitzender"],
    [/\bChefärztin\b/u, "Pflegedirektorin"],
    [/\bist Professor an\b/u, "ist Dekan an"],
    [/\bProfessorin\b/u, "Sprecherin"],
  ],
  en: [
    [/\bchairs the Executive Board\b/u, "chairs the Supervisory Board"],
    [/\bChairman of the Executive Board\b/u, "Chairman of the Supervisory Board"],
    [/\bCEO\b/u, "CFO"],
    [/\bmanaging director\b/u, "medical director"],
    [/\bdirector\b/u, "spokesperson"],
    [/\bchief scientific officer\b/u, "chief financial officer"],
    [/\bis professor of\b/u, "is dean of"],
    [/\bis head of\b/u, "is spokesperson of"],
  ],
});

export const changeDegree = firstOf("degree", {
  de: [
    [/\bsank\b/u, "stieg"],
    [/\bstieg\b/u, "sank"],
    [/\bstiegen\b/u, "sanken"],
    [/\bverkürzte\b/u, "verlängerte"],
    [/\bmehr (?=Bewusstsein|Lebensqualität)/u, "weniger "],
    [/\bgeringere\b/u, "höhere"],
    [/\bschnelleren\b/u, "langsameren"],
    [/\bbesseren\b/u, "schlechteren"],
    [/\benger\b/u, "weniger eng"],
    [/\bzählt zu den größten\b/u, "ist der größte unter den"],
    [/\bgehört zu den größten Universitätskliniken Europas\b/u, "ist die größte Universitätsklinik Europas"],
    [/\berweitern ihre\b/u, "verkleinern ihre"],
    [/\b(hat|haben|ist|sind|wollen|sollen|leitet)(?= (?!nicht))/u, "$1 ausschließlich"],
  ],
  en: [
    [/\bfell\b/u, "rose"],
    [/\brose\b/u, "fell"],
    [/\bdropped\b/u, "climbed"],
    [/\bhigher\b/u, "lower"],
    [/\bgreater awareness\b/u, "less awareness"],
    [/\bfaster\b/u, "slower"],
    [/\bbetter access\b/u, "worse access"],
    [/\bcloser\b/u, "looser"],
    [/\bone of Europe's largest university hospitals\b/u, "Europe's largest university hospital"],
    [/\bone of Berlin's largest employers\b/u, "Berlin's largest employer"],
    [/\bare expanding\b/u, "are reducing"],
    [/\b(has|have|is|are|want to|plan to)(?= (?!not|been))/u, "$1 exclusively"],
  ],
});

export const changeTopic = firstOf("topic", {
  de: [
    [/\bOnkologie\b/u, "Kardiologie"],
    [/\bHämatologie\b/u, "Neurologie"],
    [/\bKrebsversorgung\b/u, "Diabetesversorgung"],
    [/\bKrebsbehandlung\b/u, "Herzbehandlung"],
    [/\bHerzerkrankungen\b/u, "Lungenerkrankungen"],
    [/\bHerz-Kreislauf-Erkrankungen\b/u, "Krebserkrankungen"],
    [/\bRadiologie\b/u, "Chirurgie"],
    [/\bTheranostik\b/u, "Robotik"],
    [/\bStrahlentherapie\b/u, "Chemotherapie"],
    [/\bLabormedizin\b/u, "Augenheilkunde"],
    [/\bPräventi(?:ons|v)medizin\b/u, "Intensivmedizin"],
    [/\bSepsis\b/u, "Demenz"],
    [/\bdigitale[rn]? Zwillinge?\b/iu, "Patientenakten"],
  ],
  en: [
    [/\boncology\b/u, "cardiology"],
    [/\bhaematology\b/u, "neurology"],
    [/\bcancer care\b/u, "diabetes care"],
    [/\bcancer\b/u, "diabetes"],
    [/\bheart disease\b/u, "lung disease"],
    [/\bcardiovascular\b/iu, "pulmonary"],
    [/\bradiology\b/u, "surgery"],
    [/\btheranostics\b/u, "robotics"],
    [/\bradiation therapy\b/u, "chemotherapy"],
    [/\blaboratory medicine\b/u, "ophthalmology"],
    [/\bpreventive medicine\b/u, "intensive care medicine"],
    [/\bsepsis\b/u, "dementia"],
    [/\bdigital twins?\b/iu, "patient records"],
  ],
});

const INVENTED: Readonly<Record<GoodSentence["language"], readonly string[]>> = {
  de: [
    "; dafür wird ein neues Gebäude errichtet",
    ", was nach Einschätzung von Fachleuten die Wartezeiten deutlich verkürzt",
    " und wird vom Bundesministerium gefördert",
    ", wobei die Kosten vollständig von den Krankenkassen übernommen werden",
    "; die Ergebnisse wurden in einer Fachzeitschrift veröffentlicht",
    ", nachdem frühere Verhandlungen gescheitert waren",
    " und stößt bei den Gewerkschaften auf Kritik",
    "; auch ein Kinderkrankenhaus beteiligt sich daran",
    ", um der Konkurrenz aus Asien zuvorzukommen",
  ],
  en: [
    "; a new building is being constructed for this purpose",
    ", which according to experts cuts waiting lists considerably",
    " and is funded by the federal government",
    ", with all costs covered by health insurers",
    "; the results were published in a scientific journal",
    ", after earlier negotiations had broken down",
    " and has been criticised by trade unions",
    "; a children's hospital is also taking part",
    ", in order to stay ahead of competitors from Asia",
  ],
};

function appended(text: string, clause: string): string {
  return text.replace(/\.$/u, `${clause}.`);
}

/** A clause that no document holds. */
export function addClause({ id, text, language }: GoodSentence): Made {
  return [["clause invented", appended(text, choose(`${id}/clause`, INVENTED[language]))]];
}

/** A sentence that another document holds, in the same breath. */
export function addOther({ id, document, text, language }: GoodSentence, all: readonly GoodSentence[]): Made {
  const others = all.filter((it) => it.document !== document && it.language === language && it.text.length < 130);
  const other = choose(`${id}/other`, others).text;
  const joint = language === "de" ? ", und " : ", and ";
  return [["clause of another document", appended(text, `${joint}${other.replace(/\.$/u, "")}`)]];
}
