import { CONTAINER_SECURITY } from './pod-template';
import { includesVersion } from '../../configuration/catalog/catalog-data';
import { ResolvedConfiguration } from '../../configuration/resolve-configuration';
import { FeatureConfig } from '../../features/feature';
import { FlinkPlugin } from '../../features/plugin';
import { PlanFinding, problem } from '../../private/findings';
import { quantity } from '../../private/quantity';
import { isOfficialImage } from '../image-reference';
import { JobPlan } from '../plan';
import { PlanOptions } from '../plan-options';

/** Schemes that Flink supports without a plugin; `hdfs` where Hadoop is on the class path. */
const WITHOUT_PLUGIN = ['file', 'local', 'hdfs', 'viewfs', 'http', 'https'];

export interface PluginInput {
  readonly options: PlanOptions;
  readonly bound: FeatureConfig[];
  readonly job?: JobPlan;
  readonly configuration: ResolvedConfiguration;
  readonly image: string;
  readonly findings: PlanFinding[];
}

/** The plugins of both roles: who requires them, those to be copied from the image's `opt`, and the schemes that work with them. */
export interface PlannedPlugins {
  readonly required: FeatureConfig[];
  readonly names: string[];
  readonly schemes: string[];
}

/** The plugins that features and props ask for, and those that URIs in the configuration and the job require. */
export function planPlugins(input: PluginInput): PlannedPlugins {
  const { options, bound } = input;
  const asked = [...bound, ...(options.plugins?.length ? [{ owner: 'plugins', plugins: options.plugins }] : [])];
  const required = asked.filter(({ plugins }) => plugins?.length).map(({ owner, plugins }) => ({ owner, plugins }));
  const all = new Map(required.flatMap(({ plugins }) => plugins!).map((plugin) => [plugin.name, plugin]));
  for (const [scheme, where] of schemesOf(input)) {
    if (WITHOUT_PLUGIN.includes(scheme) || [...all.values()].some((plugin) => plugin.schemes.includes(scheme))) continue;
    const plugin = FlinkPlugin._forScheme(scheme);
    if (plugin) {
      all.set(plugin.name, plugin);
      required.push({ owner: where, plugins: [plugin] });
    } else {
      input.findings.push(problem('unsupported-scheme', `${where} has the scheme '${scheme}', which no file system of Flink supports`,
        `Use one of s3, gs, abfs, wasb, oss, hdfs or file; or, if your image has a plugin for it, add plugins: [FlinkPlugin.inImage('…', ['${scheme}'])]`, where));
    }
  }
  const plugins = [...all.values()];
  input.findings.push(...missing(plugins, input), ...ambiguous(plugins, input));
  const names = plugins.filter(({ fromOpt }) => fromOpt).map(({ name }) => name).sort();
  return { required, names, schemes: [...WITHOUT_PLUGIN, ...plugins.flatMap((plugin) => plugin.schemes)] };
}

/**
 * An init container that copies each jar from the image's `opt` into a volume, which is mounted as that plugin's folder alone: the plugins
 * of the image stay visible, and the root file system can be read-only.
 */
export function pluginInitContainer(names: string[], image: string, { imagePullPolicy }: PlanOptions): FeatureConfig[] {
  if (!names.length) return [];
  return [{
    owner: 'plugins',
    pod: {
      volumes: [{ name: 'flink-plugins', emptyDir: {} }],
      mounts: names.map((name) => ({ name: 'flink-plugins', mountPath: `/opt/flink/plugins/${name}`, subPath: name, readOnly: true })),
      initContainers: [{
        name: 'flink-plugins',
        image,
        ...(imagePullPolicy ? { imagePullPolicy } : {}),
        command: ['bash', '-euc', 'for name; do mkdir -p "/plugins/$name"; cp "/opt/flink/opt/$name"-[0-9]*.jar "/plugins/$name/"; done', 'flink-plugins'],
        args: names,
        securityContext: CONTAINER_SECURITY,
        resources: { requests: { cpu: quantity('100m'), memory: quantity('64Mi') }, limits: { memory: quantity('128Mi') } },
        volumeMounts: [{ name: 'flink-plugins', mountPath: '/plugins' }],
      }],
    },
  }];
}

/** Plugins that the image does not have. The `opt` of an image that is not official is not known. */
function missing(plugins: FlinkPlugin[], { options: { version }, image }: PluginInput): PlanFinding[] {
  return plugins.filter(({ fromOpt }) => fromOpt).flatMap(({ name, schemes, _versions: versions }) => {
    if (versions ? includesVersion(versions, version.minorVersion) : !isOfficialImage(image)) return [];
    return [problem('plugin-not-in-image', `plugin '${name}' is not in /opt/flink/opt of Flink ${version.minorVersion}${versions ? `: it was added in Flink ${versions.split('-')[0]}` : ''}`,
      `${versions ? 'Use that version or a newer one' : 'Write its name as in the image'}, or build an image with it and use FlinkPlugin.inImage('${name}', ${JSON.stringify(schemes)})`, name)];
  });
}

/** Of two plugins that support one scheme Flink uses either. */
function ambiguous(plugins: FlinkPlugin[], input: PluginInput): PlanFinding[] {
  return [...schemesOf(input)].flatMap(([scheme, where]) => {
    const both = plugins.filter((plugin) => plugin.schemes.includes(scheme));
    if (both.length < 2) return [];
    return [problem('ambiguous-plugins', `${where} has the scheme '${scheme}', which ${both.map(({ name }) => `'${name}'`).join(' and ')} both support: which of them Flink uses is not defined`,
      'Keep one of them, or write URIs with a scheme that only one supports, as s3p and s3a', where)];
  });
}

/** Every scheme that the configuration or the job names, and where. */
function schemesOf({ configuration, job }: PluginInput): Map<string, string> {
  const found = new Map<string, string>();
  const see = (text: string, where: string) => {
    for (const [, scheme] of text.matchAll(/(?:^|[;,\s])([a-z][a-z0-9+.-]*):\/{1,3}[^\s;,]/gi)) found.set(scheme, found.get(scheme) ?? where);
  };
  for (const { key, text } of [...configuration.jobManager.all(), ...configuration.taskManager.all()]) {
    if (isDirectory(key)) see(text, `'${key}'`);
  }
  if (job) {
    see(job.artifact.uri, 'job.artifact');
    if (job.restoreFrom) see(job.restoreFrom, 'job.restoreFrom');
  }
  return found;
}

/** Options whose value Flink opens with its file systems; other URIs (`pekko.tcp://`, JDBC, REST) need no plugin. */
function isDirectory(option: string): boolean {
  return /(^|[.-])(dir|dirs|storageDir|path)$/.test(option);
}
