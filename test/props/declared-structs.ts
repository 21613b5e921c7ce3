import { existsSync, readFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import * as ts from 'typescript';

/** A file whose declarations users see, and the submodule that they are in. */
interface Source {
  readonly prefix: string;
  readonly statements: readonly ts.Statement[];
}

/** The files that an index exports. */
function exported(index: string, prefix = ''): Source[] {
  const { statements } = ts.createSourceFile(index, readFileSync(index, 'utf8'), ts.ScriptTarget.ES2022, true);
  const reexports = statements.filter(ts.isExportDeclaration);
  if (!reexports.length) return [{ prefix, statements }];
  return reexports.flatMap(({ exportClause, moduleSpecifier }) => {
    const base = resolve(dirname(index), (moduleSpecifier as ts.StringLiteral).text);
    const submodule = exportClause && ts.isNamespaceExport(exportClause) ? `${exportClause.name.text}.` : prefix;
    return exported(existsSync(`${base}.ts`) ? `${base}.ts` : join(base, 'index.ts'), submodule);
  });
}

const sources = exported(join(__dirname, '..', '..', 'src', 'index.ts'));

/** Exported declarations of the sources by name; those of a system in a submodule begin with its folder. */
function declarations<T extends ts.InterfaceDeclaration | ts.EnumDeclaration | ts.ClassDeclaration>(is: (node: ts.Node) => node is T): Map<string, T> {
  return new Map(sources.flatMap(({ prefix, statements }) => statements.filter(is)
    .filter((declaration) => !ts.getJSDocTags(declaration).some((tag) => tag.tagName.text === 'internal'))
    .filter((declaration) => declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map((declaration): [string, T] => [prefix + declaration.name!.text, declaration])));
}

export const interfaces = declarations(ts.isInterfaceDeclaration);
export const enums = declarations(ts.isEnumDeclaration);
export const classes = declarations(ts.isClassDeclaration);

/** The type of a prop or a parameter as catalog/structs.json writes it. */
function typeText(type: ts.TypeNode): string {
  if (ts.isArrayTypeNode(type)) return `${typeText(type.elementType)}[]`;
  if (ts.isTypeLiteralNode(type)) return `${typeText((type.members[0] as ts.IndexSignatureDeclaration).type)}{}`;
  const text = type.getText();
  if (/^k8s\.(Quantity|IntOrString)$/.test(text)) return text.slice('k8s.'.length);
  if (text === 'FlinkOptionKey | (string & {})') return 'string';
  return text === 'Date' ? 'date' : [...interfaces.keys(), ...enums.keys()].find((name) => name.endsWith(`.${text}`)) ?? text;
}

function field(name: ts.PropertyName | ts.BindingName, type: ts.TypeNode, optional: boolean): [string, string] {
  const text = typeText(type);
  return [name.getText(), text + (optional || text === 'any' ? '' : '!')];
}

/** The fields of a struct, inherited ones included. */
export function declaredFields(name: string): { [field: string]: string } {
  const struct = interfaces.get(name)!;
  const inherited = struct.heritageClauses?.flatMap(({ types }) => types).map((base) => declaredFields(base.getText())) ?? [];
  const own = struct.members.filter(ts.isPropertySignature).map((member) => field(member.name, member.type!, member.questionToken !== undefined));
  return Object.assign({}, ...inherited, Object.fromEntries(own));
}

/** The public static methods that have parameters, by class and name. */
export function declaredFactories(): { [call: string]: { [parameter: string]: string } } {
  const calls = [...classes].flatMap(([name, { members }]) => members.filter(ts.isMethodDeclaration)
    .filter((member) => member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) && member.parameters.length)
    .filter((member) => !member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) && !member.name.getText().startsWith('_'))
    .map((member): [string, { [parameter: string]: string }] => [
      `${name}.${member.name.getText()}`,
      Object.fromEntries(member.parameters.map((parameter) => field(parameter.name, parameter.type!, (parameter.questionToken ?? parameter.initializer) !== undefined))),
    ]));
  return Object.fromEntries(calls);
}

/** The constants of an enum with their values. */
export function declaredConstants(name: string): { [constant: string]: string } {
  return Object.fromEntries(enums.get(name)!.members.map((member) => [member.name.getText(), (member.initializer as ts.StringLiteral).text]));
}
