import { MetricsReporter } from '../../../src';
import { session } from '../../bad-input/refused';
import { Area } from '../example';

const logging = (options: any) => session({ logging: options });

export const OBSERVABILITY: Area = {
  title: 'Logging and metrics',
  examples: {
    'invalid-log-rotation': logging({ maxFiles: 0 }),
    'invalid-log4j-configuration': logging({ log4jConsole: 'log4j.rootLogger=INFO, console' }),
    'invalid-logger-name': logging({ loggers: { 'org apache': 'DEBUG' } }),
    'invalid-metrics-reporter': () => MetricsReporter.prometheus({ name: 'a.b' }),
    'replaced-logging-options': logging({ level: 'DEBUG', log4jConsole: 'rootLogger.level = INFO' }),
    'reporter-port-range': session({ metrics: [MetricsReporter.of('acme', 'io.acme.Factory', { settings: { port: '9250-9260' } })] }),
  },
};
