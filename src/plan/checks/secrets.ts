import { isReference, looksSecret, secretWithin, userOf } from './secret-names';
import { PlanFinding, problem } from '../../private/findings';
import { ClusterPlan } from '../plan';

/** Secrets inside values whose names do not tell. Options that are secrets themselves are refused where the configuration is resolved. */
export function checkSecrets(plan: ClusterPlan): PlanFinding[] {
  const options = [plan.jobManager, plan.taskManager].flatMap(({ configuration }) => configuration.all());
  return [
    ...options.flatMap(({ key, newestKey, text }) => [...userInfo(`'${key}'`, text), ...namedSecrets(key, newestKey, text), ...secretsWithin(key, text)]),
    ...(plan.job ? [plan.job.artifact.uri, plan.job.restoreFrom ?? '', ...plan.job.args].flatMap((text) => userInfo('job', text)) : []),
    ...Object.entries(plan.configFiles).flatMap(([file, text]) => secretsInFile(file, text)),
  ];
}

function userInfo(where: string, text: string): PlanFinding[] {
  const user = userOf(text);
  return user === undefined ? []
    : [problem('secret-in-uri', `${where} has a URI that contains the password of '${user}'`, 'Write the URI without it, and give the credentials by a Secret', where)];
}

/** Secrets in the values of options, however they are called. */
function secretsWithin(key: string, text: string): PlanFinding[] {
  const name = secretWithin(text);
  return name === undefined ? [] : [inConfigMap(`'${key}'`, name, key)];
}

/** Lines of a file as `password = x` and `password: x`, and elements as `<password>x</password>`. */
const LINES = [/^\s*["']?([\w.-]+)["']?\s*[=:][ \t]*(\S.*)$/gm, /<([\w.-]+)>([^<>\s][^<>]*)<\//g];

/** Secrets in files that a ConfigMap contains. */
function secretsInFile(file: string, text: string): PlanFinding[] {
  const [, named] = LINES.flatMap((lines) => [...text.matchAll(lines)]).find(([, name, content]) => looksSecret(name) && !isReference(content)) ?? [];
  const name = named ?? secretWithin(text);
  if (name === undefined) return [];
  return [problem('secret-in-configuration', `the file '${file}' contains what looks like a secret ('${name}'), which would be stored in a ConfigMap`,
    /^log(4j|back)/.test(file) ? 'Put it into a Secret, pass it to the pod as environment (pod.env with secretKeyRef), and refer to it, in Log4j with ${env:NAME}, in Logback with ${NAME}'
      : 'Put the file into a Secret, and mount it with pod.volumes and pod.mounts', file)];
}

function inConfigMap(what: string, name: string, subject: string): PlanFinding {
  return problem('secret-in-configuration', `${what} contains what looks like a secret ('${name}'), which would be stored in a ConfigMap`,
    'Put it into a Secret, pass it to the pod as environment or file, and read it there in the program', subject);
}

/** `-Djavax.net.ssl.trustStorePassword=x` among JVM options, `db.password:x` among the jobs' parameters. */
function namedSecrets(key: string, newestKey: string, text: string): PlanFinding[] {
  const pairs = newestKey.startsWith('env.java.opts') ? /(?:^|\s)-D([^\s=]+)=(\S+)/g
    : newestKey === 'pipeline.global-job-parameters' ? /(?:^|[,;{])\s*["']?([^\s,;:"'{]+)["']?\s*:\s*([^,;}]+)/g : undefined;
  return (pairs ? [...text.matchAll(pairs)] : []).filter(([, name, secret]) => looksSecret(name) && !isReference(secret))
    .map(([, name]) => inConfigMap(`'${key}'`, name, key));
}
