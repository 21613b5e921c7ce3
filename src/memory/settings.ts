import type { Size } from 'cdk8s';
import { MemoryConfigurationError } from './memory-configuration-error';
import { FractionOption, RangeOptions, SizeOption } from './memory-options';
import { parseDecimal, parseInteger } from '../private/java-number';
import { bytesOf, humanMemorySize, InvalidMemorySize, MAX_BYTES, parseMemorySize } from '../private/memory-size';

/**
 * The fraction of another amount that an amount is, and its bounds.
 * @internal
 */
export interface Range {
  readonly min: bigint;
  readonly max: bigint;
  readonly fraction: number;
}

/**
 * A configuration, parsed as Flink does. An invalid value throws an error when it is read, and not before.
 * @internal
 */
export class Settings {
  public constructor(private readonly configuration: { [key: string]: any }) {}

  /** Whether an option is set, regardless of its default. */
  public has(option: { readonly key: string; readonly deprecatedKey?: string }): boolean {
    return this.raw(option) !== undefined;
  }

  /** The same settings with one more. */
  public with(option: SizeOption, bytes: bigint): Settings {
    return new Settings({ ...this.configuration, [option.key]: bytes });
  }

  /** An amount of memory. */
  public size(option: SizeOption): bigint {
    const raw = this.raw(option) ?? option.default;
    const bytes = typeof raw === 'bigint' ? raw : isSize(raw) ? bytesOf(raw) : parseMemorySize(String(raw));
    if (typeof bytes === 'bigint') return bytes;
    throw this.invalid(option, 'an amount of memory', bytes);
  }

  /** The bounds of an amount. */
  public range(options: RangeOptions): Range {
    return this.checked(this.size(options.min), this.size(options.max), options.fraction, options);
  }

  /** A fraction of an amount that has no bounds. */
  public unbounded(option: FractionOption): Range {
    return this.checked(0n, MAX_BYTES, option);
  }

  /** A signed integer of a number of bits. */
  public integer(key: string, bits: number): bigint | undefined {
    return this.read(key, (text) => parseInteger(text, bits), `a whole number of ${bits} bits`, 'Write digits only, for example 2');
  }

  /** A floating-point number. */
  public double(key: string): number | undefined {
    return this.read(key, (text) => parseDecimal(text, 'double'), 'a number', 'Write a number, for example 1.5');
  }

  /** A boolean. */
  public flag(key: string): boolean {
    const constants = new Map([['TRUE', true], ['FALSE', false]]);
    return this.read(key, (text) => constants.get(text.toUpperCase()), 'true or false', 'Write true or false') ?? false;
  }

  /** A text, or a list of texts. */
  public text(key: string): string | string[] | undefined {
    const raw = this.raw({ key });
    return raw === undefined ? undefined : Array.isArray(raw) ? raw.map(String) : String(raw);
  }

  private checked(min: bigint, max: bigint, option: FractionOption, bounds?: RangeOptions): Range {
    const fraction = this.fraction(option);
    if (min > max) {
      throw new MemoryConfigurationError('E-RANGE', option.key, `'${bounds!.min.key}' (${humanMemorySize(min)}) is more than '${bounds!.max.key}' (${humanMemorySize(max)})`,
        'Decrease the minimum or increase the maximum; set both to the same amount to fix it');
    }
    if (!(fraction >= 0 && fraction < 1)) {
      throw new MemoryConfigurationError('E-RANGE', option.key, `'${option.key}' must be a fraction from 0 to less than 1; it is ${fraction}`,
        `Write, for example, ${option.default}`);
    }
    return { min, max, fraction };
  }

  /** A float, widened. */
  private fraction(option: FractionOption): number {
    const raw = this.raw(option);
    if (raw === undefined) return Math.fround(option.default);
    const fraction = parseDecimal(String(raw), 'float');
    if (fraction !== undefined) return fraction;
    throw this.invalid(option, 'a fraction', { reason: `'${raw}' is not a number`, remedy: `Write, for example, ${option.default}` });
  }

  private read<T>(key: string, parse: (text: string) => T | undefined, expected: string, remedy: string): T | undefined {
    const raw = this.raw({ key });
    if (raw === undefined) return undefined;
    const result = parse(String(raw));
    if (result !== undefined) return result;
    throw this.invalid({ key }, expected, { reason: `'${raw}' is not`, remedy });
  }

  private invalid(
    option: { readonly key: string; readonly deprecatedKey?: string }, expected: string, { reason, remedy }: InvalidMemorySize,
  ): MemoryConfigurationError {
    const key = option.deprecatedKey !== undefined && this.configuration[option.key] === undefined ? option.deprecatedKey : option.key;
    return new MemoryConfigurationError('E-PARSE', option.key, `'${key}' must be ${expected}; ${reason}`, remedy);
  }

  private raw(option: { readonly key: string; readonly deprecatedKey?: string }): unknown {
    return this.configuration[option.key] ?? (option.deprecatedKey === undefined ? undefined : this.configuration[option.deprecatedKey]) ?? undefined;
  }
}

function isSize(raw: unknown): raw is Size {
  return typeof (raw as Size | undefined)?.toKibibytes === 'function';
}
