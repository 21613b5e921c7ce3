import { copyFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Language, pacmak, PEERS, ROOT } from './language';
import { run } from '../flink/run';

const OUT = join(ROOT, 'dist');

/** The modules that are made here, and where; so a program compiles without any of them being published. */
const MODULES = {
  'github.com/cdk8s-flink/cdk8s-flink-go/cdk8sflink': 'cdk8sflink',
  'github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2': 'cdk8s',
  'github.com/cdk8s-team/cdk8s-plus-go/cdk8splus27/v2': 'cdk8splus27',
  'github.com/aws/constructs-go/constructs/v10': 'constructs',
};

export const GO: Language = {
  name: 'go',
  needs: [['go', 'version']],
  async pack() {
    for (const peer of [...PEERS, '.']) await pacmak('go', OUT, [peer], '--code-only');
    return 'dist/go, compiled with replaced peers';
  },
  async synthesize(work) {
    copyFileSync(join(ROOT, 'examples', 'go', 'main.go'), join(work, 'main.go'));
    writeFileSync(join(work, 'go.mod'), 'module example\n\ngo 1.25\n');
    const replaced = Object.entries(MODULES).flatMap(([module, folder]) => ['-replace', `${module}=${join(OUT, 'go', folder)}`]);
    await run('go', ['mod', 'edit', ...replaced], work);
    await run('go', ['mod', 'tidy'], work);
    await run('go', ['build', './...'], work);
    await run('go', ['run', '.', 'out'], work);
    return join(work, 'out');
  },
};
