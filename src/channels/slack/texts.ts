import type { z } from "zod";
import type { Language } from "../../contracts/document.js";
import type { verdictSchema } from "../../contracts/feedback.js";

type Verdict = z.infer<typeof verdictSchema>;

/** What Konsil says in Slack beside the answers. */
interface Texts {
  readonly readAs: (question: string) => string;
  readonly sources: string;
  readonly closest: string;
  readonly further: string;
  readonly disagree: string;
  readonly untitled: string;
  readonly moreSources: (count: number) => string;
  readonly quotations: (count: number) => string;
  readonly quotationsTitle: string;
  readonly close: string;
  readonly share: string;
  readonly sharedBy: (user: string) => string;
  readonly shared: string;
  readonly alreadyShared: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly commentTitle: string;
  readonly commentLabel: Readonly<Record<Exclude<Verdict, "helpful">, string>>;
  readonly send: string;
  readonly cancel: string;
  readonly thanks: string;
  readonly notKept: string;
  readonly searching: string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  de: {
    readAs: (question) => `Gelesen als: ${question}`,
    sources: "Quellen",
    closest: "Am nächsten kommt:",
    further: "Weitere Fragen:",
    disagree: "Die Dokumente widersprechen sich hier.",
    untitled: "ohne Titel",
    moreSources: (count) => (count === 1 ? "und eine weitere Quelle" : `und ${count} weitere Quellen`),
    quotations: (count) => (count === 1 ? "Zitat zeigen" : `${count} Zitate zeigen`),
    quotationsTitle: "Zitate",
    close: "Schließen",
    share: "Im Kanal teilen",
    sharedBy: (user) => `Frage von ${user}`,
    shared: "Die Antwort steht jetzt im Kanal.",
    alreadyShared: "Diese Antwort wurde schon geteilt.",
    verdicts: { helpful: "Hilfreich", wrong: "Falsch", incomplete: "Unvollständig" },
    commentTitle: "Rückmeldung",
    commentLabel: { wrong: "Was ist falsch?", incomplete: "Was fehlt?" },
    send: "Senden",
    cancel: "Abbrechen",
    thanks: "Danke, Ihre Rückmeldung ist festgehalten.",
    notKept: "Die Rückmeldung konnte nicht gespeichert werden. Bitte versuchen Sie es später noch einmal.",
    searching: "sucht in den Dokumenten …",
  },
  en: {
    readAs: (question) => `Read as: ${question}`,
    sources: "Sources",
    closest: "The closest passages:",
    further: "Further questions:",
    disagree: "The documents contradict each other here.",
    untitled: "untitled",
    moreSources: (count) => (count === 1 ? "and one more source" : `and ${count} more sources`),
    quotations: (count) => (count === 1 ? "Show quotation" : `Show ${count} quotations`),
    quotationsTitle: "Quotations",
    close: "Close",
    share: "Share in channel",
    sharedBy: (user) => `Asked by ${user}`,
    shared: "The answer is in the channel now.",
    alreadyShared: "This answer was shared already.",
    verdicts: { helpful: "Helpful", wrong: "Wrong", incomplete: "Incomplete" },
    commentTitle: "Feedback",
    commentLabel: { wrong: "What is wrong?", incomplete: "What is missing?" },
    send: "Send",
    cancel: "Cancel",
    thanks: "Thank you, your feedback has been noted.",
    notKept: "The feedback could not be stored. Please try again later.",
    searching: "is searching the documents …",
  },
};

/** What is said where nobody knows yet in which language to speak. */
export const BILINGUAL = {
  nothingAsked:
    "Was möchten Sie wissen? Stellen Sie mir eine Frage zu den Dokumenten.\nWhat would you like to know? Ask me a question about the documents.",
  tooLong: (most: number) =>
    `Diese Frage ist zu lang, höchstens ${most} Zeichen sind möglich.\nThis question is too long, the limit is ${most} characters.`,
  noDocuments:
    "Es gibt noch keine Dokumente, aus denen ich antworten könnte.\nThere are no documents yet from which I could answer.",
  failed:
    "Da ist etwas schiefgegangen. Bitte fragen Sie noch einmal.\nSomething went wrong here. Please ask once more.",
  tooOld:
    "Diese Antwort liegt zu weit zurück. Bitte fragen Sie noch einmal.\nThis answer is too old. Please ask once more.",
  suggestions: "Zum Beispiel · For example",
} as const;
