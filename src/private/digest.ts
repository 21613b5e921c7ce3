import { createHash } from 'crypto';
import { canonical } from './plain';

/** The first hexadecimal digits of the SHA-256 digest of data. */
export function digest(data: unknown, length: number): string {
  return createHash('sha256').update(canonical(data)).digest('hex').slice(0, length);
}
