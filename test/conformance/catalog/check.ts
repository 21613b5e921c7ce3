/** What the second reading of some classes found. */
export interface CatalogCheck {
  /** How many different keys the classes declare. */
  readonly declared: number;
  /** What the classes say and the catalog does not. */
  readonly missing: string[];
  /** What the catalog says and the classes do not. */
  readonly extra: string[];
  /** What the supplement adds. */
  readonly supplement: string[];
}

/** The entries of one catalog that another does not have just so. */
export function differences(one: object, other: object): string[] {
  const entries = (catalog: object) => Object.entries(catalog).flatMap(([section, content]) => {
    const items = Array.isArray(content) ? content : typeof content === 'object' ? Object.entries(content) : [content];
    return items.map((item: unknown) => `${section} ${JSON.stringify(item)}`);
  });
  const have = new Set(entries(other));
  return entries(one).filter((entry) => !have.has(entry)).map((entry) => `differs: ${entry}`);
}

/** Each of some texts once, in order. */
export function unique(values: string[]): string[] {
  return [...new Set(values)].sort();
}
