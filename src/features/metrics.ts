import { Duration } from 'cdk8s';
import { FeatureConfig, FeatureContext, IFlinkFeature } from './feature';
import { FlinkOptionCatalog } from '../configuration/option-catalog';
import { complaint, wrong } from '../private/remedy';

/** How Prometheus reads metrics. */
export interface PrometheusOptions {
  /** The reporter's name. @default 'prom' */
  readonly name?: string;
  /** The port on every JobManager and TaskManager; the container port is called `metrics`. @default 9249 */
  readonly port?: number;
  /** Which metrics are reported, as `<scope>:<name>[,<name>]:<type>[,<type>]`. Flink 1.16 or newer. @default - all */
  readonly includes?: string[];
  /** Which metrics are not reported, in the same form. Flink 1.16 or newer. @default - none is left out */
  readonly excludes?: string[];
  /** Variables that do not become labels, for example `task_attempt_id`, which is new after every failure. @default - none */
  readonly excludeVariables?: string[];
}

/** Any other reporter. */
export interface ReporterOptions {
  /** How often it reports, where it does so by itself. @default - Flink's: 10 seconds */
  readonly interval?: Duration;
  /** Its own settings, by the names that follow `metrics.reporter.<name>.`. @default - none */
  readonly settings?: { [name: string]: any };
}

/**
 * Somebody who tells metrics to the world.
 *
 * The jars of Flink's own reporters are in the image's plugins already.
 */
export abstract class MetricsReporter implements IFlinkFeature {
  /** Prometheus scrapes each process. */
  public static prometheus(options: PrometheusOptions = {}): MetricsReporter {
    return new PrometheusReporter(options);
  }

  /**
   * Any reporter by its factory.
   *
   * @param name the reporter's name.
   * @param factoryClass the full name of the factory, for example `org.apache.flink.metrics.slf4j.Slf4jReporterFactory`.
   */
  public static of(name: string, factoryClass: string, options: ReporterOptions = {}): MetricsReporter {
    return new OtherReporter(name, factoryClass, options);
  }

  protected constructor(
    /** The reporter's name. */
    public readonly name: string,
  ) {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) {
      throw wrong('MetricsReporter', `'${name}' cannot be part of an option's name`, 'Use letters, digits, hyphen and underscore');
    }
  }

  /** What the reporter needs of a cluster. */
  public abstract bind(context: FeatureContext): FeatureConfig;

  /** Names the reporter's options. */
  protected options(options: { [suffix: string]: any }): { [option: string]: any } {
    return Object.fromEntries(Object.entries(options)
      .filter(([, v]) => v !== undefined)
      .map(([suffix, v]) => [`metrics.reporter.${this.name}.${suffix}`, v]));
  }
}

class PrometheusReporter extends MetricsReporter {
  public constructor(private readonly prometheus: PrometheusOptions) {
    super(prometheus.name ?? 'prom');
  }

  public bind({ version }: FeatureContext): FeatureConfig {
    const { port = 9249, includes, excludes, excludeVariables } = this.prometheus;
    const ports = [{ name: this.name === 'prom' ? 'metrics' : portName(this.name), containerPort: port }];
    const problems: string[] = [];
    if (!Number.isInteger(port) || port < 1024 || port > 65535) {
      problems.push(complaint(`MetricsReporter.prometheus() has port ${port}`, 'Choose a whole number from 1024 to 65535'));
    }
    const filters = this.options({ 'filter.includes': includes, 'filter.excludes': excludes });
    for (const option of Object.keys(filters).filter((o) => !FlinkOptionCatalog.of(version).find(o))) {
      problems.push(complaint(`Flink ${version.line} does not know '${option}', and would report all metrics`, 'Leave it out, or use Flink 1.16 or newer'));
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

/** Kubernetes takes 15 small letters, digits and inner hyphens. */
function portName(reporter: string): string {
  return `metrics-${reporter.toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 7) || 'x'}`;
}

class OtherReporter extends MetricsReporter {
  public constructor(name: string, private readonly factoryClass: string, private readonly reporter: ReporterOptions) {
    super(name);
    if (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(factoryClass)) {
      throw wrong('MetricsReporter.of', `'${factoryClass}' is no Java class`, "Write the factory's full name, for example 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory'");
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
