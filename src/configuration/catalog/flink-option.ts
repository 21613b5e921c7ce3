/** Which values an option takes. */
export enum FlinkOptionType {
  /** `true` or `false`. */
  BOOLEAN = 'boolean',
  /** A whole number of 32 bits. */
  INTEGER = 'integer',
  /** A whole number of 64 bits. */
  LONG = 'long',
  /** A number of single precision. */
  FLOAT = 'float',
  /** A number of double precision. */
  DOUBLE = 'double',
  /** Any text. */
  STRING = 'string',
  /** A span of time, as in `10 s`. */
  DURATION = 'duration',
  /** An amount of memory, as in `512m`. */
  MEMORY = 'memory',
  /** One of a few words. */
  ENUM = 'enum',
  /** Several values of one type. */
  LIST = 'list',
  /** Names with a text each. */
  MAP = 'map',
}

/** An option as one line of Flink declares it. */
export interface FlinkOption {
  /** Its name on this line. */
  readonly key: string;
  /** Which values it takes. */
  readonly valueType: FlinkOptionType;
  /** Which values the list takes. @default - it is no list */
  readonly element?: FlinkOptionType;
  /** The words it takes, where they are few. @default - it is no enumeration */
  readonly values?: string[];
  /** Its default as Flink writes it. @default - it has none, or it depends on the machine */
  readonly defaultText?: string;
  /** Older names that this line still reads. */
  readonly deprecatedKeys: string[];
  /** Further names that this line reads when the option is not set. */
  readonly fallbackKeys: string[];
  /** Whether the line marks it as deprecated. */
  readonly deprecated: boolean;
  /** Whether Flink hides its value in logs and in the UI. */
  readonly sensitive: boolean;
  /** Its name on the newest line. */
  readonly newestKey: string;
  /** On which lines it goes by this name, for example `1.13-1.19`. */
  readonly versions: string[];
}
