import type { Case, Fact } from "../cases/case.js";

/** Ids that need no quotation marks. */
const PLAIN = /^(?!(?:true|false|null)$)[a-z][a-z0-9-]*$/;

/**
 * The entry of a case as the files of cases have it: a field a line, facts and evidence a line each. Strings stand in
 * double quotes with JSON's escapes, which YAML reads the same way.
 */
export function caseYaml(testCase: Case): string {
  const { id, question, language, kind, over, history, filter, never } = testCase;
  const lines = [
    `- id: ${id}`,
    `  question: ${quoted(question)}`,
    `  language: ${language}`,
    `  kind: ${kind}`,
    ...(over === "both" ? [] : [`  over: ${over}`]),
    ...list(
      "history",
      history.map(({ role, content }) => `{ role: ${role}, content: ${quoted(content)} }`),
    ),
    ...(filter === undefined ? [] : [`  filter: ${JSON.stringify(filter)}`]),
    `  answerable: ${testCase.answerable}`,
    ...(testCase.answerable ? goldOf(testCase) : testCase.corrects ? ["  corrects: true"] : []),
    ...(never.length === 0 ? [] : [`  never: [${never.map(quoted).join(", ")}]`]),
  ];
  return `${lines.join("\n")}\n`;
}

function goldOf({ facts, evidence, disagrees }: Extract<Case, { answerable: true }>): string[] {
  const pieces = evidence.map(
    ({ document, contains }) =>
      `{ document: ${PLAIN.test(document) ? document : quoted(document)}, contains: ${quoted(contains)} }`,
  );
  return [
    ...list("facts", facts.map(factYaml)),
    ...list("evidence", pieces),
    ...(disagrees ? ["  disagrees: true"] : []),
  ];
}

function factYaml({ kind, ...fields }: Fact): string {
  const pairs = Object.entries(fields).map(([name, value]) => `, ${name}: ${valueYaml(name, value)}`);
  return `{ kind: ${kind}${pairs.join("")} }`;
}

function valueYaml(name: string, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((it) => quoted(String(it))).join(", ")}]`;
  if (typeof value === "number" || name === "unit") return String(value);
  return quoted(String(value));
}

function list(name: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [`  ${name}:`, ...entries.map((entry) => `    - ${entry}`)];
}

/** YAML takes the characters that JSON leaves as they are, apart from these. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (it) => {
    return `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
