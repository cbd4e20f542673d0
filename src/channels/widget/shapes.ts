import type { Answer, Citation } from "../../contracts/answer.js";
import type { Problem } from "../../contracts/errors.js";
import type { AskEvent } from "../../contracts/events.js";

/**
 * What comes from outside (a server of another version, what is stored in the tab, attributes of the page) is looked at
 * before it is used: everything that the widget reads has to be there with its type. The schemas of the contracts would
 * say more, and would triple the size of the script.
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTextList(value: unknown): value is string[] {
  return isListOf(value, (item) => typeof item === "string");
}

export function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[];
export function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean;
export function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

export function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

export function isLanguage(value: unknown): value is "de" | "en" {
  return value === "de" || value === "en";
}

export function isCitation(value: unknown): value is Citation {
  return (
    isRecord(value) &&
    typeof value.marker === "number" &&
    typeof value.documentId === "string" &&
    typeof value.quote === "string" &&
    typeof value.start === "number" &&
    typeof value.end === "number" &&
    [value.title, value.publisher, value.publishedAt, value.url, value.language].every(isTextOrNull)
  );
}

export function isAnswer(value: unknown): value is Answer {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.answer === "string" &&
    (value.status === "answered" || value.status === "partial" || value.status === "abstained") &&
    isLanguage(value.language) &&
    (value.readAs === undefined || typeof value.readAs === "string") &&
    isListOf(value.citations, isCitation) &&
    (value.abstention === null || isAbstention(value.abstention)) &&
    isTextOrNull(value.asOf) &&
    isWriter(value.writer) &&
    isTextList(value.warnings) &&
    isTextList(value.followUps)
  );
}

export function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value.code === "string" && typeof value.status === "number";
}

/** An event that the widget knows how to read. Others are let go: a later server may send more. */
export function isAskEvent(value: unknown): value is AskEvent {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case "answer.started":
      return typeof value.id === "string" && isLanguage(value.language);
    case "text.delta":
      return typeof value.text === "string";
    case "citation.added":
      return isCitation(value.citation);
    case "answer.finished":
      return isAnswer(value.answer);
    case "error":
      return isProblem(value.problem);
    default:
      return false;
  }
}

function isAbstention(value: unknown): boolean {
  return isRecord(value) && typeof value.reason === "string" && isListOf(value.closest, isCitation);
}

function isWriter(value: unknown): boolean {
  return isRecord(value) && (value.kind === "extract" || typeof value.model === "string");
}
