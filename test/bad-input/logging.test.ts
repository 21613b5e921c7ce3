import { Size } from 'cdk8s';
import { refuses, session } from './refused';

const logging = (options: any) => session({ logging: options });

refuses({
  'Log4j 1': { make: logging({ log4jConsole: 'log4j.rootLogger=INFO, console' }), id: 'invalid-log4j-configuration', what: 'logging.log4jConsole is in the syntax of Log4j 1', remedy: "Write it for Log4j 2, beginning with 'rootLogger.level = INFO'" },
  'an empty file': { make: logging({ log4jConsole: ' \n' }), id: 'invalid-log4j-configuration', what: 'logging.log4jConsole is empty', remedy: 'Leave it out' },
  'no log file': { make: logging({ maxFiles: 0 }), id: 'invalid-log-rotation', what: 'logging.maxFiles is 0', remedy: 'Keep at least 1' },
  'a log file of no size': { make: logging({ maxFileSize: Size.mebibytes(0) }), id: 'invalid-log-rotation', what: 'logging.maxFileSize is 0 KiB', remedy: 'for example Size.mebibytes(20)' },
  'a logger with a blank': { make: logging({ loggers: { 'org apache': 'DEBUG' } }), id: 'invalid-logger-name', what: "logging.loggers has 'org apache', which is not the name of a logger", remedy: "for example 'org.apache.flink'" },
});
