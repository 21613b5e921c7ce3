/**
 * The last word of a name tells what it holds: `DB_PASSWORD` is one, `PASSWORD_FILE` and `TOKEN_RENEWAL` only speak of one. `PWD` alone is a
 * directory.
 */
const SECRET = /(^|[^a-z])(password|passwd|passphrase|secret|secret[-_.]?(access[-_.]?)?key|token|api[-_.]?key|access[-_.]?key|private[-_.]?key)$|[^a-z]pwd$/i;

/** Whether a variable or an argument of this name holds a secret. */
export function looksSecret(name: string): boolean {
  return !/^old[-_.]?pwd$/i.test(name) && SECRET.test(name.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));
}

/** Whether a value stands for one that comes from elsewhere: `$(NAME)`, `${NAME}`, `${env:NAME}`. */
export function isReference(text: string): boolean {
  return /\$\([A-Za-z_]|\$\{[^}]+\}/.test(text);
}

/** The names of secrets among arguments, as `--password=x`, `--password x` and `password=x`. */
export function secretArguments(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    const [, name, joined] = /^-{0,2}([^\s=:]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const next = arg.startsWith('-') && joined === undefined ? args[i + 1] : undefined;
    const text = joined ?? (next?.startsWith('-') ? undefined : next);
    return name && text && !isReference(text) && looksSecret(name) ? [name] : [];
  });
}

/** The user of a URI that contains a password, as `s3://key:secret@bucket`. */
export function userOf(text: string): string | undefined {
  const [, user, password] = /[a-z][a-z0-9+.-]*:\/\/([^/\s:@]+):([^/\s@]+)@/i.exec(text) ?? [];
  return password && !isReference(password) ? user : undefined;
}

/** Pairs of names and values within a text: the query of a URL, and the entries of a JAAS login module. */
const PAIRS = [/[?&;]([\w.-]+)=([^&;\s"']+)/g, /\s([\w.-]+)\s*=\s*\\?["']([^"'\\]+)\\?["']/g];

/** What looks like a secret within a text whose own name does not tell, or undefined: the name of a part, or the beginning of a key. */
export function secretWithin(text: string): string | undefined {
  const pairs = [...(/[a-z]:\/\//i.test(text) ? text.matchAll(PAIRS[0]) : []), ...(/LoginModule\b/.test(text) ? text.matchAll(PAIRS[1]) : [])];
  const named = pairs.find(([, name, content]) => looksSecret(name) && !isReference(content));
  if (named) return named[1];
  const [key] = /\b(AKIA|ASIA)(?=[A-Z0-9]{16}\b)|-----BEGIN [A-Z ]*PRIVATE KEY-----/.exec(text) ?? [];
  return key && (key.startsWith('-') ? key : `${key}…`);
}
