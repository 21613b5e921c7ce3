import { Question } from './questions';

/*
 * Questions whose answers lie just at an edge, where chance seldom leads, and those that people ask first.
 * `process.size=1g flink.size=2g` in short: the keys lack their prefix.
 */

const JOB_MANAGER = [
  'process.size=1600m', 'process.size=2g', 'flink.size=1g', 'heap.size=1g', 'process.size=400m', 'process.size=448m', 'process.size=500m', 'process.size=575m', 'process.size=576m', 'process.size=577m',
  'flink.size=128m', 'flink.size=134217729', 'heap.size=1g flink.size=1152m off-heap.size=200m', 'heap.size=1g flink.size=1152m off-heap.size=128m', 'heap.size=1g flink.size=1g', 'heap.size=2g flink.size=1g',
  'heap.size=1g process.size=1200m', 'heap.size=1g process.size=1408m jvm-overhead.min=0', 'heap.size=1g process.size=1407m jvm-overhead.min=0', 'flink.size=1280m process.size=1600m',
  'flink.size=1280m process.size=1728m', 'flink.size=1280m process.size=2560m', 'flink.size=1280m process.size=2561m', 'heap.size=0 off-heap.size=0', 'process.size=256m jvm-overhead.min=0 jvm-overhead.fraction=0',
  // Times 1.5000001490116208 more than a long by less than one.
  'heap.size=6148914080396748352 off-heap.size=0 jvm-metaspace.size=0 jvm-overhead.fraction=0.6',
  'heap.size=6148914080396748351 off-heap.size=0 jvm-metaspace.size=0 jvm-overhead.fraction=0.6',
  'heap.size=9223372036854775807 off-heap.size=0 jvm-metaspace.size=0 jvm-overhead.min=0 jvm-overhead.max=0',
  'heap.size=9223372036854775807 off-heap.size=1 jvm-metaspace.size=0 jvm-overhead.min=0 jvm-overhead.max=0',
  'process.size=9223372036854775807', 'process.size=9223372036854775807 jvm-metaspace.size=9223372036854775807',
];

const TASK_MANAGER = [
  'process.size=1728m', 'process.size=1g', 'process.size=2g', 'process.size=4g', 'process.size=16g', 'process.size=32g', 'flink.size=1280m', 'flink.size=20g', 'task.heap.size=1g managed.size=1g',
  'task.heap.size=8g managed.size=8g', 'task.heap.size=512m managed.size=256m network.min=128m network.max=128m', 'task.heap.size=1g managed.size=1g flink.size=2560m process.size=3g',
  'task.heap.size=1g managed.size=1g flink.size=4g', 'task.heap.size=1g process.size=4g', 'process.size=4g managed.size=0', 'process.size=4g managed.fraction=0.7', 'process.size=4g network.min=512m network.max=512m',
  'process.size=4g jvm-overhead.fraction=0.2', 'process.size=3500m managed.fraction=0.35 network.fraction=0.15', 'flink.size=2g process.size=2560m jvm-overhead.fraction=0.2', 'process.size=700m', 'process.size=400m',
  'process.size=980m', 'process.size=990m', 'flink.size=1g process.size=4g', 'flink.size=3g process.size=2g', 'process.size=2g managed.fraction=1.0', 'process.size=2g network.min=256m network.max=128m',
  'process.size=2g network.min=128m network.max=128m network.fraction=1', 'task.heap.size=1g managed.size=1g flink.size=2g', 'task.heap.size=1g managed.size=1g flink.size=2304m network.min=0',
  'task.heap.size=1g managed.size=1g flink.size=2304m', 'task.heap.size=1g flink.size=2g managed.fraction=0.375 network.min=0', 'flink.size=320m managed.size=0', 'flink.size=319m managed.size=0',
  'process.size=9223372036854775807', 'process.size=9223372036854775807 managed.fraction=0.99999994', 'task.heap.size=9223372036854775807 managed.size=9223372036854775807',
];

export const HAND_MADE: Question[] = [
  ...JOB_MANAGER.map((text) => question('JM', 'jobmanager', text)),
  ...TASK_MANAGER.map((text) => question('TM', 'taskmanager', text)),
];

function question(role: 'TM' | 'JM', prefix: string, text: string): Question {
  const options = text.split(' ').map((option) => option.split('='));
  return { role, configuration: Object.fromEntries(options.map(([suffix, amount]) => [`${prefix}.memory.${suffix}`, amount])) };
}
