import path from 'node:path';
import ts from 'typescript';
import { Finding, parse, Source } from './source';

export interface Import {
  /** As written, or for a relative one the path from the repository's root, without an extension. */
  target: string;
  relative: boolean;
  names: string[];
  typeOnly: boolean;
  line: number;
}

function namesOf(
  node: ts.ImportDeclaration | ts.ExportDeclaration,
): ts.NodeArray<ts.ImportSpecifier | ts.ExportSpecifier> | undefined {
  const bindings = ts.isImportDeclaration(node)
    ? node.importClause?.namedBindings
    : node.exportClause;
  return bindings &&
    (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))
    ? bindings.elements
    : undefined;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration) {
  const whole = ts.isImportDeclaration(node)
    ? node.importClause?.isTypeOnly
    : node.isTypeOnly;
  const names = namesOf(node);
  const hasDefault = ts.isImportDeclaration(node) && node.importClause?.name;
  return Boolean(
    whole || (!hasDefault && names?.length && names.every(n => n.isTypeOnly)),
  );
}

function moduleOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return node.argument.literal as ts.Expression;
  }
  const loads =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      node.expression.getText() === 'require');
  return loads ? node.arguments[0] : undefined;
}

export function importsOf(source: Source): Import[] {
  const file = parse(source);
  const imports: Import[] = [];
  const visit = (node: ts.Node) => {
    const specifier = moduleOf(node);
    if (specifier && ts.isStringLiteral(specifier)) {
      const declared =
        ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
      const relative = specifier.text.startsWith('.');
      imports.push({
        relative,
        target: relative
          ? path.posix.join(path.posix.dirname(source.path), specifier.text)
          : specifier.text,
        names: declared
          ? (namesOf(node) ?? []).map(n => (n.propertyName ?? n.name).text)
          : [],
        typeOnly: declared ? isTypeOnly(node) : ts.isImportTypeNode(node),
        line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return imports;
}

/** Findings for the imports that `why` objects to. */
export function checkImports(
  source: Source,
  why: (imported: Import) => string | undefined,
): Finding[] {
  return importsOf(source).flatMap(imported => {
    const message = why(imported);
    return message ? [{ line: imported.line, message }] : [];
  });
}
