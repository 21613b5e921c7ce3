import type { Size } from 'cdk8s';
import { MemoryConfigurationError } from './memory-configuration-error';
import { FractionOption, RangeOptions, SizeOption } from './memory-options';
import { readDecimal, readInteger } from '../private/java-number';
import { bytesOf, humanMemorySize, InvalidMemorySize, MOST_BYTES, parseMemorySize } from '../private/memory-size';

/**
 * Bounds of an amount, and which fraction of another it is to be.
 * @internal
 */
export interface Range {
  readonly min: bigint;
  readonly max: bigint;
  readonly fraction: number;
}

/**
 * A configuration, read as Flink reads it. Every text that Flink would not understand is refused when, and only when, it is asked for.
 * @internal
 */
export class Settings {
  public constructor(private readonly configuration: { [key: string]: any }) {}

  /** Whether an option is set; a default does not count. */
  public has(option: { readonly key: string; readonly formerKey?: string }): boolean {
    return this.raw(option) !== undefined;
  }

  /** The same settings and one more. */
  public with(option: SizeOption, bytes: bigint): Settings {
    return new Settings({ ...this.configuration, [option.key]: bytes });
  }

  /** An amount of memory. */
  public size(option: SizeOption): bigint {
    const raw = this.raw(option) ?? option.standard;
    const bytes = typeof raw === 'bigint' ? raw : isSize(raw) ? bytesOf(raw) : parseMemorySize(String(raw));
    if (typeof bytes === 'bigint') return bytes;
    throw this.unreadable(option, bytes);
  }

  /** The bounds of an amount. */
  public range(options: RangeOptions): Range {
    return this.checked(this.size(options.min), this.size(options.max), options.fraction, options);
  }

  /** A fraction of an amount that has no bounds. */
  public unbounded(option: FractionOption): Range {
    return this.checked(0n, MOST_BYTES, option);
  }

  /** A whole number that fits into so many bits. */
  public integer(key: string, bits: number): bigint | undefined {
    return this.read(key, (text) => readInteger(text, bits), `is no whole number of ${bits} bits`, 'Write digits only, for example 2');
  }

  /** A number. */
  public double(key: string): number | undefined {
    return this.read(key, (text) => readDecimal(text, 'double'), 'is no number', 'Write a number, for example 1.5');
  }

  /** A truth value. */
  public flag(key: string): boolean {
    const words = new Map([['TRUE', true], ['FALSE', false]]);
    return this.read(key, (text) => words.get(text.toUpperCase()), 'is neither true nor false', 'Write true or false') ?? false;
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
        'Lower the minimum or raise the maximum; set both to one amount to fix it');
    }
    if (!(fraction >= 0 && fraction < 1)) {
      throw new MemoryConfigurationError('E-RANGE', option.key, `'${option.key}' is ${fraction}, which is no fraction from 0 up to, but not, 1`,
        `Write for example ${option.standard}`);
    }
    return { min, max, fraction };
  }

  /** A float, widened. */
  private fraction(option: FractionOption): number {
    const raw = this.raw(option);
    if (raw === undefined) return Math.fround(option.standard);
    const fraction = readDecimal(String(raw), 'float');
    if (fraction !== undefined) return fraction;
    throw this.unreadable(option, { what: `'${raw}' is no number`, remedy: `Write for example ${option.standard}` });
  }

  private read<T>(key: string, reader: (text: string) => T | undefined, what: string, remedy: string): T | undefined {
    const raw = this.raw({ key });
    if (raw === undefined) return undefined;
    const result = reader(String(raw));
    if (result !== undefined) return result;
    throw this.unreadable({ key }, { what: `'${raw}' ${what}`, remedy });
  }

  private unreadable(option: { readonly key: string; readonly formerKey?: string }, { what, remedy }: InvalidMemorySize): MemoryConfigurationError {
    const key = option.formerKey !== undefined && this.configuration[option.key] === undefined ? option.formerKey : option.key;
    return new MemoryConfigurationError('E-PARSE', option.key, `Flink cannot read '${key}': ${what}`, remedy);
  }

  private raw(option: { readonly key: string; readonly formerKey?: string }): unknown {
    return this.configuration[option.key] ?? (option.formerKey === undefined ? undefined : this.configuration[option.formerKey]) ?? undefined;
  }
}

function isSize(raw: unknown): raw is Size {
  return typeof (raw as Size | undefined)?.toKibibytes === 'function';
}
