import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { FindingSeverity } from '../../src';

const SRC = join(__dirname, '..', '..', 'src');
const HERE = 'private/findings.ts';

/** What makes findings, and at which place it takes their id. */
const MAKERS: { [name: string]: { argument: number; severity: FindingSeverity } } = {
  problem: { argument: 0, severity: FindingSeverity.ERROR },
  warning: { argument: 0, severity: FindingSeverity.WARNING },
  argumentError: { argument: 1, severity: FindingSeverity.ERROR },
};

/** An id that the sources give to a finding, at one place. */
export interface FindingId {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly file: string;
}

/** Every id that the library gives to a finding. */
export function findingIds(): FindingId[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && file !== HERE).sort()
    .flatMap((file) => findingIdsOf(file, readFileSync(join(SRC, file), 'utf8')));
}

/** Ids in the text of one file. An id that cannot be read from the text is an error, since no list could contain it. */
export function findingIdsOf(file: string, text: string): FindingId[] {
  const ids: FindingId[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && Object.hasOwn(MAKERS, node.expression.text)) {
      const { argument, severity } = MAKERS[node.expression.text];
      ids.push(...literals(file, node.arguments[argument]).map((id) => ({ id, severity, file })));
    }
    if (ts.isObjectLiteralExpression(node) && isFinding(node)) throw new Error(`${file}: a finding is made without ${Object.keys(MAKERS).join('(), ')}(): ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  return ids;
}

function literals(file: string, node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literals(file, node.whenTrue), ...literals(file, node.whenFalse)];
  // The id of a finding that was made elsewhere.
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'id') return [];
  throw new Error(`${file}: the id ${node.getText()} is not a literal`);
}

function isFinding({ properties }: ts.ObjectLiteralExpression): boolean {
  const names = properties.map(({ name }) => name?.getText());
  return ['id', 'message', 'remedy'].every((name) => names.includes(name));
}
