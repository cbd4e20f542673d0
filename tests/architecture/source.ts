import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import ts from "typescript";

/** One import of a source file. */
export interface Import {
  /** `src/…` path with `.ts` for a relative import, else the name of the package or builtin. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** What the rules need to know of a source file. */
export interface SourceModule {
  /** From the package root, with forward slashes: `src/ask/ask.ts`. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  readonly readsEnvironment: boolean;
  readonly lines: number;
}

/** Reads every TypeScript file below `src/`, apart from the tests. */
export function readSource(root: string): SourceModule[] {
  return readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort()
    .map((path) => readModule(path, readFileSync(join(root, path), "utf8")));
}

/** Parses one file; static, type-only, re-exporting and dynamic imports all count. */
export function readModule(path: string, text: string): SourceModule {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  let hasDefaultExport = false;
  let readsEnvironment = false;

  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    imports.push({ target: resolveTarget(path, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && isDynamicImport(node)) add(node.arguments[0], false);
    if (ts.isExportAssignment(node) || isDefaultDeclaration(node)) hasDefaultExport = true;
    if (isEnvironment(node)) readsEnvironment = true;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, imports, hasDefaultExport, readsEnvironment, lines: text.trimEnd().split("\n").length };
}

function resolveTarget(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return packageName(specifier);
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}

function isTypeOnlyImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function isDynamicImport(node: ts.CallExpression): boolean {
  return node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require";
}

function isDefaultDeclaration(node: ts.Node): boolean {
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** `process.env`, `process["env"]` and `import { env } from "node:process"`. */
function isEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.expression.getText() === "process" && node.name.text === "env";
  if (ts.isElementAccessExpression(node)) {
    const key = node.argumentExpression;
    return node.expression.getText() === "process" && ts.isStringLiteralLike(key) && key.text === "env";
  }
  if (!ts.isImportSpecifier(node)) return false;
  const specifier = node.parent.parent.parent.moduleSpecifier;
  const isProcess = ts.isStringLiteral(specifier) && /^(?:node:)?process$/.test(specifier.text);
  return isProcess && (node.propertyName ?? node.name).text === "env";
}
