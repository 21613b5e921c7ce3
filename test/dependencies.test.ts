import { readFileSync } from 'fs';
import { join } from 'path';
import { satisfies } from 'semver';

/** The oldest release of each Node with which we develop; newer ones of the same number satisfy the same ranges. */
const NODES = ['20.19.0', '22.13.0', '24.0.0'];

interface LockFile {
  readonly packages: { readonly [path: string]: { readonly version: string; readonly engines?: { readonly node?: string } } };
}

const { packages } = JSON.parse(readFileSync(join(__dirname, '..', 'package-lock.json'), 'utf8')) as LockFile;

test.each(NODES)('every package of the lock file accepts Node %s', (node) => {
  const ranges = Object.entries(packages).filter(([, { engines }]) => engines?.node);
  expect(ranges.length).toBeGreaterThan(300);
  expect(ranges.filter(([, { engines }]) => !satisfies(node, engines!.node!)).map(([path, { engines }]) => `${path}: ${engines!.node}`)).toEqual([]);
});
