/**
 * Reads objects as JSON from stdin and answers, for each, what the schema of its kind has against it. A process of its own, as the
 * schemas are ES modules: one for each kind of Kubernetes and of the Apache operator.
 */
const objects = JSON.parse(await new Promise((resolve) => {
  let text = '';
  process.stdin.on('data', (chunk) => { text += chunk; }).on('end', () => resolve(text));
}));

async function modelOf({ apiVersion, kind }) {
  const path = apiVersion.startsWith('flink.apache.org/') ? `@kubernetes-models/flink/${apiVersion}/${kind}` : `kubernetes-models/${apiVersion}/${kind}`;
  return (await import(path))[kind];
}

const answers = [];
for (const object of objects) {
  const Model = await modelOf(object);
  try {
    new Model(object).validate();
    answers.push(null);
  } catch (error) {
    answers.push(error.message);
  }
}
process.stdout.write(JSON.stringify(answers));
