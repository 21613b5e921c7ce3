import { readFileSync } from 'fs';
import { join } from 'path';
import { Fields, ROOT } from './assembly';
import { modelFields } from './kubernetes-models';

const imports = readFileSync(join(ROOT, 'node_modules', 'cdk8s-plus-27', 'lib', 'imports', 'k8s.js'), 'utf8');

/**
 * A Kubernetes struct of cdk8s-plus as the API server reads it: fields by their own names where cdk8s-plus spells them differently
 * (`hostIp>hostIP`), the values of its enumerations, and the fields that newer releases have added.
 */
export function kubernetesStruct(name: string, known: Fields, knownNames: readonly string[]): Fields {
  const short = name.slice('k8s.'.length);
  const spelled = spelledFields(short);
  const models = modelFields(short);
  const fields: { [field: string]: string } = {};
  for (const [field, type] of Object.entries(known)) {
    const own = spelled[field] ?? field;
    const model = models.find((each) => each.name === own);
    fields[own === field ? field : `${field}>${own}`] = model?.type.startsWith('=') ? model.type + (type.endsWith('!') ? '!' : '') : type;
  }
  const ownNames = Object.keys(known).map((field) => spelled[field] ?? field);
  for (const model of models.filter((each) => !ownNames.includes(each.name))) {
    fields[model.name] = asKnown(model.type, knownNames) + (model.optional ? '' : '!');
  }
  return fields;
}

/** By what names cdk8s-plus writes the fields of a struct. */
function spelledFields(struct: string): { [field: string]: string } {
  const body = new RegExp(`^function toJson_${struct}\\(obj\\) \\{[^]*?^\\}`, 'm').exec(imports)?.[0] ?? '';
  return Object.fromEntries([...body.matchAll(/^\s+'([^']+)':.*?\bobj\.(\w+)/gm)].map(([, own, field]) => [field, own]));
}

/** A type by the name that cdk8s-plus has for it. */
function asKnown(type: string, knownNames: readonly string[]): string {
  return type.replace(/^k8s\.\w+/, (name) => knownNames.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name);
}
