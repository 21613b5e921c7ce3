/** The last word of a name tells what it holds: `DB_PASSWORD` is one, `PASSWORD_FILE` and `TOKEN_RENEWAL` only speak of one. */
const SECRET = /(^|[^a-z])(password|passwd|passphrase|secret|secret[-_.]?(access[-_.]?)?key|token|api[-_.]?key|access[-_.]?key|private[-_.]?key)$/i;

/** Whether a variable or an argument of this name holds a secret. */
export function looksSecret(name: string): boolean {
  return SECRET.test(name.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));
}

/** Whether a value stands for one that the pod's environment brings. */
export function isReference(text: string): boolean {
  return /\$\([A-Za-z_]/.test(text);
}
