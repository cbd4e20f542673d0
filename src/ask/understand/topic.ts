import type { Span } from "../../contracts/passage.js";
import { SPEECH_VERB } from "../question-kind/speech.js";
import type { AnswerKind, Term } from "../steps.js";

/** Concepts that a kind of question asks for and no answer needs to repeat. */
const ASKED: Partial<Record<AnswerKind, readonly string[]>> = {
  role: ["role", "position", "job", "function"],
  place: ["site", "location", "headquarters", "lie"],
  date: ["date", "point_in_time"],
};
/** Words that only ask, wherever they stand. */
const SAID_BY_ASKING: Partial<Record<AnswerKind, RegExp>> = {
  definition:
    /^(?:definition|bedeutung|begriffs?|erklärung|meaning|explanation|term|wort|word|mean|meinen|meint|verstehen|versteht|laden|outfit)$/iu,
  number: /^(?:verteilt|verteilen|spread|gehaltsliste|lohnliste|payroll)$/iu,
  person: /^(?:steht|stehen|stand|stands?|stammt|stammen|stammte|top|oberste[rn]?|very|eigentlich)$/iu,
  role: /^(?:äußert|äußern|spricht|sprechen|speaks?|speaking|quoted|zitiert|gewisse[rn]?|certain|sache|angelegenheit|matter)$/iu,
  statement: /^(?:according|zufolge|glaubt|glaubte|glauben|believes?|believed|trust)$/iu,
  place:
    /^(?:sitzt|sitzen|liegt|liegen|lag|steht|stehen|befindet|befinden|ansässig|angesiedelt|based|located|situated|headquartered|seated|found)$/iu,
  overview:
    /^(?:worum|wovon|geht|ging|gehts|handelt|handeln|rede|fasse?n?|zusammen|zusammenfassung|überblick|erzähle?n?|beschreibe?n?|stelle?n?|informationen|information|weißt|wissen|weiß|steht|summari[sz]e|summary|overview|outline|describe|kurze?n?|short|brief|gib|give|gist|essence|highlights|essentials|rundown|lowdown|story|geschichte|news|nachricht|wichtigste|wesentliche|kernpunkte|eckpunkte|hauptpunkte|kurzfassung|kurzversion|essenz|speed|bringe?|treiben|geht['’]s|sache|angelegenheit|affair)$/iu,
  comparison:
    /^(?:unterscheide[nt]|unterschiede?n?|unterschiedlich|vergleiche?n?|verglichen|gemeinsam|gemeinsamkeiten|verschieden|differs?|differences?|different|compared?|comparison|contrast|similar|similarities|common|distinguish(?:es)?|alike|parallels)$/iu,
};
/** Says nothing. */
const FILLER = /^(?:eigentlich|überhaupt|jeweils|actually|really|basically|respectively)$/iu;
/** Asks for the state of things, of which documents speak anyway. */
const PRESENT = "present_time";
const ANNOUNCEMENT = "announcement";

/**
 * The terms that are the topic, without the words that only ask; what says that something was announced becomes one.
 * `publishing`: where it says so, if that is what is asked for.
 */
export function topicOf(terms: readonly Term[], kind: AnswerKind, asking: Span, publishing: Span | null): Term[] {
  const dropped = [PRESENT, ...(ASKED[kind] ?? [])];
  const isIn = (term: Term, span: Span) => term.start >= span.start && term.end <= span.end;
  const topic = terms.filter(
    (term) =>
      !isIn(term, asking) &&
      !(publishing !== null && isIn(term, publishing) && term.kind === "word") &&
      !(term.kind === "word" && term.concepts.some((concept) => dropped.includes(concept))) &&
      !(term.kind === "word" && FILLER.test(term.surface)) &&
      SAID_BY_ASKING[kind]?.test(term.surface) !== true,
  );
  if (kind === "place" || kind === "list") return topic.map(asTeacher);
  if (kind === "person") return topic.map(asLeader);
  if (kind === "statement") return topic.map(asSpeech);
  if (kind === "number") return topic.map((term) => asStaff(term, terms));
  if (publishing === null) return topic;
  const { start, end } = publishing;
  const announced = { stems: [], parts: [], concepts: [ANNOUNCEMENT], role: false, quantity: null };
  return [...topic, { kind: "word", certainty: "none", surface: "", start, end, ...announced }];
}

/** Who teaches somewhere is a professor there. */
const TEACHES = /^(?:teach|teaches|taught|lehrt|lehrte|unterrichtet|unterrichtete|lectures)$/iu;

function asTeacher(term: Term): Term {
  const teaches = term.kind === "word" && TEACHES.test(term.surface);
  return teaches ? { ...term, concepts: [...term.concepts, "professor"] } : term;
}

/** "Who runs", "wer führt": whoever is at the head. */
const LEADS =
  /^(?:runs?|manages?|managed|directs?|führt|geführt|verantwortet|vorsteht|spitze|charge|boss|bosse|chef|chefin|chefs|oberchef|oberboss|honcho|helm|ruder|sagen|hut|shots|zügel|reins)$/iu;

function asLeader(term: Term): Term {
  const leads = term.kind === "word" && !term.role && LEADS.test(term.surface);
  return leads ? { ...term, concepts: ["head"], role: true } : term;
}

/** However a question asks for what somebody says, documents have other verbs of saying. */
function asSpeech(term: Term): Term {
  return term.kind === "word" && SPEECH_VERB.test(term.surface) ? { ...term, concepts: ["say"] } : term;
}

const ON_PAYROLL = /^(?:gehaltsliste|lohnliste|payroll|angestellt|arbeite[nt]|jobs?|stelle)$/iu;

/** "How many people work there": the staff. */
function asStaff(term: Term, all: readonly Term[]): Term {
  const isPeople = term.kind === "word" && term.concepts.includes("person");
  const works = all.some(
    ({ concepts, surface }) => concepts.includes("work") || concepts.includes("employee") || ON_PAYROLL.test(surface),
  );
  return isPeople && works ? { ...term, concepts: [...term.concepts, "employee"] } : term;
}
