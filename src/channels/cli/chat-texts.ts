import type { Language } from "../../contracts/document.js";
import { QUESTION_MAX_LENGTH } from "../../contracts/question.js";

interface ChatTexts {
  readonly greeting: string;
  readonly help: readonly string[];
  readonly stopped: string;
  readonly cleared: string;
  readonly tooLong: string;
  unknownCommand(command: string): string;
}

/** What a conversation at the terminal says of itself. */
export const CHAT_TEXTS: Readonly<Record<Language, ChatTexts>> = {
  de: {
    greeting: "Fragen Sie die Dokumente. /help zeigt, was geht; Strg+D beendet das Gespräch.",
    help: [
      "1, 2, 3   stellt eine der weiteren Fragen",
      "/new      beginnt ein neues Gespräch",
      "/quit     beendet es, wie Strg+D",
      "Strg+C    hält eine Antwort an",
    ],
    stopped: "Angehalten.",
    cleared: "Ein neues Gespräch.",
    tooLong: `Eine Frage hat höchstens ${QUESTION_MAX_LENGTH} Zeichen.`,
    unknownCommand: (command) => `${command} gibt es nicht; /help zeigt, was es gibt.`,
  },
  en: {
    greeting: "Ask the documents. /help shows what you can do; Ctrl+D ends the conversation.",
    help: [
      "1, 2, 3   asks one of the further questions",
      "/new      starts a new conversation",
      "/quit     ends it, as Ctrl+D does",
      "Ctrl+C    stops an answer",
    ],
    stopped: "Stopped.",
    cleared: "A new conversation.",
    tooLong: `A question has at most ${QUESTION_MAX_LENGTH} characters.`,
    unknownCommand: (command) => `There is no ${command}; /help shows what there is.`,
  },
};

/** The language of the terminal, which Node takes from its variables; English where it is none of ours. */
export function languageOfTerminal(): Language {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith("de") ? "de" : "en";
}
