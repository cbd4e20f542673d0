import type { Corruption } from "./corrupt.js";
import type { GoodSentence } from "./grounding-set.js";

type Made = readonly (readonly [Corruption, string])[];
type Replacements = Readonly<Record<GoodSentence["language"], readonly (readonly [RegExp, string])[]>>;

const REMOVED: Replacements = {
  de: [
    [/ nicht(?= (?:ein|aus|geplant|vorgesehen|als|mehr|an|ab)|\.|,| \p{L})/u, ""],
    [/\bkeine (?=\p{Lu})/u, ""],
    [/\bkein (?=\p{Lu})/u, "ein "],
  ],
  en: [
    [/\b(does|did|do|will|would) not /u, "$1 "],
    [/ not(?= )/u, ""],
    [/\bNo (?=\p{Ll})/u, ""],
  ],
};
const PUT_IN: Replacements = {
  de: [
    [
      /(?<=[\p{L}“)] )(ist|sind|hat|haben|wurden?|wird|werden|soll|sollen|will|wollen|kann|können|lag|hatte|zählt|gehört|umfasst|läuft|liefert|leitet|nennt|betont|steuert|sank|stieg|stammt|forschen|arbeiten|planen|streben|beschäftigte|erzielte|verfügt|gilt|arbeitet|erwartet|verbindet)(?= )/u,
      "$1 nicht",
    ],
  ],
  en: [
    [/(?<=\p{L}\S* )(is|are|was|were|has|have|had|will|can|could|may)(?= (?!been not|not))/u, "$1 not"],
    [/\b(want|plan|aim|intend|expect) to\b/u, "do not $1 to"],
    [/\bannounced\b/u, "did not announce"],
    [/\bemploys\b/u, "does not employ"],
    [/\bemployed\b/u, "did not employ"],
    [/\bheads\b/u, "does not head"],
    [/\bsupplies\b/u, "does not supply"],
    [/\btreats\b/u, "does not treat"],
    [/\bruns\b/u, "does not run"],
    [/\bcontributes\b/u, "does not contribute"],
    [/\bcalls\b/u, "does not call"],
    [/\bstresses\b/u, "does not stress"],
    [/\bmeets\b/u, "does not meet"],
    [/\bgenerated\b/u, "did not generate"],
    [/\bfell\b/u, "did not fall"],
    [/\brose\b/u, "did not rise"],
  ],
};
const HAS_NEGATION = /(?<!\p{L})(?:nicht|kein\p{L}*|not|no|No)(?!\p{L})/u;

/** Denied where it was stated, stated where it was denied. */
export function negate({ text, language }: GoodSentence): Made {
  const rules = HAS_NEGATION.test(text) ? REMOVED[language] : PUT_IN[language];
  const found = rules.find(([pattern]) => pattern.test(text));
  return found === undefined ? [] : [["negation", text.replace(found[0], found[1])]];
}

const DONE: Replacements = {
  de: [
    [/\bwollen (.+?) stärken und (.+) fördern\.$/u, "haben $1 gestärkt und $2 gefördert."],
    [/\bwollen sich (.+) konzentrieren\.$/u, "haben sich $1 konzentriert."],
    [/\b(?:wollen|möchte|will|sollen|soll) (.+) zusammenarbeiten wollen\.$/u, "$1 zusammenarbeiten."],
    [/\bwollen (.+) aufsetzen\./u, "haben $1 aufgesetzt."],
    [/\bwollen (.+) voranbringen\./u, "haben $1 vorangebracht."],
    [/\bwollen (.+) setzen, die (.+) sein soll\./u, "haben $1 gesetzt, die $2 ist."],
    [/\bwollen (.+) vorankommen\./u, "sind $1 vorangekommen."],
    [/\bsoll (.+) beschleunigen\./u, "hat $1 beschleunigt."],
    [/\bsoll (.+) beginnen\./u, "hat $1 begonnen."],
    [/\bsollen (.+) verbunden werden\./u, "wurden $1 verbunden."],
    [/\bsollen (.+) angeschlossen sein\./u, "sind $1 angeschlossen."],
    [/\bsollen (.+) erhalten\./u, "haben $1 erhalten."],
    [/\bsollen (.+) neu gestaltet werden\b/u, "wurden $1 neu gestaltet"],
    [/\bstreben (.+) eine führende Rolle an\./u, "haben $1 eine führende Rolle."],
    [/\bUntersucht werden sollen\b/u, "Untersucht wurden"],
    [/\bplanen, (.+) zu entwickeln, die/u, "haben $1 entwickelt, die"],
    [/\bplanen ein\b/u, "betreiben ein"],
    [/\bplanen, (.+) laufen zu lassen\./u, "lassen $1 laufen."],
    [
      /\bGeplant sind (.+), die möglichst schnell in die Praxis gebracht werden sollen\./u,
      "In die Praxis gebracht wurden $1.",
    ],
    [
      /\bDie geplanten (.+) sollen (.+) identifizieren und bei (.+) helfen\./u,
      "Die $1 identifizieren $2 und helfen bei $3.",
    ],
    [/\bNoch geplant sind\b/u, "Bereits umgesetzt sind"],
    [/\bNoch in Planung sind\b/u, "Bereits in Betrieb sind"],
    [/\bsollen (.+) simulieren, (.+) testen und (.+) helfen\./u, "simulieren $1, testen $2 und helfen $3."],
    [/\bsind als Teil der Forschung geplant;.*/u, "sind als Teil der Forschung im Einsatz."],
    [
      /\bist bislang ein Vorhaben und wird nicht als bestehende Einrichtung beschrieben\./u,
      "ist eine bestehende Einrichtung.",
    ],
    [/\bmöchte (.+) früh erkennen und (.+) vermeiden\./u, "hat $1 früh erkannt und $2 vermieden."],
    [/\bsollen (.+) zeigen, die/u, "zeigen $1, die"],
    [/\b(?:wollen|sollen) (.+) (entwickel|erweiter|veränder)n\b/u, "haben $1 $2t"],
    [/\bwollen einen Bluttest entwickeln\b/u, "haben einen Bluttest entwickelt"],
  ],
  en: [
    [/\b(?:want|plan|intend|aim)s? to (develop)\b/u, "have $1ed"],
    [/\b(?:want|plan|intend|aim)s? to (strengthen)\b/u, "have $1ed"],
    [/\b(?:want|plan)s? to concentrate\b/u, "concentrated"],
    [/\b(?:want|plan)s? to investigate\b/u, "have investigated"],
    [/\b(?:want|plan)s? to make\b/u, "have made"],
    [/\bwant to set\b/u, "have set"],
    [/\bwant to advance\b/u, "have advanced"],
    [/\bare going to launch (.+), in which AI is to help\b/u, "have launched $1, in which AI helps"],
    [/\baims to identify (.+) and to avoid\b/u, "identified $1 and avoided"],
    [/\bare planning to build\b/u, "have built"],
    [/\bare planned to run\b/u, "run"],
    [/\b(?:is|are) meant to\b/u, ""],
    [/\bare intended to reveal\b/u, "reveal"],
    [/\bThe planned (.+) are intended to identify\b/u, "The $1 identify"],
    [/\bare to be connected\b/u, "were connected"],
    [/\bare to gain\b/u, "gained"],
    [/\bis now meant to grow\b/u, "has now grown"],
    [/\bare to support\b/u, "supported"],
    [/\bis due to start\b/u, "started"],
    [/\baim for a\b/u, "have a"],
    [/\bStill planned are\b/u, "Already in operation are"],
    [/\bare still at the planning stage\b/u, "are already in use"],
    [/\bis a plan; the press release does not describe it as an existing institution\b/u, "is an existing institution"],
    [
      /\bNo, digital twins are planned as part of the research, and the press release does not describe them as already in use\b/u,
      "Digital twins are already in use as part of the research",
    ],
  ],
};

/** What is to come told as if it were there. */
export function tellAsDone({ text, language }: GoodSentence): Made {
  const found = DONE[language].find(([pattern]) => pattern.test(text));
  return found === undefined ? [] : [["plan as fact", text.replace(found[0], found[1]).replace(/ {2}/g, " ")]];
}

const SURE: Replacements = {
  de: [
    [
      /^Studien legen nahe, dass bis zu (.+) wahrscheinlich vermeidbar wären\./u,
      "Mit Sicherheit werden $1 verhindert.",
    ],
    [/; bis zu 80 % davon könnten Studien zufolge wahrscheinlich verhindert werden/u, "; 80 % davon werden verhindert"],
    [/^Carr erwartet, dass Patienten künftig von (.+) profitieren können\./u, "Patienten profitieren von $1."],
    [/\bkann das Klinikum Osnabrück (.+) erweitern\./u, "hat das Klinikum Osnabrück $1 erweitert."],
    [/\bkann um drei Jahre verlängert werden/u, "wurde um drei Jahre verlängert"],
    [/\bkann bessere Prävention drei Vorteile haben/u, "hat bessere Prävention drei Vorteile gehabt"],
  ],
  en: [
    [/^Studies suggest that up to (.+) could probably be prevented\./u, "$1 are prevented."],
    [
      /, and studies suggest that up to 80 percent of them could probably be prevented/u,
      ", and 80 percent of them are prevented",
    ],
    [/^Carr expects that patients will be able to benefit from (.+) in the future\./u, "Patients benefit from $1."],
    [/\bcould be approved in 2028 if the study is successful\b/u, "was approved in 2028"],
    [/\bmay be extended by three years\b/u, "was extended by three years"],
    [/^According to the press release, (.+) can bring\b/u, "$1 brought"],
  ],
};

/** Told as sure what the source holds possible. */
export function withoutHedge({ text, language }: GoodSentence): Made {
  const found = SURE[language].find(([pattern]) => pattern.test(text));
  return found === undefined ? [] : [["hedge dropped", text.replace(found[0], found[1])]];
}
