import { Duration, Size } from 'cdk8s';

const { mebibytes, gibibytes } = Size;
const { seconds } = Duration;
const PORTS = [5001, 9001];

/** Amounts below and above what a prop is by default: one of them may be less than something else, and be lost in it. */
const AMOUNTS: { readonly [prop: string]: readonly unknown[] } = {
  cpu: [{ amount: '500m' }, { amount: '1500m' }],
  cpuLimit: [{ amount: '1100m' }, { amount: '3' }],
  memory: [mebibytes(1200), gibibytes(3)],
  heap: [mebibytes(700), mebibytes(1100)],
  jvmMetaspace: [mebibytes(200), mebibytes(300)],
  jvmOverhead: [mebibytes(195), mebibytes(256)],
  offHeap: [mebibytes(100), mebibytes(150)],
  taskHeap: [mebibytes(300), mebibytes(420)],
  managedMemory: [mebibytes(300), mebibytes(600)],
  networkMemory: [mebibytes(100), mebibytes(160)],
  // Between the default of the one role and that of the other, too.
  ephemeralStorage: [gibibytes(1), gibibytes(5), gibibytes(30)],
  interval: [seconds(7), seconds(120)],
  minPause: [seconds(7), seconds(120)],
  timeout: [seconds(60), seconds(1200)],
  ttlAfterFinished: [Duration.hours(1), Duration.days(30)],
  terminationGracePeriod: [seconds(7), seconds(90)],
  leaseDuration: [seconds(12), seconds(20)],
  renewDeadline: [seconds(12), seconds(20)],
  retryPeriod: [seconds(3), seconds(9)],
  sessionTimeout: [seconds(20), seconds(120)],
  connectionTimeout: [seconds(7), seconds(37)],
  retryWait: [seconds(2), seconds(37)],
  maxRetryAttempts: [1, 9],
  backoffLimit: [2, 40],
  maxFiles: [2, 9],
  maxFileSize: [mebibytes(5), mebibytes(64)],
  nodePort: [30100, 31000],
  port: PORTS,
  blob: PORTS,
  collectSink: PORTS,
  data: PORTS,
  metricsQuery: PORTS,
  rest: PORTS,
  rpc: PORTS,
  taskManagerRpc: PORTS,
  // The default is the least.
  replicas: [2],
  slots: [2],
  parallelism: [2],
  retained: [3],
  tolerableFailures: [4],
  memoryLimitFactor: [1.5],
};

/** The amounts to try for a prop that is a number, a Size, a Duration or a Cpu. */
export function amountsOf(prop: string): readonly unknown[] {
  if (!Object.hasOwn(AMOUNTS, prop)) throw new Error(`no amounts below and above the default of ${prop}`);
  return AMOUNTS[prop];
}
