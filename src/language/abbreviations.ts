/*
 * Words whose dot need not end a sentence, German and English. Three kinds, since they end sentences differently often.
 */

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Something always follows: "Dr. Müller", "bzw. Kliniken". Lower case, without the dot. */
export const NEVER_LAST = wordSet(`
fa dr dres prof hr hrn dipl ing mag lic rer nat jur phil habil dent vet oec mult med univ priv doz
mr mrs messrs st ste mt hon rev capt lt sgt
bzw ca vgl sog ggf evtl bspw insb inkl exkl zzgl allg gem lt max mind mtl jährl ehem geb gest verh versch entspr einschl
vs cf viz approx incl excl esp resp gov
`);

/** Case decides: "Ms. Ott", but "20 ms." and "Frau Rep." */
export const NEVER_LAST_CAPITALISED = wordSet("Ms Fr Gen Sen Rep Col Maj Univ Dept");

/** Only before a number: "Nr. 5", "No. 5", "Abb. 3", but "eine neue Art. Danach". */
export const BEFORE_NUMBER = wordSet("nr no nos art abs abb fig figs tab kap vol bd s p pp ziff sec eq rn az");

/**
 * May end a sentence: "Inc.", "usw.", "U.S.". They do where a function word follows with a capital: "… etc. The next".
 * Lower case, inner dots kept, without the last dot.
 */
export const MAYBE_LAST = wordSet(`
etc usw usf uvm inc ltd corp co bros llc plc jr sr al mio mrd tsd std min sek jh jhd str tel hrsg aufl anm ed eds dept est
jan feb mär apr jun jul aug sep sept okt oct nov dez dec
`);

/** Dotted ones after which something always follows; all others ("U.S.", "a.m.", "Ph.D.", "u.a.") may end a sentence. */
export const DOTTED_NEVER_LAST = wordSet(
  "z.b d.h i.d.r i.e e.g u.u o.g s.o s.u v.a z.t z.zt m.e i.a i.v i.s.d i.s.v h.c n.a b.a.w r.n m.a.w d.j v.l.n.r",
);

/** Before a single letter that is a label, not an initial: "Vitamin C. Danach". */
export const LABELS = wordSet(`
vitamin hepatitis typ type plan gruppe group phase klasse class kategorie category serie series abschnitt section teil part
stufe grade level option variante anhang appendix halle hall haus block punkt
`);

export const MONTHS = wordSet(`
januar jänner februar feber märz maerz april mai juni juli august september oktober november dezember
january february march may june july october december
jan feb mär mar apr jun jul aug sep sept okt oct nov dez dec
`);

/** Words before a number that make it an ordinal: "im 3. Quartal", "der 12. Kongress". */
export const BEFORE_ORDINAL = wordSet(`
am im vom zum zur beim ins der die das dem den des bis seit ab ein eine einen einem einer eines
unser unsere unserem unseren unserer ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner dieser diesem diesen dieses
jeder jedem jeden jedes und oder zwischen
`);

/** Words after a number that make it an ordinal whatever stands before: "das frühe 18. Jahrhundert". */
export const AFTER_ORDINAL = wordSet(`
jahrhundert jahrhunderts jahrtausend jahrtausends quartal quartals halbjahr halbjahrs lebensjahr lebensjahrs weltkrieg
geburtstag jahrestag jubiläum auflage stock stockwerk etage schuljahr semester platz mal
`);

/** Verbs that attribute what someone said, German and English, lower case. */
export const SPEECH_VERBS = wordSet(`
sagt sagte sagten betont betonte erklärt erklärte erläutert erläuterte ergänzt ergänzte meint meinte fügt fügte
unterstreicht unterstrich bestätigt bestätigte berichtet berichtete freut freute so kommentiert kommentierte hebt hob
resümiert resümierte bilanziert bilanzierte schildert schilderte kündigt kündigte fasst fasste weiß zitiert lobt lobte
verdeutlicht verdeutlichte führt führte ruft rief fragt fragte stellt
says said explains explained adds added emphasizes emphasized emphasises emphasised stresses stressed notes noted
comments commented states stated remarks remarked concludes concluded continues continued affirms affirmed
tells told asks asked highlights highlighted announces announced
`);
