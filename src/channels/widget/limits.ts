/** What the server takes at most, as `src/contracts/question.ts` and `feedback.ts` say; a test holds them together. */
export const QUESTION_MAX_LENGTH = 2000;
export const COMMENT_MAX_LENGTH = 2000;
