import { ClusterPlan } from './plan';
import { isReference, looksSecret } from './secret-names';
import { complaint } from '../private/remedy';

/** Secrets inside values whose names say nothing of them. Options that are secrets themselves are refused where they are settled. */
export function checkSecrets(plan: ClusterPlan): string[] {
  const options = [plan.jobManager, plan.taskManager].flatMap(({ configuration }) => configuration.all());
  return [
    ...options.flatMap(({ key, newest, text }) => [...userInfo(`'${key}'`, text), ...named(key, newest, text)]),
    ...(plan.job ? [plan.job.artifact.uri, plan.job.restoreFrom ?? '', ...plan.job.args].flatMap((text) => userInfo('job', text)) : []),
  ];
}

/** `s3://key:secret@bucket`. */
function userInfo(where: string, text: string): string[] {
  const [, user, password] = /[a-z][a-z0-9+.-]*:\/\/([^/\s:@]+):([^/\s@]+)@/i.exec(text) ?? [];
  return password && !isReference(password)
    ? [complaint(`${where} has a URI with the password of '${user}' in it, for everybody to read`, 'Write the URI without it, and give the credentials by a Secret')]
    : [];
}

/** `-Djavax.net.ssl.trustStorePassword=x` among JVM options, `db.password:x` among the jobs' parameters. */
function named(key: string, newest: string, text: string): string[] {
  const pairs = newest.startsWith('env.java.opts') ? /(?:^|\s)-D([^\s=]+)=(\S+)/g
    : newest === 'pipeline.global-job-parameters' ? /(?:^|[,;{])\s*["']?([^\s,;:"'{]+)["']?\s*:\s*([^,;}]+)/g : undefined;
  return (pairs ? [...text.matchAll(pairs)] : []).filter(([, name, secret]) => looksSecret(name) && !isReference(secret)).map(([, name]) => complaint(
    `'${key}' holds what looks like a secret ('${name}'), and it would stand in a ConfigMap`,
    'Put it into a Secret, give it to the pod as environment or file, and let the program read it there'));
}
