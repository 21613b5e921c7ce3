import { Random } from './random';

/*
 * What people, and nobody, would write as amounts, fractions, counts and lists.
 */

const SPELLINGS: [unit: bigint, spellings: string[]][] = [
  [1n, ['', 'b', ' b', 'bytes', ' Bytes', 'B']],
  [1024n, ['k', 'kb', 'K', ' KB', 'kibibytes']],
  [1024n ** 2n, ['m', 'm', 'm', 'mb', 'M', ' mb', 'MB', ' mebibytes', '  m']],
  [1024n ** 3n, ['g', 'g', 'gb', 'G', ' GB', 'GibiBytes']],
  [1024n ** 4n, ['t', 'tb', ' T', 'tebibytes']],
];

/** An amount, in one of the texts that mean it. */
export function amountText(random: Random, bytes: bigint): string {
  const fitting = SPELLINGS.filter(([unit]) => bytes % unit === 0n);
  const [unit, spellings] = random.chance(0.8) ? fitting[fitting.length - 1] : random.pick(fitting);
  const text = `${random.chance(0.02) ? '00' : ''}${bytes / unit}${random.pick(spellings)}`;
  return random.chance(0.03) ? ` ${text}\t` : text;
}

const NO_AMOUNTS = [
  '', ' ', 'm', 'g', '-1', '-1m', '+1m', '1.5g', '1,5g', '.5g', '1Gi', '1600Mi', '512Ki', '1KiB', '10 megabytes', '1_000m', '1e3', '1e3m', '0x10m', '1 m b',
  '1mm', '1 kilobytes', '1p', '1 pb', 'max', 'infinite', 'true', '1m;', "'1m'", '"1m"', '1\u00a0m', '1\u2003m', '\u00a01m', '１m', '1\u212a', '١m', '1K\u0130', '1g # much',
  '9223372036854775808', '18446744073709551616', '99999999999999999999999g', '8388608t', '9007199254740992k', '8589934592g', '16777216t', '9223372036854775807k',
];
const EDGES = [
  '0', '0m', '1', '9223372036854775807', '9223372036854775807b', '9223372036854775806', '8388607t', '8589934591g', '4611686018427387904', '\u0001 1m \u0000', '128m', '192m', '256m', '1g',
];

/** A text that may stand where an amount is asked for. */
export function oddAmount(random: Random): string {
  return random.pick(random.chance(0.6) ? NO_AMOUNTS : EDGES);
}

/** Any amount, from bytes to what 64 bits can count. */
export function anyAmount(random: Random): string {
  return random.chance(0.1) ? oddAmount(random) : amountText(random, random.bits(random.pick([16, 32, 40, 63, 63])));
}

const ODD_FRACTIONS = [
  '0', '0.0', '-0.0', '1', '1.0', '1.1', '-0.1', 'NaN', '-NaN', 'Infinity', '-Infinity', '+0.1', '.5', '5.', '.', '', ' ', 'abc', '0.1f', '0.25F', '0.4d', '0.4D', '0.4l', '1e-1', '1E-1', '1e',
  '1e-', '4e-01', ' 0.4 ', '0.4\n', '\u00a00.4', '0,4', '40%', '0x1p-2', '0X1.8P-3f', '0x.8p0', '0x1', '0x1.999999999999ap-4', '0x1.ffffffp-1', '0x1.fffffefp-1', '-0x1p-4', '0x1p-200', '1e-50',
  '1e-400', '1e400', '0.99999997', '0.999999970197677612304687500001', '0.9999999701976776123046875', '0.99999998', '0.999999', '3e-8', '4.656613e-10', '2.9802322387695312E-8', '0.30000001192092896',
  '٠.4', '0.1.1', '0_1', '1/2', 'true', '0.10000000149011611938476562500', '00000.4', '0.00000000000000000000000000000000000000000000000001',
];

/** A text that may stand where a fraction is asked for. */
export function anyFraction(random: Random): string {
  const kind = random.next();
  if (kind < 0.5) return (random.whole(0, 100) / 100).toString();
  if (kind < 0.65) return random.next().toString();
  if (kind < 0.75) return (10 ** -random.whole(0, 12) * random.next()).toString();
  return kind < 0.85 ? betweenFloats(random) : random.pick(ODD_FRACTIONS);
}

/** A text that lies exactly between two floats, or beside by a hair: rounding it to a double first goes astray. */
function betweenFloats(random: Random): string {
  const odd = BigInt(2 * random.whole(2 ** 23, 2 ** 24 - 1) + 1);
  const power = 25 + random.whole(0, 20);
  const digits = odd * 5n ** BigInt(power);
  return `0.${String(digits).padStart(power, '0')}${random.pick(['', '', '0000001', '1e0', 'f'])}`.replace(/^(0\.\d*)(\d)$/, (all, most, last) =>
    random.chance(0.3) && last !== '0' ? `${most}${Number(last) - 1}99999` : all);
}

const ODD_COUNTS = ['0', '-1', '-0', '+3', '', ' 2', '2 ', '2.0', '1e1', '1_0', '007', 'two', '２', '٣', '৪', '𝟚', '2147483647', '2147483648', '-2147483648', '-2147483649', '9223372036854775807',
  '9223372036854775808', '99999999999999999999', '0x10', '1l', '+', '-'];

/** A text that may stand where a whole number is asked for. */
export function anyCount(random: Random): string {
  return random.chance(0.7) ? String(random.whole(1, 64)) : random.pick(ODD_COUNTS);
}

const ODD_CORES = ['0', '0.0', '-0.0', '-1', '1e-9', '1e-8', '0.000000019', '1.123456789', '1.99999999999', '123456.123456789', '0.001', '0.0012', '1234567', '12345678', '1e7', '1e20', '4.656612873077393E-10', '590295810358705651712', '1e22', '9007199254740993',
  '1152921504606846977', '9223372036854775807', '4.9e-324', '1e308', '1.8e308', 'NaN', 'Infinity', '-Infinity', '0.1f', '2d', '0x1p1', '', ' 2 ', 'two', '1,5'];

/** A text that may stand where a number of CPU cores is asked for. */
export function anyCores(random: Random): string {
  const kind = random.next();
  if (kind < 0.4) return String(random.whole(1, 64) / 4);
  return kind < 0.6 ? String(random.next() * 10 ** random.whole(-9, 12)) : random.pick(ODD_CORES);
}

const ODD_AMOUNTS = ['0', '-1', '', '1.5', 'abc', '+4', '９', '9223372036854775807', '9223372036854775808', '9007199254740993', '1152921504606846977', '999999999999999999', '4611686018427387905'];

/** A text that may stand where an amount of an external resource is asked for. */
export function anyResourceAmount(random: Random): string {
  const kind = random.next();
  return kind < 0.6 ? String(random.whole(1, 8)) : kind < 0.7 ? String(random.bits(63)) : random.pick(ODD_AMOUNTS);
}

const LISTS = ['gpu', 'gpu;fpga', 'none', 'none;gpu', 'gpu;fpga;tpu', ' gpu ; fpga ', 'gpu;;fpga', ';gpu', 'gpu;', ';;', '', ' ', '"gpu;fpga"', "'gpu'", '"gpu";\'fpga\'', "'gp''u'", '"gp""u"', "'unclosed", '"gpu"x',
  'gpu"x;y"', 'gpu;gpu;fpga', '[gpu, fpga]', '[gpu,fpga,]', '[ gpu ]', '[]', '["gpu", \'fpga\']', '[gpu', 'gpu]', '[gpu];fpga', '[null]', 'gpu,fpga', 'gpu fpga', "'';gpu", 'FPGA;fpga', 'ü;gpu'];
const NAMES = ['gpu', 'fpga', 'tpu', 'nic', 'GPU', 'a', 'b', 'c', 'd', 'e', 'qat', 'hsm', 'rdma', 'nvme', 'smartnic', 'dpu', 'vpu', 'npu', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8'];

/** A text that may stand where a list of external resources is asked for. */
export function anyList(random: Random): string {
  if (random.chance(0.6)) return random.pick(LISTS);
  const often = random.pick([0.1, 0.3, 0.9]);
  const names = NAMES.flatMap((name) => (random.chance(often) ? Array(random.chance(0.2) ? random.whole(2, 9) : 1).fill(name) : []));
  return random.chance(0.2) ? `[${names.join(', ')}]` : names.join(';');
}

/** Names that `anyList` may list. */
export const RESOURCE_NAMES = [...NAMES, 'none', 'gp"u', "gp'u", 'gpu fpga', 'gpu,fpga', '[gpu];fpga', '[gpu, fpga]', 'ü', ''];

/** A text that may stand where a truth value is asked for. */
export function anyFlag(random: Random): string {
  return random.pick(['true', 'false', 'TRUE', 'False', 'true ', 'yes', '1', '', 'tRuE', 'falſe']);
}
