import { Bound } from './bind-features';
import { isOfficial } from './check-image';
import { JobPlan } from './plan';
import { PlanOptions } from './plan-options';
import { CONTAINER_SECURITY } from './pod-template';
import { SettledConfiguration } from './settle-configuration';
import { holds } from '../configuration/catalog-data';
import { FlinkPlugin } from '../features/plugin';
import { quantity } from '../private/quantity';
import { complaint } from '../private/remedy';

/** Schemes that Flink serves without a plugin. `hdfs` does where Hadoop is on the class path. */
const SERVED = ['file', 'local', 'hdfs', 'viewfs', 'http', 'https'];

export interface PluginInput {
  readonly options: PlanOptions;
  readonly bound: Bound[];
  readonly job?: JobPlan;
  readonly settled: SettledConfiguration;
  readonly image: string;
  readonly problems: string[];
}

/**
 * The plugins of both roles, and how they get to where Flink looks for them.
 *
 * An init container copies each jar from the image's `opt` into a volume, mounted as that plugin's folder alone: the plugins that
 * the image already has stay in view, and the root file system may be read-only.
 */
export function planPlugins(input: PluginInput): { readonly bound: Bound[]; readonly schemes: string[] } {
  const { options, bound, image } = input;
  const asked = [...bound.flatMap((b) => b.plugins ?? []), ...(options.plugins ?? [])];
  const all = new Map(asked.map((plugin) => [plugin.name, plugin]));
  for (const [scheme, where] of schemes(input)) {
    if (SERVED.includes(scheme) || [...all.values()].some((plugin) => plugin.schemes.includes(scheme))) continue;
    const plugin = FlinkPlugin._forScheme(scheme);
    if (plugin) {
      all.set(plugin.name, plugin);
    } else {
      input.problems.push(complaint(`${where} has the scheme '${scheme}', which no file system of Flink serves`,
        `Use one of s3, gs, abfs, wasb, oss, hdfs or file; or, when your image has a plugin for it, say plugins: [FlinkPlugin.inImage('…', ['${scheme}'])]`));
    }
  }
  input.problems.push(...missing([...all.values()], input), ...ambiguous([...all.values()], input));
  const names = [...all.values()].filter((plugin) => plugin.fromOpt).map((plugin) => plugin.name).sort();
  const served = [...SERVED, ...[...all.values()].flatMap((plugin) => plugin.schemes)];
  return { bound: names.length ? [seeding(names, image, options)] : [], schemes: served };
}

/** Plugins that the image has not. What an image of the user's own has in its `opt` is not ours to know. */
function missing(plugins: FlinkPlugin[], { options: { version }, image }: PluginInput): string[] {
  return plugins.filter(({ fromOpt }) => fromOpt).flatMap(({ name, schemes: served, _lines: lines }) => {
    if (lines ? holds(lines, version.line) : !isOfficial(image)) return [];
    return [complaint(`plugin '${name}' is not in /opt/flink/opt of Flink ${version.line}${lines ? `: it came with Flink ${lines.split('-')[0]}` : ''}`,
      `${lines ? 'Use that line or a newer one' : 'Write its name as the image has it'}, or build an image with it and say FlinkPlugin.inImage('${name}', ${JSON.stringify(served)})`)];
  });
}

/** Of two plugins that serve one scheme Flink takes either. */
function ambiguous(plugins: FlinkPlugin[], input: PluginInput): string[] {
  return [...schemes(input)].flatMap(([scheme, where]) => {
    const both = plugins.filter((plugin) => plugin.schemes.includes(scheme));
    if (both.length < 2) return [];
    return [complaint(`${where} has the scheme '${scheme}', which ${both.map(({ name }) => `'${name}'`).join(' and ')} both serve: nobody knows which of them Flink takes`,
      'Keep one of them, or write URIs with a scheme that only one serves, as s3p and s3a')];
  });
}

function seeding(names: string[], image: string, options: PlanOptions): Bound {
  return {
    owner: 'plugins',
    pod: {
      volumes: [{ name: 'flink-plugins', emptyDir: {} }],
      mounts: names.map((name) => ({ name: 'flink-plugins', mountPath: `/opt/flink/plugins/${name}`, subPath: name, readOnly: true })),
      initContainers: [{
        name: 'flink-plugins',
        image,
        ...(options.imagePullPolicy ? { imagePullPolicy: options.imagePullPolicy } : {}),
        command: ['bash', '-euc', 'for name; do mkdir -p "/plugins/$name"; cp "/opt/flink/opt/$name"-[0-9]*.jar "/plugins/$name/"; done', 'flink-plugins'],
        args: names,
        securityContext: CONTAINER_SECURITY,
        resources: { requests: { cpu: quantity('100m'), memory: quantity('64Mi') }, limits: { memory: quantity('128Mi') } },
        volumeMounts: [{ name: 'flink-plugins', mountPath: '/plugins' }],
      }],
    },
  };
}

/** Every scheme that the configuration or the job names, and where. */
function schemes({ settled, job }: PluginInput): Map<string, string> {
  const found = new Map<string, string>();
  const see = (text: string, where: string) => {
    for (const [, scheme] of text.matchAll(/(?:^|[;,\s])([a-z][a-z0-9+.-]*):\/{1,3}[^\s;,]/gi)) found.set(scheme, found.get(scheme) ?? where);
  };
  for (const { key, text } of [...settled.jobManager.all(), ...settled.taskManager.all()]) {
    if (isDirectory(key)) see(text, `'${key}'`);
  }
  if (job) {
    see(job.artifact.uri, 'job.artifact');
    if (job.restoreFrom) see(job.restoreFrom, 'job.restoreFrom');
  }
  return found;
}

/** Options whose value Flink opens with its file systems; other URIs (`pekko.tcp://`, JDBC, REST) are none of ours. */
function isDirectory(option: string): boolean {
  return /(^|[.-])(dir|dirs|storageDir|path)$/.test(option);
}
