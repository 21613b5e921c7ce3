import { cdk, cdk8s, javascript } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-flink',
  description: 'Apache Flink on Kubernetes as cdk8s constructs, checked at synth time against what Flink and Kubernetes accept.',
  keywords: ['cdk8s', 'cdk', 'constructs', 'kubernetes', 'k8s', 'flink', 'apache-flink', 'streaming', 'manifest', 'yaml', 'gitops'],
  author: 'cdk8s-flink contributors',
  authorAddress: 'maintainers@cdk8s-flink.dev',
  authorOrganization: true,
  license: 'Apache-2.0',
  copyrightOwner: 'cdk8s-flink contributors',
  repositoryUrl: 'https://github.com/cdk8s-flink/cdk8s-flink.git',
  stability: 'experimental',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  minNodeVersion: '20.0.0',

  cdk8sVersion: '2.64.2',
  constructsVersion: '10.2.70',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  validateTsconfig: cdk.ValidateTsconfig.STRICT,
  peerDeps: ['cdk8s-plus-27@^2.7.1'],
  // The lowest of each peer range is what we develop and test against; CI runs the tests with the newest, too.
  devDeps: [
    '@types/node@^20', 'tsx', 'yaml@^2', 'ajv@^8', 'ajv-formats', '@kubernetes-models/flink@1.0.1', 'kubernetes-models@^5',
  ],

  publishToPypi: { distName: 'cdk8s-flink', module: 'cdk8s_flink' },
  publishToMaven: { javaPackage: 'io.github.cdk8sflink', mavenGroupId: 'io.github.cdk8s-flink', mavenArtifactId: 'cdk8s-flink' },
  publishToGo: { moduleName: 'github.com/cdk8s-flink/cdk8s-flink-go', packageName: 'cdk8sflink' },

  // The house is hosting-neutral: no workflow files, no bots.
  github: false,
  depsUpgrade: false,
  integrationTestAutoDiscover: false,
  gitignore: ['/examples/dist/', '/.cache/', '/dist/', '*.tgz'],

  jestOptions: {
    // A golden that rewrites itself cannot fail: updating is a task of its own.
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    extraCliOptions: ['--ci'],
    jestConfig: {
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/conformance/'],
      moduleNameMapper: { '^cdk8s-flink$': '<rootDir>/src' },
      setupFilesAfterEnv: ['<rootDir>/test/harness/silence-warnings.ts'],
      collectCoverage: false,
    },
    coverageText: false,
    junitReporting: false,
  },
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'tools', 'examples'], commandOptions: { fix: false } },
});

for (const path of ['/tools/', '/examples/', '/docs/', '/.ci/', '/.cache/', '/CONTRIBUTING.md', '/ARCHITECTURE.md']) project.npmignore?.exclude(path);
// The examples import the library by its name, as users do.
project.eslint?.addRules({ 'import/no-unresolved': ['error', { ignore: ['^cdk8s-flink$'] }] });

// Some tests are users, too.
project.tryFindObjectFile('test/tsconfig.json')!.addOverride('compilerOptions.paths', { 'cdk8s-flink': ['../src/index.ts'] });

// Maps inside the files would be two thirds of what `require` reads.
for (const option of ['inlineSourceMap', 'inlineSources']) project.tsconfig?.file.addOverride(`compilerOptions.${option}`, false);

// A table of cases reads better with one case to a line.
project.eslint?.addOverride({ files: ['test/**', 'tools/**'], rules: { '@stylistic/max-len': ['error', { code: 200, ignoreStrings: true, ignoreTemplateLiterals: true }] } });

/** A task that somebody runs by its name; arguments go on to its command. */
function task(name: string, description: string, ...steps: string[]): void {
  const existing = project.tasks.tryFind(name) ?? project.addTask(name, { description });
  existing.reset(steps[0], { receiveArgs: steps.length === 1 });
  for (const step of steps.slice(1)) existing.exec(step);
}

task('compile', 'Compiles the library', 'jsii --fail-on-warnings');
task('test', 'Runs the tests that need nothing but Node', 'jest --ci');
task('test:update-golden', 'Writes what is synthesized now into test/golden, and what the documents quote', 'GOLDEN=update jest --ci test/golden test/lines test/findings test/docs.test.ts');
task('lint', 'Checks style, and types of everything that is not the library',
  'ESLINT_USE_FLAT_CONFIG=false eslint --ext .ts src test tools examples .projenrc.ts', 'tsc -p test', 'tsc -p tools', 'tsc -p examples');
task('examples', 'Synthesizes every example into a folder', 'tsx --tsconfig examples/tsconfig.json tools/examples.ts');
task('catalog', 'Reads the options of a Flink line from its distribution', 'tsx tools/catalog/generate.ts');
task('conformance', 'Compares our answers with those of Flink\'s own classes', 'tsx test/conformance/run.ts');
task('e2e', 'Runs the scenarios on the Kubernetes that KUBECONFIG names', 'tsx test/e2e/run.ts');
task('bench', 'Measures synthesis, loading and checking', 'tsx tools/bench/run.ts');
task('newest-peers', 'Runs the tests with the newest peers that our ranges allow', 'tsx tools/newest-peers.ts');
task('package', 'Packs the library for every language whose tools are here', 'tsx tools/package.ts');
task('structs', 'Writes what is known at run time of the props, from the assemblies', 'tsx tools/structs/generate.ts');
project.postCompileTask.prependSpawn(project.tasks.tryFind('structs')!);
project.removeTask('test:update');
project.removeTask('eslint');

project.synth();
