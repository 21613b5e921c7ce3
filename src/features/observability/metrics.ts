import { Duration } from 'cdk8s';
import { FlinkOptionCatalog } from '../../configuration/catalog/option-catalog';
import { argumentError, PlanFinding, problem } from '../../private/findings';
import { checkArguments } from '../../props/check-arguments';
import { BuiltInFeature, FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';
import { PortCaller } from '../flink-port';

/** The endpoint that Prometheus scrapes, and which metrics it shows. */
export interface PrometheusOptions {
  /** The name of the reporter. @default 'prom' */
  readonly name?: string;
  /** The port on each JobManager and TaskManager. Its container port is named `metrics`. @default 9249 */
  readonly port?: number;
  /** The metrics that are reported, as `<scope>:<name>[,<name>]:<type>[,<type>]`. Flink 1.16 or newer. @default - all */
  readonly includes?: string[];
  /** The metrics that are not reported, in the same form. Flink 1.16 or newer. @default - none */
  readonly excludes?: string[];
  /** Variables that do not become labels, for example `task_attempt_id`, which changes with every restart. @default - none */
  readonly excludeVariables?: string[];
}

/** How often a reporter reports, and its own settings. */
export interface ReporterOptions {
  /** The time between two reports, for reporters that push metrics. @default - Flink's: 10 seconds */
  readonly interval?: Duration;
  /** Settings of the reporter, by the names that follow `metrics.reporter.<name>.`. @default - none */
  readonly settings?: { [name: string]: any };
}

/**
 * Reports the metrics of both roles to a monitoring system.
 *
 * The jars of Flink's own reporters are among the plugins of the official image.
 */
export abstract class MetricsReporter implements IFlinkFeature {
  /** An endpoint in each process that Prometheus scrapes. */
  public static prometheus(options: PrometheusOptions = {}): MetricsReporter {
    const { given, findings } = checkArguments('MetricsReporter.prometheus', { options });
    return new PrometheusReporter(given.options ?? {}, findings);
  }

  /**
   * Any reporter, by its factory.
   *
   * @param name the name of the reporter.
   * @param factoryClass the fully qualified name of the factory, for example `org.apache.flink.metrics.slf4j.Slf4jReporterFactory`.
   */
  public static of(name: string, factoryClass: string, options: ReporterOptions = {}): MetricsReporter {
    const { given, findings } = checkArguments('MetricsReporter.of', { name, factoryClass, options });
    return new OtherReporter(name, factoryClass, given.options ?? {}, findings);
  }

  protected constructor(
    /** The name of the reporter. */
    public readonly name: string,
  ) {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) {
      throw argumentError('MetricsReporter', 'invalid-metrics-reporter', `'${name}' cannot be part of the name of an option`, 'Use letters, digits, hyphen and underscore');
    }
  }

  /** What the reporter requires of a cluster. */
  public abstract bind(context: FeatureContext): FeatureConfig;

  /** The reporter's settings under the full names of the options. */
  protected options(options: { [suffix: string]: any }): { [option: string]: any } {
    return Object.fromEntries(Object.entries(options)
      .filter(([, v]) => v !== undefined)
      .map(([suffix, v]) => [`metrics.reporter.${this.name}.${suffix}`, v]));
  }
}

class PrometheusReporter extends MetricsReporter implements BuiltInFeature {
  public constructor(private readonly prometheus: PrometheusOptions, public readonly _findings: PlanFinding[]) {
    super(prometheus.name ?? 'prom');
  }

  public bind({ version }: FeatureContext): FeatureConfig {
    const { port = 9249, includes, excludes, excludeVariables } = this.prometheus;
    const ports = [{ name: this.name === 'prom' ? 'metrics' : portName(this.name), port, callers: [PortCaller.MONITORING] }];
    const problems: PlanFinding[] = [];
    if (!Number.isInteger(port) || port < 1024 || port > 65535) {
      problems.push(problem('invalid-port', `MetricsReporter.prometheus() has port ${port}`, 'Choose a whole number from 1024 to 65535', 'metrics'));
    }
    const filters = this.options({ 'filter.includes': includes, 'filter.excludes': excludes });
    for (const option of Object.keys(filters).filter((o) => !FlinkOptionCatalog.of(version).find(o))) {
      problems.push(problem('unsupported-by-flink-version', `Flink ${version.minorVersion} has no option '${option}', and would report all metrics`, 'Leave it out, or use Flink 1.16 or newer', option));
    }
    return {
      owner: `MetricsReporter '${this.name}'`,
      configuration: this.options({
        'factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
        'port': port,
        'filter.includes': includes,
        'filter.excludes': excludes,
        'scope.variables.excludes': excludeVariables?.join(';'),
      }),
      jobManager: { ports },
      taskManager: { ports },
      problems,
    };
  }
}

/** Kubernetes allows 15 lower-case letters, digits and inner hyphens. */
function portName(reporter: string): string {
  return `metrics-${reporter.toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 7) || 'x'}`;
}

class OtherReporter extends MetricsReporter implements BuiltInFeature {
  public constructor(
    name: string, private readonly factoryClass: string, private readonly reporter: ReporterOptions, public readonly _findings: PlanFinding[],
  ) {
    super(name);
    if (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(factoryClass)) {
      throw argumentError('MetricsReporter.of', 'invalid-metrics-reporter', `'${factoryClass}' is not the name of a Java class`, "Write the fully qualified name of the factory, for example 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory'");
    }
  }

  public bind(): FeatureConfig {
    const { interval, settings } = this.reporter;
    return {
      owner: `MetricsReporter '${this.name}'`,
      configuration: this.options({ 'factory.class': this.factoryClass, interval, ...settings }),
    };
  }
}
