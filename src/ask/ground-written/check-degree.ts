import type { Span } from "../../contracts/passage.js";
import { withoutReach } from "./check-figures.js";
import type { WordSupport } from "./check-words.js";
import type { Claim } from "./claim.js";
import type { Window } from "./told.js";

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** Words that go to the limit: what holds of some, or is one of several, is not told with them. */
const LIMITS: readonly RegExp[] = [
  anyOf(
    "nur",
    "lediglich",
    "bloß",
    "ausschließlich",
    "einzig\\p{L}*",
    "only(?! (?:once|after|when))",
    "solely",
    "exclusively",
    "sole",
    "merely",
  ),
  anyOf(
    "erste[nrsm]?",
    "erstmals",
    "erstmalig\\p{L}*",
    "zuerst",
    "zunächst",
    "first",
    "initial(?:ly)?",
    "pioneer\\p{L}*",
  ),
  anyOf("letzte[nrsm]?", "last(?! (?:for|until))", "final(?:ly)?"),
  anyOf(
    "(?<!wo )immer(?! (?:mehr|wieder|noch|\\p{L}+er))",
    "stets",
    "jederzeit",
    "always",
    "constantly",
    "permanently",
    "dauerhaft",
  ),
  anyOf(
    "(?<!vor )alle[nrsm]?(?! (?:drei|zwei|vier))",
    "sämtliche[nrsm]?",
    "jede[nrsm]?",
    "komplett\\p{L}*",
    "vollständig\\p{L}*",
    "all(?! three)",
    "every(?:one)?",
    "entire(?:ly)?",
    "complete(?:ly)?",
    "fully",
    "wholly",
  ),
  anyOf(
    "(?:größ|höch|wichtig|häufig|modern|erfolgreich|neue|stärk|meis|schnell)(?:te|ste)[nrsm]?",
    "beste[nrsm]?",
    "führend\\p{L}*",
    "spitzen\\p{L}*",
    "am \\p{L}+sten",
    "\\p{L}{3,}[^aeiou\\s]est(?<!latest|interest|request|suggest|test|invest|west)",
    "best",
    "most(?! of)",
    "leading",
    "top",
  ),
  anyOf(
    "garantiert\\p{L}*",
    "sicher(?:lich)?",
    "bewiesen\\p{L}*",
    "nachweislich",
    "guarantee[sd]?",
    "certain(?:ly)?",
    "proven",
    "definitely",
    "undoubtedly",
  ),
];

/** Words whose opposite says the contrary, one pole and the other one. */
const POLES: readonly (readonly [RegExp, RegExp])[] = [
  [
    anyOf(
      "st[ie]+g\\p{L}*",
      "gestiegen",
      "wuchs\\p{L}*",
      "wachs\\p{L}*",
      "gewachsen",
      "erhöh\\p{L}*",
      "zugenommen",
      "anstieg",
      "zuwachs",
      "verlänger\\p{L}*",
      "rose",
      "rise[sn]?",
      "rising",
      "gr[eo]w\\p{L}*",
      "increas\\p{L}*",
      "climb\\p{L}*",
    ),
    anyOf(
      "sank\\p{L}*",
      "sink\\p{L}*",
      "gesunken",
      "fiel(?:en)?",
      "gefallen",
      "verringer\\p{L}*",
      "verkürz\\p{L}*",
      "reduzier\\p{L}*",
      "rückgang",
      "schrumpf\\p{L}*",
      "fell",
      "fallen",
      "drop(?:s|ped)?",
      "declin\\p{L}*",
      "decreas\\p{L}*",
      "reduc\\p{L}*",
      "shr[iau]nk\\p{L}*",
    ),
  ],
  [
    anyOf(
      "mehr(?! als)",
      "größere?\\p{L}*",
      "höhere?\\p{L}*",
      "more(?! than)",
      "greater",
      "higher",
      "larger",
      "bigger",
    ),
    anyOf(
      "weniger(?! als)",
      "geringere?\\p{L}*",
      "niedrigere?\\p{L}*",
      "kleinere?\\p{L}*",
      "less(?! than)",
      "fewer(?! than)",
      "lower(?! saxony)",
      "smaller",
    ),
  ],
  [
    anyOf("mehr als", "über(?= \\d)", "more than", "over(?= \\d)"),
    anyOf("weniger als", "unter(?= \\d)", "less than", "fewer than", "under(?= \\d)"),
  ],
  [
    anyOf("besser\\p{L}*", "verbesser\\p{L}*", "better", "improv\\p{L}*"),
    anyOf("schlechter\\p{L}*", "verschlechter\\p{L}*", "worse\\p{L}*", "deteriorat\\p{L}*"),
  ],
  [
    anyOf("schneller\\p{L}*", "beschleunig\\p{L}*", "faster", "quicker", "accelerat\\p{L}*"),
    anyOf("langsamer\\p{L}*", "verlangsam\\p{L}*", "verzöger\\p{L}*", "slower", "delay\\p{L}*"),
  ],
  [anyOf("früh\\p{L}*", "early", "earlier"), anyOf("spät\\p{L}*", "late", "later")],
  [
    anyOf(
      "begann\\p{L}*",
      "begonnen\\p{L}*",
      "beginn\\p{L}*",
      "start\\p{L}*",
      "gestartet",
      "beg[aiu]n\\p{L}*",
      "launch\\p{L}*",
    ),
    anyOf("endete?n?", "beend\\p{L}*", "abgeschlossen", "end(?:s|ed)", "stopp?\\p{L}*", "finish\\p{L}*"),
  ],
  [
    anyOf("stärk\\p{L}*", "gestärkt", "strengthen\\p{L}*", "deepen\\p{L}*", "vertief\\p{L}*"),
    anyOf("schwäch\\p{L}*", "geschwächt", "weaken\\p{L}*"),
  ],
  [
    anyOf(
      "ausbau\\p{L}*",
      "bau(?:t|en)\\s[^.]{1,120}\\saus",
      "erweiter\\p{L}*",
      "expand\\p{L}*",
      "exten(?:d|si)\\p{L}*",
      "ausweit\\p{L}*",
      "widen\\p{L}*",
    ),
    anyOf(
      "einschränk\\p{L}*",
      "eingeschränkt",
      "verkleiner\\p{L}*",
      "abbau\\p{L}*",
      "restrict\\p{L}*",
      "narrow\\p{L}*",
      "reduc\\p{L}*",
      "shr[iau]nk\\p{L}*",
    ),
  ],
  [anyOf("enger\\p{L}*", "näher\\p{L}*", "close[rl]\\p{L}*"), anyOf("lockerer\\p{L}*", "ferner", "looser", "farther")],
  [
    anyOf("kauf\\p{L}*", "gekauft", "buy\\p{L}*", "bought", "purchas\\p{L}*"),
    anyOf("verkauf\\p{L}*", "sell\\p{L}*", "sold"),
  ],
  [
    anyOf("liefer\\p{L}*", "geliefert", "suppl(?:y|ies|ied)", "provid\\p{L}*", "stellt", "contribut\\p{L}*"),
    anyOf("erhält", "erhalten", "bekomm\\p{L}*", "bezieht", "receiv\\p{L}*", "gets?"),
  ],
  [
    anyOf("verhinder\\p{L}*", "vorbeug\\p{L}*", "vermeid\\p{L}*", "prevent\\p{L}*", "avoid\\p{L}*"),
    anyOf("verursach\\p{L}*", "auslös\\p{L}*", "caus(?:e|es|ed|ing)"),
  ],
  [
    anyOf("erfolg\\p{L}*", "success\\p{L}*", "succeed\\p{L}*"),
    anyOf("scheiter\\p{L}*", "gescheitert", "misserfolg", "fail\\p{L}*", "unsuccess\\p{L}*"),
  ],
];

/** Whether a claim goes further than the window, or the other way. */
export function isOverstated(claim: Claim, window: Window, support: WordSupport): boolean {
  const told = window.told.map(({ text }) => text).join("\n");
  const isBeyond = LIMITS.some((words) => isIn(words, claim.text) && !isIn(words, told));
  if (isBeyond || isLargest(claim.text, told)) return true;
  return POLES.some(
    (pair) => isReversed(pair, claim, window, support) || isReversed([pair[1], pair[0]], claim, window, support),
  );
}

const ONE_OF =
  /(?<!\p{L})(?:one of|among|eine[rsmn]? der|zu den|unter den|gehör(?:t|en)|zähl(?:t|en)|counts?|belongs?|ranks?)(?!\p{L})/iu;
const LARGEST =
  /(?<!\p{L})(?:größte|wichtigste|führende|best|beste|largest|biggest|leading|most important)[nrsm]?(?!\p{L})/iu;

/** "The largest" where the source has "one of the largest". */
function isLargest(said: string, told: string): boolean {
  return (
    LARGEST.test(said) &&
    LARGEST.test(told) &&
    ONE_OF.test(told) &&
    !ONE_OF.test(said.replace(/der größte unter den/iu, ""))
  );
}

function isIn(words: RegExp, text: string): boolean {
  words.lastIndex = 0;
  return words.test(text);
}

/** A word of one pole in the claim, where the window has the other one at the same thing. */
function isReversed(
  [same, opposite]: readonly [RegExp, RegExp],
  claim: Claim,
  window: Window,
  { met }: WordSupport,
): boolean {
  const said = placesOf(same, withoutReach(claim.text));
  if (said.length === 0) return false;
  const told = window.told.map((it) => ({
    it,
    same: placesOf(same, withoutReach(it.text)),
    opposite: placesOf(opposite, withoutReach(it.text)),
  }));
  if (told.every((it) => it.opposite.length === 0)) return false;
  if (told.every((it) => it.same.length === 0)) return placesOf(opposite, claim.text).length === 0;
  return said.some((place) => {
    const anchors = met
      .filter(({ word, met: { place: at } }) => at !== null && !overlaps(word, place))
      .sort((a, b) => distance(a.word, place) - distance(b.word, place));
    const [anchor] = anchors;
    if (anchor === undefined || anchor.met.place === null) return false;
    const { told: by, place: at } = anchor.met;
    const here = told.find(({ it }) => it === by);
    if (here === undefined) return false;
    return nearest(here.opposite, at) < nearest(here.same, at);
  });
}

function placesOf(words: RegExp, text: string): Span[] {
  return [...text.matchAll(words)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start;
}

/** What follows is nearer than what stands before: adjectives precede their noun. */
function distance(word: Span, place: Span): number {
  return word.start >= place.end ? word.start - place.end : (place.start - word.end) * 2 + 1;
}

function nearest(places: readonly Span[], at: Span): number {
  return Math.min(Number.POSITIVE_INFINITY, ...places.map((place) => distance(at, place)));
}
