import { execFileSync } from 'child_process';
import { join } from 'path';

const VALIDATE = join(__dirname, '..', 'schema', 'validate.mjs');

/** What the schemas of Kubernetes and of the operators have against some objects; null where they have nothing. */
export function schemaComplaints(objects: any[]): (string | null)[] {
  return JSON.parse(execFileSync(process.execPath, [VALIDATE], { input: JSON.stringify(objects), encoding: 'utf8', maxBuffer: 2 ** 28 }));
}
