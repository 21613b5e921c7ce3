/** The type of an option's values. */
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
  /** A duration, for example `10 s`. */
  DURATION = 'duration',
  /** An amount of memory, for example `512m`. */
  MEMORY = 'memory',
  /** One of several constants. */
  ENUM = 'enum',
  /** A list of values of one type. */
  LIST = 'list',
  /** A map of text to text. */
  MAP = 'map',
}

/** An option as one Flink minor version declares it. */
export interface FlinkOption {
  /** Its name in this version. */
  readonly key: string;
  /** The type of its values. */
  readonly valueType: FlinkOptionType;
  /** The type of the elements of a list. @default - it is not a list */
  readonly element?: FlinkOptionType;
  /** The constants of an enumeration. @default - it is not an enumeration */
  readonly values?: string[];
  /** Its default as Flink writes it. @default - none, or it depends on the machine */
  readonly defaultText?: string;
  /** Deprecated names that this version still reads. */
  readonly deprecatedKeys: string[];
  /** Further names that this version reads when the option is not set. */
  readonly fallbackKeys: string[];
  /** Whether this version marks it as deprecated. */
  readonly deprecated: boolean;
  /** Whether Flink hides its value in logs and in the web UI. */
  readonly sensitive: boolean;
  /** Its name in the newest version. */
  readonly newestKey: string;
  /** The versions in which it has this name, for example `1.13-1.19`. */
  readonly versions: string[];
}
