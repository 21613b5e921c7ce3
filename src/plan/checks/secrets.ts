import { isReference, looksSecret } from './secret-names';
import { PlanFinding, problem } from '../../private/findings';
import { ClusterPlan } from '../plan';

/** Secrets inside values whose names do not tell. Options that are secrets themselves are refused where the configuration is resolved. */
export function checkSecrets(plan: ClusterPlan): PlanFinding[] {
  const options = [plan.jobManager, plan.taskManager].flatMap(({ configuration }) => configuration.all());
  return [
    ...options.flatMap(({ key, newestKey, text }) => [...userInfo(`'${key}'`, text), ...namedSecrets(key, newestKey, text)]),
    ...(plan.job ? [plan.job.artifact.uri, plan.job.restoreFrom ?? '', ...plan.job.args].flatMap((text) => userInfo('job', text)) : []),
  ];
}

/** `s3://key:secret@bucket`. */
function userInfo(where: string, text: string): PlanFinding[] {
  const [, user, password] = /[a-z][a-z0-9+.-]*:\/\/([^/\s:@]+):([^/\s@]+)@/i.exec(text) ?? [];
  return password && !isReference(password)
    ? [problem('secret-in-uri', `${where} has a URI that contains the password of '${user}'`, 'Write the URI without it, and give the credentials by a Secret', where)]
    : [];
}

/** `-Djavax.net.ssl.trustStorePassword=x` among JVM options, `db.password:x` among the jobs' parameters. */
function namedSecrets(key: string, newestKey: string, text: string): PlanFinding[] {
  const pairs = newestKey.startsWith('env.java.opts') ? /(?:^|\s)-D([^\s=]+)=(\S+)/g
    : newestKey === 'pipeline.global-job-parameters' ? /(?:^|[,;{])\s*["']?([^\s,;:"'{]+)["']?\s*:\s*([^,;}]+)/g : undefined;
  return (pairs ? [...text.matchAll(pairs)] : []).filter(([, name, secret]) => looksSecret(name) && !isReference(secret)).map(([, name]) => problem('secret-in-configuration',
    `'${key}' contains what looks like a secret ('${name}'), which would be stored in a ConfigMap`,
    'Put it into a Secret, pass it to the pod as environment or file, and read it there in the program', key));
}
