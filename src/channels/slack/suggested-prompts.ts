import type { Asker } from "../../ask/ask.js";
import type { Document } from "../../contracts/document.js";
import type { Library } from "../../contracts/ports.js";

/** Slack shows four at most. */
const MOST_PROMPTS = 4;
const MOST_DOCUMENTS = 50;
/** Slack cuts longer ones. */
const LONGEST_TITLE = 120;

export interface SuggestedPrompts {
  /** Questions that the documents answer, each from another document; none where nothing can be suggested. */
  get(signal?: AbortSignal): Promise<readonly string[]>;
}

export interface PromptParts {
  readonly library: Pick<Library, "documents">;
  readonly asker: Pick<Asker, "ask">;
}

/** Made from the partners of the documents, and asked, so that each has an answer; made anew when the documents change. */
export function createSuggestedPrompts({ library, asker }: PromptParts): SuggestedPrompts {
  let made: { readonly of: string; readonly prompts: Promise<readonly string[]> } | null = null;

  async function make(documents: readonly Document[], signal: AbortSignal | undefined): Promise<readonly string[]> {
    const prompts: string[] = [];
    for (const document of documents) {
      if (prompts.length === MOST_PROMPTS) break;
      const prompt = await firstAnswered(document, signal);
      if (prompt !== null && !prompts.includes(prompt)) prompts.push(prompt);
    }
    return prompts;
  }

  async function firstAnswered(document: Document, signal: AbortSignal | undefined): Promise<string | null> {
    for (const question of candidates(document)) {
      const { status, citations } = await asker.ask({ question }, signal === undefined ? {} : { signal });
      const isFromHere = citations.some(({ documentId }) => documentId === document.id);
      if (status !== "abstained" && isFromHere) return question;
    }
    return null;
  }

  return {
    async get(signal) {
      const { documents } = await library.documents({}, { limit: MOST_DOCUMENTS });
      const of = documents.map(({ id, sha256 }) => `${id} ${sha256}`).join("\n");
      if (made?.of !== of) {
        const prompts = make(documents, signal);
        made = { of, prompts };
        // What failed is made again for the next who opens the pane.
        prompts.catch(() => {
          made = null;
        });
      }
      return made.prompts;
    },
  };
}

/** What can be asked about nearly every collaboration, in the language of its document. */
function candidates({ partners, language }: Document): string[] {
  const [one, other] = partners;
  if (one === undefined || other === undefined) return [];
  const questions =
    language === "de"
      ? [
          `Worum geht es bei der Zusammenarbeit von ${one} und ${other}?`,
          `Seit wann arbeiten ${one} und ${other} zusammen?`,
        ]
      : [
          `What is the collaboration between ${one} and ${other} about?`,
          `Since when have ${one} and ${other} been working together?`,
        ];
  return questions.filter((question) => question.length <= LONGEST_TITLE);
}
