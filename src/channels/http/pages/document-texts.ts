import type { Language } from "../../../contracts/document.js";

export interface DocumentTexts {
  readonly home: string;
  readonly untitled: string;
  readonly document: string;
  readonly original: string;
  readonly loading: string;
  /** `count` quotations are highlighted. */
  readonly marked: (count: number) => string;
  readonly jump: (number: number, count: number) => string;
  /** The address names a place that the text does not have. */
  readonly misplaced: string;
  readonly keyLabel: string;
  readonly keySend: string;
  readonly keyHint: string;
  readonly keyWrong: string;
  /** What this tab had, of the chat or typed in earlier, is not valid any more. */
  readonly accessEnded: string;
  readonly missing: string;
  readonly missingHint: string;
  readonly notReady: string;
  readonly tooMany: string;
  readonly unreachable: string;
  readonly failed: string;
  readonly needsScript: string;
}

/** Every word of the document view, for the server and for its script. */
export const DOCUMENT_TEXTS: Readonly<Record<Language, DocumentTexts>> = {
  de: {
    home: "Zur Startseite",
    untitled: "Ohne Titel",
    document: "Dokument",
    original: "Zur Veröffentlichung",
    loading: "Das Dokument wird geladen …",
    marked: (count) => (count === 1 ? "Das Zitat ist im Text hervorgehoben." : `${count} Zitate sind hervorgehoben.`),
    jump: (number, count) => (count === 1 ? "Zum Zitat" : `Zum Zitat ${number}`),
    misplaced: "Eine Stelle, die in der Adresse steht, gibt es in diesem Dokument nicht.",
    keyLabel: "Zugangsschlüssel",
    keySend: "Dokument zeigen",
    keyHint: "Dieses Dokument ist geschützt. Der Schlüssel bleibt in Ihrem Browser, bis Sie den Tab schließen.",
    keyWrong: "Dieser Zugang gilt hier nicht, oder nicht mehr.",
    accessEnded: "Der Zugang ist abgelaufen. Bitte öffnen Sie das Dokument noch einmal aus dem Chat.",
    missing: "Dieses Dokument gibt es hier nicht",
    missingHint: "Vielleicht wurde es entfernt, oder die Adresse ist nicht vollständig.",
    notReady: "Die Dokumente werden gerade eingelesen. Bitte laden Sie die Seite in ein paar Sekunden neu.",
    tooMany: "Zu viele Anfragen in kurzer Zeit. Bitte laden Sie die Seite in einem Augenblick neu.",
    unreachable: "Der Server ist nicht zu erreichen. Bitte laden Sie die Seite neu.",
    failed: "Das Dokument lässt sich gerade nicht zeigen. Bitte laden Sie die Seite neu.",
    needsScript: "Dieses Dokument ist geschützt; um es zu zeigen, braucht die Seite JavaScript.",
  },
  en: {
    home: "Home",
    untitled: "Untitled",
    document: "Document",
    original: "Go to the publication",
    loading: "Loading the document …",
    marked: (count) => (count === 1 ? "The quotation is highlighted." : `${count} quotations are highlighted.`),
    jump: (number, count) => (count === 1 ? "Go to the quotation" : `Go to quotation ${number}`),
    misplaced: "This document has no such place as one that the address names.",
    keyLabel: "Access key",
    keySend: "Show the document",
    keyHint: "This document is protected. The key stays in your browser until you close this tab.",
    keyWrong: "This access is not valid here, or no longer.",
    accessEnded: "Your access has expired. Please open the document from the chat once more.",
    missing: "There is no such document here",
    missingHint: "It may have been removed, or the address is not complete.",
    notReady: "The documents are just being read. Please reload this page in a few seconds.",
    tooMany: "Too many requests in a short time. Please reload this page in a moment.",
    unreachable: "The server cannot be reached. Please reload this page.",
    failed: "The document cannot be shown at the moment. Please reload this page.",
    needsScript: "This document is protected; to show it, this page needs JavaScript.",
  },
};
