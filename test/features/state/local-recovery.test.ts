import { Size } from 'cdk8s';
import { FlinkVersion, LocalRecovery } from '../../../src';
import { told } from '../../harness/findings';
import { CONTEXT } from '../context';

const bind = (options?: Parameters<typeof LocalRecovery.volumeClaims>[1]) => LocalRecovery.volumeClaims(Size.gibibytes(50), options).bind(CONTEXT);

test('state is kept below the working directory, which lies on the volume', () => {
  expect(bind().configuration).toEqual({
    'process.taskmanager.working-dir': '/flink-work',
    'execution.state-recovery.from-local': true,
    'execution.checkpointing.local-backup.enabled': true,
  });
  expect(bind().taskManager!.volumeClaims).toEqual([{
    name: 'flink-work',
    mountPath: '/flink-work',
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '51200Mi' } } },
  }]);
});

test('a TaskManager goes by its pod\'s name, which is its folder\'s', () => {
  const { dynamicProperties, pod } = bind().taskManager!;
  expect(dynamicProperties).toEqual({ 'taskmanager.resource-id': '$(POD_NAME)', 'taskmanager.host': '$(POD_IP)' });
  expect(pod!.env!.map((e) => [e.name, e.valueFrom!.fieldRef!.fieldPath])).toEqual([['POD_NAME', 'metadata.name'], ['POD_IP', 'status.podIP']]);
});

test('the volumes may be of a storage class', () => {
  expect(bind({ storageClassName: 'local-nvme' }).taskManager!.volumeClaims![0].spec.storageClassName).toBe('local-nvme');
});

test('the JobManager is left alone', () => {
  expect(bind().jobManager).toBeUndefined();
  expect(bind().pod).toBeUndefined();
});

test.each([FlinkVersion.V1_13, FlinkVersion.V1_14])('is refused on Flink %s, whose TaskManagers find nothing again', (version) => {
  const { problems, ...config } = LocalRecovery.volumeClaims(Size.gibibytes(1)).bind({ ...CONTEXT, version });
  expect(config).toEqual({ owner: 'localRecovery' });
  expect(told(problems)).toEqual([
    `localRecovery requires a working directory that survives restarts, which Flink ${version.minorVersion} does not have. Leave it out, or use Flink 1.15 or newer. (unsupported-by-flink-version)`,
  ]);
});
