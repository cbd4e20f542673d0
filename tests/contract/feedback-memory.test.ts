import { createMemoryFeedbackBook } from "../fakes/feedback-memory.js";
import { feedbackBookConformance } from "./feedback-book.js";

feedbackBookConformance("the feedback in memory", async () => {
  const book = createMemoryFeedbackBook();
  return { book, reopen: null, dispose: () => book.close() };
});
