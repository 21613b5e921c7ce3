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
    '@types/node@^20', 'tsx', 'yaml@^2', 'ajv@^8', 'kubernetes-models@^4', 'semver@^7', '@types/semver@^7',
  ],

  publishToPypi: { distName: 'cdk8s-flink', module: 'cdk8s_flink' },
  publishToMaven: { javaPackage: 'io.github.cdk8sflink', mavenGroupId: 'io.github.cdk8s-flink', mavenArtifactId: 'cdk8s-flink' },
  publishToGo: { moduleName: 'github.com/cdk8s-flink/cdk8s-flink-go', packageName: 'cdk8sflink' },

  // The house is hosting-neutral: no workflow files, no bots.
  github: false,
  depsUpgrade: false,
  // projen's release tasks bring a tool that asks for a newer Node than ours.
  release: false,
  integrationTestAutoDiscover: false,
  npmignoreEnabled: false,
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

// What the package holds; npm adds package.json, README and LICENSE.
project.package.addField('files', ['.jsii', 'lib/**/*.js', 'lib/**/*.d.ts', 'catalog/*.json', 'flink-versions.json', 'CHANGELOG.md', 'SECURITY.md']);
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

task('compile', 'Compiles the library', 'jsii --fail-on-warnings', 'tsx tools/strip-comments.ts');
task('test', 'Runs the tests that need nothing but Node', 'jest --ci');
task('test:update-golden', 'Writes what is synthesized now into test/golden, and what the documents quote', 'GOLDEN=update jest --ci test/golden test/versions test/findings test/docs.test.ts');
task('lint', 'Checks style, and types of everything that is not the library',
  'ESLINT_USE_FLAT_CONFIG=false eslint --ext .ts src test tools examples .projenrc.ts', 'tsc -p test', 'tsc -p tools', 'tsc -p examples');
task('examples', 'Synthesizes every example into a folder', 'tsx --tsconfig examples/tsconfig.json tools/examples.ts');
task('catalog', 'Reads the options of a Flink minor version from its distribution', 'tsx tools/catalog/generate.ts');
task('conformance', 'Compares our answers with those of Flink\'s own classes', 'tsx test/conformance/run.ts');
task('e2e', 'Runs the scenarios on the Kubernetes that KUBECONFIG names', 'tsx test/e2e/run.ts');
task('bench', 'Measures synthesis, loading and checking', 'tsx tools/bench/run.ts');
task('newest-peers', 'Runs the tests with the newest peers that our ranges allow', 'tsx tools/newest-peers.ts');
task('other-plus-versions', 'Tries our constructs with those of other versions of cdk8s-plus', 'tsx tools/other-plus-versions.ts');
task('operator-schema', 'Writes the schemas of the Apache operator that tests use', 'tsx tools/operator-schema.ts');
task('compile-if-stale', 'Compiles the library where lib is missing or older than its sources', 'tsx tools/compile-if-stale.ts');
task('package', 'Packs the library for every language whose tools are here', 'tsx tools/package.ts');
task('structs', 'Writes what is known at run time of the props, from the assemblies', 'tsx tools/structs/generate.ts');
project.postCompileTask.prependSpawn(project.tasks.tryFind('structs')!);
// Those who call npm pack read the package's name from its output. Where the library is installed there is nothing to compile with.
project.package.setScript('prepack', "node -e \"require('fs').existsSync('src') && require('child_process').execSync('projen compile-if-stale', { stdio: [0, 2, 2] })\"");
project.removeTask('test:update');
// None of these scripts is needed: what they would build or fetch comes with other packages.
project.package.addField('allowScripts', { '@parcel/watcher': false, 'esbuild': false, 'unrs-resolver': false });
// Our lowest cdk8s depends on a tool of its maintainers, which brings 130 packages, some of them deprecated. Nothing calls it.
project.package.addField('overrides', { backport: 'npm:semver@^7' });
project.removeTask('eslint');

project.synth();
