import { catalogData, historyOf } from './catalog-data';
import { FlinkOption, FlinkOptionType } from './flink-option';
import { resolveOptionKey } from './resolve-option-key';
import { FlinkVersion } from '../../flink-version';
import { checkArguments } from '../../props/check-arguments';

/**
 * Every option that one line of Flink declares, read from its own classes. For tools that want to know what Flink knows.
 */
export class FlinkOptionCatalog {
  /** The catalog of a version's line. It is read from disk when it is first asked for. */
  public static of(version: FlinkVersion): FlinkOptionCatalog {
    // Features ask often: only what looks wrong is checked in full.
    if (!version?._facts) checkArguments('FlinkOptionCatalog.of', { version });
    return new FlinkOptionCatalog(version);
  }

  private constructor(private readonly version: FlinkVersion) {}

  /** The line, for example `1.20`. */
  public get minorVersion(): string {
    return this.version.minorVersion;
  }

  /** The names of all options, in order. */
  public get keys(): string[] {
    return Object.keys(catalogData(this.version).options);
  }

  /**
   * An option by any name it ever had, as this line knows it.
   *
   * @returns undefined when this line reads no such option.
   */
  public find(key: string): FlinkOption | undefined {
    if (typeof key !== 'string') checkArguments('FlinkOptionCatalog.find', { key });
    const { known, option, key: name, newestKey } = resolveOptionKey(this.version, key);
    if (!known || !option) return undefined;
    return {
      key: name,
      valueType: option.type as FlinkOptionType,
      element: option.element as FlinkOptionType | undefined,
      values: option.values,
      defaultText: option.default,
      deprecatedKeys: option.deprecatedKeys ?? [],
      fallbackKeys: option.fallbackKeys ?? [],
      deprecated: option.deprecated ?? false,
      sensitive: option.sensitive ?? false,
      newestKey,
      versions: historyOf(name)?.lines ?? [],
    };
  }

  /** @internal */
  public get _javaOptions(): string {
    return catalogData(this.version).javaOptions;
  }
}
