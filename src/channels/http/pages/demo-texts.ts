import type { Language } from "../../../contracts/document.js";

export interface DemoTexts {
  readonly title: string;
  readonly skip: string;
  readonly sections: string;
  readonly start: string;
  readonly documents: string;
  readonly embedding: string;
  readonly languages: string;
  readonly dark: string;
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  readonly news: string;
  readonly count: (documents: number, more: boolean) => string;
  readonly undated: string;
  readonly untitled: string;
  readonly read: string;
  /** For those who hear the link alone. */
  readonly readOf: (title: string) => string;
  readonly original: string;
  readonly all: (documents: number) => string;
  readonly empty: string;
  readonly loading: string;
  readonly notReady: string;
  readonly failed: string;
  readonly again: string;
  readonly assistant: string;
  readonly keyLabel: string;
  readonly keySend: string;
  readonly keyHint: string;
  readonly keyWrong: string;
  readonly embedHeading: string;
  readonly embedLead: string;
  readonly embedLink: string;
  readonly api: string;
  readonly needsScript: string;
}

/** Every word of the demo page, for the server and for its script. */
export const DEMO_TEXTS: Readonly<Record<Language, DemoTexts>> = {
  de: {
    title: "Kooperationen – Intranet",
    skip: "Zum Inhalt",
    sections: "Bereiche",
    start: "Start",
    documents: "Dokumente",
    embedding: "Einbetten",
    languages: "Sprache der Seite",
    dark: "Dunkle Farben",
    eyebrow: "Kooperationen",
    heading: "Was wir mit anderen vorhaben",
    lead: "Hier steht, was über unsere Partnerschaften veröffentlicht ist. Lesen Sie nach, oder fragen Sie: Jede Antwort kommt mit dem wörtlichen Zitat, auf das sie sich stützt.",
    news: "Veröffentlicht",
    count: (documents, more) =>
      documents === 1 && !more ? "1 Dokument" : more ? `mehr als ${documents} Dokumente` : `${documents} Dokumente`,
    undated: "Ohne Datum",
    untitled: "Ohne Titel",
    read: "Lesen",
    readOf: (title) => `Lesen: ${title}`,
    original: "Zur Veröffentlichung",
    all: (documents) => `Alle ${documents} zeigen`,
    empty: "Noch sind keine Dokumente eingelesen.",
    loading: "Die Dokumente werden geladen …",
    notReady: "Die Dokumente werden gerade eingelesen; die Liste kommt gleich von selbst.",
    failed: "Die Liste lässt sich gerade nicht laden.",
    again: "Noch einmal",
    assistant: "Fragen zu den Kooperationen",
    keyLabel: "Zugangsschlüssel",
    keySend: "Verwenden",
    keyHint: "Dieser Server verlangt einen Schlüssel. Er bleibt in Ihrem Browser, bis Sie den Tab schließen.",
    keyWrong: "Dieser Schlüssel gilt hier nicht.",
    embedHeading: "So kommt Konsil in Ihre Seiten",
    embedLead: "Ein Tag genügt. Der Rest der Seite bleibt, wie er ist.",
    embedLink: "Anleitung zum Einbetten",
    api: "API",
    needsScript: "Um Fragen zu beantworten und die Dokumente zu zeigen, braucht diese Seite JavaScript.",
  },
  en: {
    title: "Collaborations – Intranet",
    skip: "Skip to the content",
    sections: "Sections",
    start: "Home",
    documents: "Documents",
    embedding: "Embedding",
    languages: "Language of this page",
    dark: "Dark colours",
    eyebrow: "Collaborations",
    heading: "What we are doing with others",
    lead: "This is what has been published about our partnerships. Read it, or ask: every answer comes with the verbatim quotation that it rests on.",
    news: "Published",
    count: (documents, more) =>
      documents === 1 && !more ? "1 document" : more ? `more than ${documents} documents` : `${documents} documents`,
    undated: "Undated",
    untitled: "Untitled",
    read: "Read",
    readOf: (title) => `Read: ${title}`,
    original: "Go to the publication",
    all: (documents) => `Show all ${documents}`,
    empty: "No documents have been read yet.",
    loading: "Loading the documents …",
    notReady: "The documents are just being read; the list will appear by itself.",
    failed: "The list cannot be loaded at the moment.",
    again: "Try again",
    assistant: "Questions about the collaborations",
    keyLabel: "Access key",
    keySend: "Use it",
    keyHint: "This server asks for a key. It stays in your browser until you close this tab.",
    keyWrong: "This key is not valid here.",
    embedHeading: "How Konsil gets into your pages",
    embedLead: "One tag is enough. The rest of the page stays as it is.",
    embedLink: "How to embed it",
    api: "API",
    needsScript: "To answer questions and to list the documents, this page needs JavaScript.",
  },
};
