/**
 * Writes catalog/structs.json: what is known at run time of the structs, enums and classes that users hand in. It reads the assemblies that
 * jsii has written, and so runs after it: npm run structs
 */
import { writeFileSync } from 'fs';
import { join } from 'path';
import { assemblies, ROOT } from './assembly';
import { StructCollector } from './structs';
import * as library from '../../lib';

const OWN = assemblies('.');

const structs = new StructCollector(
  { ...OWN, ...assemblies('node_modules/cdk8s', 'node_modules/cdk8s-plus-27') },
  Object.keys(OWN).sort(),
  (name) => name.split('.').reduce<any>((scope, part) => scope[part], library) as { [constant: string]: string },
).collect();

const entries = (section: object) => Object.entries(section).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`);
const sections = Object.entries(structs).map(([section, content]) => `${JSON.stringify(section)}:{\n${entries(content).join(',\n')}\n}`);
writeFileSync(join(ROOT, 'catalog', 'structs.json'), `{\n${sections.join(',\n')}\n}\n`);
console.log(`${Object.keys(structs.structs).length} structs and methods, ${Object.keys(structs.enums).length} enums, ${Object.keys(structs.classes).length} classes`);
