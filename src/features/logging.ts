import { Size } from 'cdk8s';
import { FeatureConfig, FeatureContext, IFlinkFeature } from './feature';
import { quantity } from '../private/quantity';
import { complaint } from '../private/remedy';

/** How much is logged. */
export enum LogLevel {
  /** Nothing. */
  OFF = 'OFF',
  /** Errors. */
  ERROR = 'ERROR',
  /** And warnings. */
  WARN = 'WARN',
  /** And what happens. */
  INFO = 'INFO',
  /** And why. */
  DEBUG = 'DEBUG',
  /** And everything else. */
  TRACE = 'TRACE',
}

/** What Flink logs, and where. */
export interface LoggingOptions {
  /** Level of everything that `loggers` does not name. @default LogLevel.INFO */
  readonly level?: LogLevel;
  /** Levels of single loggers, for example `{ 'org.apache.flink.runtime.checkpoint': LogLevel.DEBUG }`. @default - none */
  readonly loggers?: { [logger: string]: LogLevel };
  /** Size at which the log file, which Flink's UI shows, is rolled. @default Size.mebibytes(20) */
  readonly maxFileSize?: Size;
  /** How many rolled files are kept. @default 5 */
  readonly maxFiles?: number;
  /** A whole `log4j-console.properties` of your own, in the syntax of Log4j 2. @default - written from the other options */
  readonly log4jConsole?: string;
  /** A whole `logback-console.xml`, for images whose logging is Logback. @default - none */
  readonly logbackConsole?: string;
}

const PATTERN = '%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n';

/**
 * The logging files beside Flink's configuration, and a place for the log file.
 *
 * A mounted configuration hides the image's files, so all that a container reads is written. Log4j looks for changes twice a minute:
 * another level reaches running pods without a restart.
 * @internal
 */
export class Logging implements IFlinkFeature {
  public constructor(private readonly options: LoggingOptions = {}) {}

  public bind(context: FeatureContext): FeatureConfig {
    const { log4jConsole, logbackConsole } = this.options;
    return {
      owner: 'logging',
      configFiles: {
        'log4j-console.properties': log4jConsole ?? this.console(context.version._facts.rpcLogger),
        ...(context.platform.assignsIdentity ? {} : { 'log4j-cli.properties': CLI }),
        ...(logbackConsole ? { 'logback-console.xml': logbackConsole } : {}),
      },
      pod: {
        volumes: [{ name: 'flink-log', emptyDir: { sizeLimit: quantity(`${this.room()}Mi`) } }],
        mounts: [{ name: 'flink-log', mountPath: '/opt/flink/log' }],
      },
      problems: this.problems(),
    };
  }

  /** MiB of the log folder: a container that restarts begins new files, so there is room for some generations. */
  private room(): number {
    const { maxFileSize = Size.mebibytes(20), maxFiles = 5 } = this.options;
    return Math.ceil((maxFileSize.toKibibytes() * (maxFiles + 1) * 8) / 1024);
  }

  private console(rpcLogger: string): string {
    const { level = LogLevel.INFO, loggers = {}, maxFileSize = Size.mebibytes(20), maxFiles = 5 } = this.options;
    // These libraries say too much below INFO: the root level does not reach them.
    const quiet = { [rpcLogger]: LogLevel.INFO, 'org.apache.kafka': LogLevel.INFO, 'org.apache.hadoop': LogLevel.INFO, 'org.apache.zookeeper': LogLevel.INFO };
    const own = Object.entries(loggers).sort(([a], [b]) => (a < b ? -1 : 1));
    const named = Object.entries({ ...quiet, ...Object.fromEntries(own) }).flatMap(([name, l], i) => [`logger.l${i}.name = ${name}`, `logger.l${i}.level = ${l}`]);
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
      `appender.rolling.policies.size.size = ${Math.ceil(maxFileSize.toKibibytes())}KB`,
      'appender.rolling.policies.startup.type = OnStartupTriggeringPolicy',
      'appender.rolling.strategy.type = DefaultRolloverStrategy',
      `appender.rolling.strategy.max = ${maxFiles}`,
      '',
    ].join('\n');
  }

  private problems(): string[] {
    const problems: string[] = [];
    const { log4jConsole, maxFiles, maxFileSize, loggers = {} } = this.options;
    if (log4jConsole?.trim() === '') {
      problems.push(complaint('logging.log4jConsole is empty, and Flink would log nothing but errors', "Leave it out, or write it for Log4j 2, beginning with 'rootLogger.level = INFO'"));
    }
    if (maxFileSize && maxFileSize.toKibibytes() <= 0) {
      problems.push(complaint(`logging.maxFileSize is ${maxFileSize.toKibibytes()} KiB`, 'Give the file some room, for example Size.mebibytes(20)'));
    }
    if (log4jConsole && /^\s*log4j\./m.test(log4jConsole)) {
      problems.push(complaint('logging.log4jConsole is in the syntax of Log4j 1 (log4j.…), of which Flink reads nothing', "Write it for Log4j 2, beginning with 'rootLogger.level = INFO'"));
    }
    if (maxFiles !== undefined && !(Number.isInteger(maxFiles) && maxFiles >= 1)) {
      problems.push(complaint(`logging.maxFiles is ${maxFiles}`, 'Keep at least 1'));
    }
    for (const name of Object.keys(loggers)) {
      if (!/^[\w$.-]+$/.test(name)) problems.push(complaint(`logging.loggers has '${name}', which is no logger's name`, "Write a package or class, for example 'org.apache.flink'"));
    }
    return problems;
  }
}

function appender(id: string, name: string, type: string): string[] {
  return [
    `appender.${id}.name = ${name}`,
    `appender.${id}.type = ${type}`,
    `appender.${id}.layout.type = PatternLayout`,
    `appender.${id}.layout.pattern = ${PATTERN}`,
  ];
}

/** Of the client that submits jobs: what it has to say belongs to its pod's log. */
const CLI = [
  'rootLogger.level = INFO',
  'rootLogger.appenderRef.console.ref = ConsoleAppender',
  '',
  ...appender('console', 'ConsoleAppender', 'CONSOLE'),
  '',
].join('\n');
