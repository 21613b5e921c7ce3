/**
 * Writes test/schema/flink.apache.org.json, the JSON schemas of the Apache operator's resources: npm run operator-schema
 *
 * They are read from the types of @kubernetes-models/flink, which are made from the operator's CRDs. That package asks for a newer Node
 * than ours, and is therefore fetched here instead of being a dependency of the tests. Types do not tell whole numbers from others.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as ts from 'typescript';
import { run } from './flink/run';

const MODELS = '@kubernetes-models/flink@1.0.1';
const VERSION = 'flink.apache.org/v1beta1';
const KINDS = ['FlinkBlueGreenDeployment', 'FlinkDeployment', 'FlinkSessionJob', 'FlinkStateSnapshot'];
const OUT = join(__dirname, '..', 'test', 'schema', 'flink.apache.org.json');

type Schema = { readonly [keyword: string]: unknown };

/** A pod template occurs several times in each resource: what is long and equal is written once. */
class Definitions {
  public readonly schemas: { [name: string]: Schema } = {};
  private readonly names = new Map<string, string>();

  public share(hint: string, schema: Schema): Schema {
    const text = JSON.stringify(schema);
    if (text.length < 100) return schema;
    const name = this.names.get(text) ?? this.freeName(hint);
    this.names.set(text, name);
    this.schemas[name] = schema;
    return { $ref: `#/$defs/${name}` };
  }

  private freeName(hint: string): string {
    for (let i = 1; ; i++) {
      const name = i === 1 ? hint : `${hint}${i}`;
      if (!this.schemas[name]) return name;
    }
  }
}

/** What a type of the declarations allows. Fields that it does not have are pruned by Kubernetes, and are therefore refused here. */
function schemaOf(hint: string, type: ts.TypeNode, definitions: Definitions): Schema {
  if (ts.isTypeLiteralNode(type)) return definitions.share(hint, objectSchema(type.members, definitions));
  if (ts.isArrayTypeNode(type)) return { type: 'array', items: schemaOf(hint, type.elementType, definitions) };
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText();
    if (name === 'Array') return { type: 'array', items: schemaOf(hint, type.typeArguments![0], definitions) };
    if (name === 'IObjectMeta') return { type: 'object' };
  }
  if (ts.isUnionTypeNode(type)) {
    return type.types.every(ts.isLiteralTypeNode)
      ? { enum: type.types.map((each) => JSON.parse(each.getText())) }
      : { anyOf: type.types.map((each) => schemaOf(hint, each, definitions)) };
  }
  if (ts.isLiteralTypeNode(type)) return { const: JSON.parse(type.getText()) };
  if (type.kind === ts.SyntaxKind.AnyKeyword) return {};
  const text = type.getText();
  if (['string', 'number', 'boolean'].includes(text)) return { type: text };
  throw new Error(`${hint}: ${text} is a type that this tool does not know`);
}

function objectSchema(members: ts.NodeArray<ts.TypeElement>, definitions: Definitions): Schema {
  const entries = members.find(ts.isIndexSignatureDeclaration);
  if (entries) return { type: 'object', additionalProperties: schemaOf('entry', entries.type, definitions) };
  const fields = members.filter(ts.isPropertySignature).map((field) => ({ name: (field.name as ts.StringLiteral).text, field }));
  if (!fields.length) return { type: 'object' };
  const required = fields.filter(({ field }) => !field.questionToken).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, field }) => [name, schemaOf(name, field.type!, definitions)])),
    additionalProperties: false,
    ...(required.length ? { required } : {}),
  };
}

/** The schema of one kind; what the operator itself writes, the status, is left out. */
function kindSchema(kind: string, declarations: string, definitions: Definitions): Schema {
  const source = ts.createSourceFile(`${kind}.d.ts`, declarations, ts.ScriptTarget.Latest, true);
  const resource = source.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === `I${kind}`)!;
  return objectSchema(ts.factory.createNodeArray(resource.members.filter((member) => member.name && (member.name as ts.StringLiteral).text !== 'status')), definitions);
}

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'operator-schema-'));
  try {
    await run('npm', ['pack', '--silent', MODELS], work);
    await run('tar', ['-xzf', `${MODELS.replace('@', '').replace(/[/@]/g, '-')}.tgz`], work);
    const definitions = new Definitions();
    const read = (kind: string) => readFileSync(join(work, 'package', VERSION, `${kind}.d.ts`), 'utf8');
    const kinds = Object.fromEntries(KINDS.map((kind) => [kind, kindSchema(kind, read(kind), definitions)]));
    const lines = (schemas: { [name: string]: Schema }) => Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => `  ${JSON.stringify(name)}: ${JSON.stringify(schema)}`).join(',\n');
    writeFileSync(OUT, `{ "madeFrom": ${JSON.stringify(MODELS)},\n"kinds": {\n${lines(kinds)}\n},\n"$defs": {\n${lines(definitions.schemas)}\n} }\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
