import { Size } from 'cdk8s';
import { LocalRecovery } from '../../../src';
import { PlanOptions } from '../../../src/plan/plan-options';
import { problemsOf } from '../../harness/findings';
import { planned } from '../planned';

const scratch = { pod: { volumes: [{ name: 'scratch', emptyDir: {} }], mounts: [{ name: 'scratch', mountPath: '/scratch' }] } };
const refused = (option: string, path: string, role: string) => `'${option}' is '${path}', and the ${role}'s pods have no volume there: their root file system is read-only. `
  + "Use a directory below '/tmp', whose size ephemeralStorage sets, or mount a volume of your own with pod.volumes and pod.mounts. (directory-not-writable)";
const both = (option: string, path: string) => ['jobManager', 'taskManager'].map((role) => refused(option, path, role));

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['nothing', {}, []],
  ['a directory below /tmp', { configuration: { 'io.tmp.dirs': '/tmp/spill' } }, []],
  ['a directory of the image', { configuration: { 'io.tmp.dirs': '/data' } }, both('io.tmp.dirs', '/data')],
  ['one of several directories', { configuration: { 'io.tmp.dirs': '/tmp,/data' } }, both('io.tmp.dirs', '/data')],
  ['RocksDB outside', { configuration: { 'state.backend.rocksdb.localdir': '/rocksdb' } }, both('state.backend.rocksdb.localdir', '/rocksdb')],
  ['a directory whose name only begins like a volume', { configuration: { 'io.tmp.dirs': '/tmpfiles' } }, both('io.tmp.dirs', '/tmpfiles')],
  ['a volume of the user\'s', { configuration: { 'io.tmp.dirs': '/scratch/a' }, ...scratch }, []],
  ['a volume that can only be read', {
    configuration: { 'io.tmp.dirs': '/scratch' }, pod: { ...scratch.pod, mounts: [{ name: 'scratch', mountPath: '/scratch', readOnly: true }] },
  }, both('io.tmp.dirs', '/scratch')],
  ['a volume of one role', { configuration: { 'io.tmp.dirs': '/scratch' }, taskManager: scratch }, [refused('io.tmp.dirs', '/scratch', 'jobManager')]],
  ['the working directory of the other role', { configuration: { 'process.taskmanager.working-dir': '/work' } }, [refused('process.taskmanager.working-dir', '/work', 'taskManager')]],
  ['volumes that TaskManagers claim', { localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }, []],
  ['a root file system that can be written', { configuration: { 'io.tmp.dirs': '/data' }, pod: { containerSecurityContext: { readOnlyRootFilesystem: false } } }, []],
])('%s: %j', (_, options, problems) => {
  expect(problemsOf(planned(options))).toEqual(problems);
});
