import type { Asker } from "./ask/ask.js";
import type { RecentAnswers } from "./observe/recent-answers.js";

/** The same asker, whose answers are remembered, whole or streamed, whatever channel asks. */
export function rememberAnswers(asker: Asker, recent: RecentAnswers): Asker {
  return {
    ...asker,
    async ask(request, options) {
      const answer = await asker.ask(request, options);
      recent.add({ question: request.question, history: request.history ?? [], answer });
      return answer;
    },
  };
}
