import { createHash } from 'crypto';
import { canonical } from './plain';

/** A fingerprint of data, in hexadecimal digits. */
export function digest(data: unknown, length: number): string {
  return createHash('sha256').update(canonical(data)).digest('hex').slice(0, length);
}
