import { Random } from './random';
import { amountText, anyAmount, anyCores, anyCount, anyFlag, anyFraction, anyList, anyResourceAmount, oddAmount, RESOURCE_NAMES } from './texts';

/** What is asked of Flink: a role and its configuration, or how it reads an amount. */
export type Question =
  | { readonly role: 'TM' | 'JM'; readonly configuration: { readonly [key: string]: string } }
  | { readonly role: 'SIZE'; readonly text: string };

type Configuration = { [key: string]: string };

const KIBI = 1024n;
const MEBI = KIBI ** 2n;
const GIBI = KIBI ** 3n;

/** Questions that are the same for the same seed. */
export function questions(seed: number, count: number): Question[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => question(random));
}

function question(random: Random): Question {
  const kind = random.next();
  if (kind < 0.05) return { role: 'SIZE', text: anyAmount(random) };
  const role = kind < 0.7 ? 'TM' : 'JM';
  const make = random.pick([leanly, leanly, composed, composed, composed, loosely]);
  const configuration = make(random, role);
  if (random.chance(0.3)) disturb(random, role, configuration);
  return { role, configuration };
}

/** As most people do: one total, perhaps something more. */
function leanly(random: Random, role: 'TM' | 'JM'): Configuration {
  const prefix = prefixOf(role);
  const total = random.chance(0.6) ? BigInt(random.whole(2, 160)) * 256n * MEBI : random.bits(37) + 400n * MEBI;
  const configuration: Configuration = { [`${prefix}.${random.pick(['process.size', 'process.size', 'flink.size'])}`]: amountText(random, total) };
  if (random.chance(0.3)) configuration[`${prefix}.jvm-overhead.fraction`] = anyFraction(random);
  if (random.chance(0.2)) configuration[`${prefix}.jvm-metaspace.size`] = amountText(random, BigInt(random.whole(64, 1024)) * MEBI);
  if (role === 'JM') return configuration;
  if (random.chance(0.4)) configuration[`${prefix}.managed.fraction`] = anyFraction(random);
  if (random.chance(0.3)) configuration[`${prefix}.network.fraction`] = anyFraction(random);
  if (random.chance(0.2)) configuration[`${prefix}.network.max`] = amountText(random, BigInt(random.whole(64, 4096)) * MEBI);
  if (random.chance(0.2)) configuration[`${prefix}.managed.size`] = amountText(random, BigInt(random.whole(0, 2048)) * MEBI);
  if (random.chance(0.2)) configuration[`${prefix}.task.heap.size`] = amountText(random, BigInt(random.whole(0, 2048)) * MEBI);
  if (random.chance(0.2)) configuration['taskmanager.numberOfTaskSlots'] = anyCount(random);
  return configuration;
}

/** Parts that add up, of which several are written down: too many often, and some a byte off. */
function composed(random: Random, role: 'TM' | 'JM'): Configuration {
  const part = (most: bigint) => {
    if (random.chance(0.05)) return 0n;
    return random.chance(0.5) ? BigInt(random.whole(0, Number(most / MEBI))) * MEBI : random.bits(most.toString(2).length);
  };
  const own: { [suffix: string]: bigint } = role === 'JM' ? { 'heap.size': part(8n * GIBI), 'off-heap.size': part(GIBI) } : {
    'framework.heap.size': part(GIBI),
    'framework.off-heap.size': part(GIBI),
    'task.heap.size': part(8n * GIBI),
    'task.off-heap.size': part(GIBI),
    'managed.size': part(8n * GIBI),
    'network': part(2n * GIBI),
  };
  const metaspace = part(GIBI);
  const overhead = random.chance(0.7) ? BigInt(random.whole(192, 1024)) * MEBI : part(2n * GIBI);
  const flink = Object.values(own).reduce((a, b) => a + b);
  const { network, ...sizes } = own;
  const all: { [suffix: string]: bigint } = {
    ...sizes,
    'jvm-metaspace.size': metaspace,
    'jvm-overhead.min': overhead,
    'jvm-overhead.max': overhead,
    'flink.size': flink,
    'process.size': flink + metaspace + overhead,
    ...(network === undefined ? {} : { 'network.min': network, 'network.max': network }),
  };
  const share = random.pick([0.4, 0.6, 0.8, 0.95, 1]);
  const configuration: Configuration = {};
  for (const [suffix, bytes] of Object.entries(all)) {
    if (random.chance(share)) configuration[`${prefixOf(role)}.${suffix}`] = amountText(random, random.chance(0.03) ? bytes + 1n : bytes);
  }
  return configuration;
}

/** Any options with any amounts. */
function loosely(random: Random, role: 'TM' | 'JM'): Configuration {
  const suffixes = [
    'process.size', 'flink.size', 'jvm-metaspace.size', 'jvm-overhead.min', 'jvm-overhead.max', ...(role === 'JM' ? ['heap.size', 'off-heap.size'] : [
      'framework.heap.size', 'framework.off-heap.size', 'task.heap.size', 'task.off-heap.size', 'managed.size', 'network.min', 'network.max',
    ]),
  ];
  const share = random.pick([0.2, 0.4, 0.6]);
  return Object.fromEntries(suffixes.filter(() => random.chance(share)).map((suffix) => [`${prefixOf(role)}.${suffix}`, anyAmount(random)]));
}

const FORMER: Configuration = {
  'taskmanager.memory.managed.size': 'taskmanager.memory.size',
  'taskmanager.memory.network.min': 'taskmanager.network.memory.min',
  'taskmanager.memory.network.max': 'taskmanager.network.memory.max',
  'taskmanager.memory.network.fraction': 'taskmanager.network.memory.fraction',
};

/** One or a few things that change the picture. */
function disturb(random: Random, role: 'TM' | 'JM', configuration: Configuration): void {
  for (let times = random.whole(1, 3); times > 0; times--) {
    const general = [oddValue, oddFraction, legacyHeap];
    random.pick(role === 'JM' ? [...general, limit] : [...general, formerKeys, buffers, cores, resources, resources])(random, role, configuration);
  }
}

type Disturbance = (random: Random, role: 'TM' | 'JM', configuration: Configuration) => void;

const oddValue: Disturbance = (random, _, configuration) => {
  const sizes = Object.keys(configuration).filter((key) => /size|min|max/.test(key));
  if (sizes.length > 0) configuration[random.pick(sizes)] = oddAmount(random);
};

const oddFraction: Disturbance = (random, role, configuration) => {
  const suffix = random.pick(role === 'JM' ? ['jvm-overhead'] : ['jvm-overhead', 'network', 'managed']);
  configuration[`${prefixOf(role)}.${suffix}.fraction`] = anyFraction(random);
};

const legacyHeap: Disturbance = (random, role, configuration) => {
  const prefix = role === 'JM' ? 'jobmanager.heap' : 'taskmanager.heap';
  if (random.chance(0.6)) configuration[`${prefix}.size`] = random.chance(0.8) ? amountText(random, BigInt(random.whole(1, 8000)) * MEBI) : anyAmount(random);
  if (random.chance(0.6)) configuration[`${prefix}.mb`] = random.chance(0.7) ? String(random.whole(-800, 8000)) : anyCount(random);
  if (random.chance(0.5)) for (const suffix of ['flink.size', 'heap.size']) delete configuration[`${prefixOf(role)}.${suffix}`];
};

const formerKeys: Disturbance = (random, _, configuration) => {
  for (const [key, former] of Object.entries(FORMER)) {
    if (configuration[key] === undefined || random.chance(0.3)) continue;
    configuration[former] = random.chance(0.8) ? configuration[key] : anyAmount(random);
    if (random.chance(0.7)) delete configuration[key];
  }
};

const buffers: Disturbance = (random, _, configuration) => {
  configuration['taskmanager.network.numberOfBuffers'] = random.chance(0.7) ? String(random.whole(-1000, 20000)) : anyCount(random);
  if (random.chance(0.4)) configuration['taskmanager.memory.segment-size'] = random.pick(['32k', '4k', '1m', '4096', '4095', '33k', '2g', '1g', '2047m', '3g', '', '0', 'x']);
  if (random.chance(0.7)) for (const key of Object.keys(configuration)) if (/network.*(min|max|fraction)$/.test(key)) delete configuration[key];
};

const cores: Disturbance = (random, _, configuration) => {
  configuration['taskmanager.cpu.cores'] = anyCores(random);
  if (random.chance(0.5)) configuration['taskmanager.numberOfTaskSlots'] = anyCount(random);
};

const resources: Disturbance = (random, _, configuration) => {
  const list = anyList(random);
  configuration['external-resources'] = list;
  for (const name of RESOURCE_NAMES) {
    if (list.includes(name) && random.chance(0.8)) configuration[`external-resource.${name}.amount`] = anyResourceAmount(random);
  }
};

const limit: Disturbance = (random, _, configuration) => {
  configuration['jobmanager.memory.enable-jvm-direct-memory-limit'] = anyFlag(random);
};

function prefixOf(role: 'TM' | 'JM'): string {
  return role === 'JM' ? 'jobmanager.memory' : 'taskmanager.memory';
}
