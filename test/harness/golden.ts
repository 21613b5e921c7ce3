import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { stringify } from 'yaml';

/** Manifests as people read them: one document after the other, lists of words on their own lines, long texts unfolded. */
export function asYaml(objects: any[]): string {
  return objects.map((object) => stringify(object, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n');
}

/**
 * Compares a text with what the repository holds. `GOLDEN=update` (npm run test:update-golden) writes it instead; a test run never does.
 */
export function expectGolden(name: string, text: string): void {
  const file = join(__dirname, '..', 'golden', name);
  if (process.env.GOLDEN === 'update') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`test/golden/${name} does not exist. Write it with 'npm run test:update-golden', and read it`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
