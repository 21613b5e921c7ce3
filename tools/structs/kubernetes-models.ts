import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { ROOT } from './assembly';

/** A field of a Kubernetes object. Its type is written as in `catalog/structs.json`, structs by the names of Kubernetes. */
export interface ModelField {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

const MODELS = join(ROOT, 'node_modules', 'kubernetes-models');
const MACHINERY = [join(MODELS, 'node_modules'), join(ROOT, 'node_modules')].map((folder) => join(folder, '@kubernetes-models', 'apimachinery')).find(existsSync)!;
const FOLDERS = [join(MODELS, 'v1'), join(MODELS, 'rbac.authorization.k8s.io', 'v1'), join(MACHINERY, 'apis', 'meta', 'v1')];

/** Types that are written as text or numbers. */
const SCALARS: { readonly [name: string]: string } = { Quantity: 'Quantity', IntOrString: 'IntOrString', Time: 'date', MicroTime: 'date', FieldsV1: 'any' };

const paths = new Map(FOLDERS.flatMap((folder) => readdirSync(folder)
  .filter((file) => file.endsWith('.d.ts'))
  .map((file): [string, string] => [file.slice(0, -'.d.ts'.length).toLowerCase(), join(folder, file)])));

/** The fields of a struct as the newest Kubernetes has them that we know of. Letter case does not matter: `HttpGetAction` is `HTTPGetAction`. */
export function modelFields(name: string): ModelField[] {
  const path = paths.get(name.toLowerCase());
  if (!path) return [];
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
  const [model] = source.statements.filter(ts.isInterfaceDeclaration);
  return model.members.filter(ts.isPropertySignature).map((member) => ({
    name: (member.name as ts.StringLiteral).text,
    type: typeText(member.type!),
    optional: member.questionToken !== undefined,
  }));
}

function typeText(type: ts.TypeNode): string {
  if (ts.isUnionTypeNode(type)) return `=${type.types.map((each) => ((each as ts.LiteralTypeNode).literal as ts.StringLiteral).text).join('|')}`;
  if (ts.isLiteralTypeNode(type)) return `=${(type.literal as ts.StringLiteral).text}`;
  if (ts.isTypeLiteralNode(type)) {
    const [member] = type.members;
    return member && ts.isIndexSignatureDeclaration(member) ? `${typeText(member.type)}{}` : 'any';
  }
  if (ts.isTypeReferenceNode(type)) {
    const name = (type.typeName as ts.Identifier).text;
    if (name === 'Array') return `${typeText(type.typeArguments![0])}[]`;
    const short = name.replace(/^IIoK8s(ApimachineryPkg(ApiResource|UtilIntstr)|\w*?V\d+(?=[A-Z]))/, '');
    return SCALARS[short] ?? `k8s.${short}`;
  }
  return { [ts.SyntaxKind.StringKeyword]: 'string', [ts.SyntaxKind.NumberKeyword]: 'number', [ts.SyntaxKind.BooleanKeyword]: 'boolean' }[type.kind as number] ?? 'any';
}
