/**
 * Reads objects as JSON from stdin and answers, for each, what the schema of its kind has against it. A process of its own, as the
 * schemas of Kubernetes are ES modules, one for each kind. Those of the Apache operator are data, made by tools/operator-schema.ts.
 */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const objects = JSON.parse(await new Promise((resolve) => {
  let text = '';
  process.stdin.on('data', (chunk) => { text += chunk; }).on('end', () => resolve(text));
}));

const operator = JSON.parse(readFileSync(new URL('flink.apache.org.json', import.meta.url), 'utf8'));
const ajv = new Ajv.default({ allErrors: true, allowUnionTypes: true });
const validators = new Map();

function operatorComplaint(object) {
  const { kind } = object;
  const validate = validators.get(kind) ?? ajv.compile({ ...operator.kinds[kind], $defs: operator.$defs });
  validators.set(kind, validate);
  return validate(object) ? null : ajv.errorsText(validate.errors);
}

async function kubernetesComplaint(object) {
  const { [object.kind]: Model } = await import(`kubernetes-models/${object.apiVersion}/${object.kind}`);
  try {
    new Model(object).validate();
    return null;
  } catch (error) {
    return error.message;
  }
}

const answers = [];
for (const object of objects) {
  answers.push(object.apiVersion.startsWith('flink.apache.org/') ? operatorComplaint(object) : await kubernetesComplaint(object));
}
process.stdout.write(JSON.stringify(answers));
