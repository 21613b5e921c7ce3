/**
 * Packs the library for every language whose tools are here, and tries each package out: a program in that language
 * synthesizes the first example to the very bytes that the TypeScript one does, and another has a feature of its own.
 */
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { GO } from './package/go';
import { JAVA } from './package/java';
import { JAVASCRIPT } from './package/javascript';
import { isHere } from './package/language';
import { PYTHON } from './package/python';

const golden = readFileSync(join(__dirname, '..', 'test', 'golden', 'session-cluster.yaml'), 'utf8');

/** What the programs with a feature of their own print. In a language without names at run time the class would be an Object. */
const OWNER_IS_NAMED = /^conflicting-options: 'metrics\.scope\.jm' is set twice: .*\bby CostCentre\b/m;

async function main(): Promise<void> {
  for (const language of [JAVASCRIPT, PYTHON, JAVA, GO]) {
    const missing = language.needs.filter((tool) => !isHere(tool)).map(([program, ...args]) => [program, ...args].join(' '));
    if (missing.length) {
      process.stdout.write(`${language.name}: NOT PACKED, for this does not run here: ${missing.join('; ')}\n`);
      continue;
    }
    const work = mkdtempSync(join(tmpdir(), 'package-'));
    try {
      const packed = await language.pack();
      const manifest = readFileSync(join(await language.synthesize(work), 'session-cluster.k8s.yaml'), 'utf8');
      if (manifest !== golden) throw new Error(`the ${language.name} package synthesizes another manifest than test/golden/session-cluster.yaml:\n${manifest}`);
      process.stdout.write(`${language.name}: ${packed}; synthesizes the first example to equal bytes\n`);
      if (!language.ownFeature) continue;
      const findings = await language.ownFeature(work);
      if (!OWNER_IS_NAMED.test(findings)) throw new Error(`a feature written in ${language.name} is not named by its owner:\n${findings}`);
      process.stdout.write(`${language.name}: names a feature of its own by its owner\n`);
    } finally {
      // Go keeps what it has downloaded read-only elsewhere; what is here is ours.
      rmSync(work, { recursive: true, force: true });
    }
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
