import { hashOrder } from './java-hash';
import { humanMemorySize } from '../private/memory-size';

/** The JVM flags as Flink's start scripts write them. Without `direct`, direct memory is not limited. */
export function jvmFlags(heap: bigint, direct: bigint | undefined, metaspace: bigint): string {
  const limit = direct === undefined ? '' : ` -XX:MaxDirectMemorySize=${direct}`;
  return `-Xmx${heap} -Xms${heap}${limit} -XX:MaxMetaspaceSize=${metaspace}`;
}

/** Options as arguments, in the order in which Flink writes them. Amounts are in bytes. */
export function dynamicOptions(options: { [key: string]: bigint | string }): string {
  const text = (option: bigint | string) => (typeof option === 'bigint' ? `${option}b` : option);
  return hashOrder(Object.keys(options)).map((key) => `-D ${key}=${text(options[key])}`).join(' ');
}

/** A table of amounts as Flink logs it, one amount in each line. */
export function breakdown(title: string, rows: [label: string, bytes: bigint][]): string {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return [title, ...rows.map(([label, bytes]) => `  ${`${label}:`.padEnd(width)}${humanMemorySize(bytes)}`)].join('\n');
}
