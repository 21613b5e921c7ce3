import { Size } from 'cdk8s';
import { PlanFinding, problem, warning } from '../../private/findings';
import { quantity } from '../../private/quantity';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/** The least severe messages that are logged. */
export enum LogLevel {
  /** Nothing. */
  OFF = 'OFF',
  /** Errors. */
  ERROR = 'ERROR',
  /** Errors and warnings. */
  WARN = 'WARN',
  /** Errors, warnings and the normal course of events. */
  INFO = 'INFO',
  /** Details for finding faults. */
  DEBUG = 'DEBUG',
  /** Everything. */
  TRACE = 'TRACE',
}

/** The log level, the log files and their rotation. */
export interface LoggingOptions {
  /** The level of all loggers that `loggers` does not name. @default LogLevel.INFO */
  readonly level?: LogLevel;
  /** The levels of single loggers, for example `{ 'org.apache.flink.runtime.checkpoint': LogLevel.DEBUG }`. @default - none */
  readonly loggers?: { [logger: string]: LogLevel };
  /** The size at which the log file, which the web UI shows, is rolled over. @default Size.mebibytes(20) */
  readonly maxFileSize?: Size;
  /** The number of rolled files that are kept. @default 5 */
  readonly maxFiles?: number;
  /** A complete `log4j-console.properties` in the syntax of Log4j 2, instead of the generated one. @default - written from the other options */
  readonly log4jConsole?: string;
  /** A complete `logback-console.xml`, for images that log through Logback. @default - none */
  readonly logbackConsole?: string;
}

const PATTERN = '%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n';

/**
 * The logging files beside Flink's configuration file, and a volume for the log file.
 *
 * A mounted configuration hides the image's files, so all files that a container reads are written. Log4j checks its file twice a minute:
 * another level reaches running pods without a restart.
 * @internal
 */
export class Logging implements IFlinkFeature {
  private readonly options: LoggingOptions;

  /** @param given undefined when the user sets no option: a system that takes no files may then use the image's. */
  public constructor(private readonly given?: LoggingOptions) {
    this.options = given ?? {};
  }

  public bind(context: FeatureContext): FeatureConfig {
    const { log4jConsole, logbackConsole } = this.options;
    const pod = {
      volumes: [{ name: 'flink-log', emptyDir: { sizeLimit: quantity(`${this.sizeOfFolder()}Mi`) } }],
      mounts: [{ name: 'flink-log', mountPath: '/opt/flink/log' }],
    };
    return {
      owner: 'logging',
      optional: this.given === undefined,
      configFiles: {
        'log4j-console.properties': log4jConsole ?? this.console(context.version._facts.rpcLogger),
        ...(logbackConsole ? { 'logback-console.xml': logbackConsole } : {}),
      },
      pod,
      client: { pod, configFiles: { 'log4j-cli.properties': CLIENT_LOG4J } },
      problems: this.problems(),
      warnings: this.warnings(),
    };
  }

  /** MiB of the log folder: a container that restarts begins new files, so there is room for several generations. */
  private sizeOfFolder(): number {
    const { maxFileSize = Size.mebibytes(20), maxFiles = 5 } = this.options;
    return Math.ceil((kibibytes(maxFileSize) * (maxFiles + 1) * 8) / 1024);
  }

  private console(rpcLogger: string): string {
    const { level = LogLevel.INFO, loggers = {}, maxFileSize = Size.mebibytes(20), maxFiles = 5 } = this.options;
    // These libraries say too much below INFO: the root level does not reach them.
    const quiet = Object.fromEntries([rpcLogger, 'org.apache.kafka', 'org.apache.hadoop', 'org.apache.zookeeper'].map((name) => [name, LogLevel.INFO]));
    const own = Object.entries(loggers).sort(([a], [b]) => (a < b ? -1 : 1));
    const named = Object.entries({ ...quiet, ...Object.fromEntries(own) }).flatMap(([name, l]) => [
      `logger.${identifier(name)}.name = ${name}`, `logger.${identifier(name)}.level = ${l}`,
    ]);
    return [
      'monitorInterval = 30',
      '',
      `rootLogger.level = ${level}`,
      'rootLogger.appenderRef.console.ref = ConsoleAppender',
      'rootLogger.appenderRef.rolling.ref = RollingFileAppender',
      '',
      ...named,
      '',
      ...appender('console', 'ConsoleAppender', 'CONSOLE'),
      '',
      ...appender('rolling', 'RollingFileAppender', 'RollingFile'),
      'appender.rolling.append = true',
      'appender.rolling.fileName = ${sys:log.file}',
      'appender.rolling.filePattern = ${sys:log.file}.%i',
      'appender.rolling.policies.type = Policies',
      'appender.rolling.policies.size.type = SizeBasedTriggeringPolicy',
      `appender.rolling.policies.size.size = ${Math.ceil(kibibytes(maxFileSize))}KB`,
      'appender.rolling.policies.startup.type = OnStartupTriggeringPolicy',
      'appender.rolling.strategy.type = DefaultRolloverStrategy',
      `appender.rolling.strategy.max = ${maxFiles}`,
      '',
    ].join('\n');
  }

  private warnings(): PlanFinding[] {
    const { log4jConsole } = this.options;
    const replaced = (['level', 'loggers', 'maxFileSize', 'maxFiles'] as const).filter((option) => this.options[option] !== undefined).map((option) => `logging.${option}`);
    if (log4jConsole === undefined || !replaced.length) return [];
    return [warning('replaced-logging-options', `logging.log4jConsole is the complete configuration of Log4j, and ${replaced.join(' and ')} would not change it`,
      `Write it in log4jConsole, and remove ${replaced.join(' and ')}; or remove logging.log4jConsole. To size the volume of the log files alone, acknowledge this warning`, 'logging.log4jConsole')];
  }

  private problems(): PlanFinding[] {
    const problems: PlanFinding[] = [];
    const { log4jConsole, maxFiles, maxFileSize, loggers = {} } = this.options;
    if (log4jConsole?.trim() === '') {
      problems.push(problem('invalid-log4j-configuration', 'logging.log4jConsole is empty, and Flink would log nothing but errors', "Leave it out, or write it for Log4j 2, beginning with 'rootLogger.level = INFO'", 'logging.log4jConsole'));
    }
    if (maxFileSize && kibibytes(maxFileSize) <= 0) {
      problems.push(problem('invalid-log-rotation', `logging.maxFileSize is ${kibibytes(maxFileSize)} KiB`, 'Give the file a size, for example Size.mebibytes(20)', 'logging.maxFileSize'));
    }
    if (log4jConsole && /^\s*log4j\./m.test(log4jConsole)) {
      problems.push(problem('invalid-log4j-configuration', 'logging.log4jConsole is in the syntax of Log4j 1 (log4j.…), which Flink does not read', "Write it for Log4j 2, beginning with 'rootLogger.level = INFO'", 'logging.log4jConsole'));
    }
    if (maxFiles !== undefined && !(Number.isInteger(maxFiles) && maxFiles >= 1)) {
      problems.push(problem('invalid-log-rotation', `logging.maxFiles is ${maxFiles}`, 'Keep at least 1', 'logging.maxFiles'));
    }
    for (const name of Object.keys(loggers)) {
      if (!/^[\w$.-]+$/.test(name)) problems.push(problem('invalid-logger-name', `logging.loggers has '${name}', which is not the name of a logger`, "Write a package or class, for example 'org.apache.flink'", 'logging.loggers'));
    }
    return problems;
  }
}

/** Log4j's own name of a logger in its file, which must not contain points: `org.apache.kafka` as `org_apache_kafka`. */
function identifier(logger: string): string {
  return logger.replace(/_/g, '__').replace(/\./g, '_');
}

/** 2 is SizeRoundingBehavior.NONE: a fraction is no error. */
function kibibytes(size: Size): number {
  return size.toKibibytes({ rounding: 2 });
}

function appender(id: string, name: string, type: string): string[] {
  return [
    `appender.${id}.name = ${name}`,
    `appender.${id}.type = ${type}`,
    `appender.${id}.layout.type = PatternLayout`,
    `appender.${id}.layout.pattern = ${PATTERN}`,
  ];
}

/** For Flink's client, which logs to the console of its pod. */
const CLIENT_LOG4J = [
  'rootLogger.level = INFO',
  'rootLogger.appenderRef.console.ref = ConsoleAppender',
  '',
  ...appender('console', 'ConsoleAppender', 'CONSOLE'),
  '',
].join('\n');
