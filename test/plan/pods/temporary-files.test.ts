import { Size } from 'cdk8s';
import { bytesOfSize, temporaryFiles, withTemporaryFiles } from '../../../src/plan/pods/temporary-files';
import { planned, plannedForOperator } from '../planned';

test('temporary files lie on a volume of limited size', () => {
  expect(temporaryFiles(2 ** 30)).toEqual({
    owner: 'the library', pod: { volumes: [{ name: 'flink-tmp', emptyDir: { sizeLimit: '1024Mi' } }], mounts: [{ name: 'flink-tmp', mountPath: '/tmp' }] },
  });
});

test.each([['standalone', planned], ['the operator', plannedForOperator]])('each role has the room that its prop sets, on %s', (_, plan) => {
  const limits = (options: Parameters<typeof planned>[0]) => [plan(options).jobManager, plan(options).taskManager].map(({ pod, ephemeralStorage }) => (
    [ephemeralStorage / 2 ** 30, pod.volumes!.find(({ name }) => name === 'flink-tmp')!.emptyDir!.sizeLimit]));
  expect(limits({})).toEqual([[2, '2048Mi'], [10, '10240Mi']]);
  expect(limits({ jobManager: { ephemeralStorage: Size.gibibytes(1) }, taskManager: { ephemeralStorage: Size.gibibytes(50) } })).toEqual([[1, '1024Mi'], [50, '51200Mi']]);
});

test('a pod gets more room, and nothing else of it changes', () => {
  const { pod } = temporaryFiles(1);
  const other = { name: 'scratch', emptyDir: {} };
  expect(withTemporaryFiles({ ...pod, volumes: [other, ...pod.volumes!], labels: { a: 'b' } }, 2 ** 30)).toEqual({
    ...pod, volumes: [other, ...temporaryFiles(2 ** 30).pod.volumes!], labels: { a: 'b' },
  });
});

test('what is no size has no bytes', () => {
  expect([bytesOfSize(Size.kibibytes(1)), bytesOfSize(undefined)]).toEqual([1024, undefined]);
});

test('Flink\'s own temporary directory lies there, unless the user chooses another', () => {
  expect(planned().configuration.text('io.tmp.dirs')).toBe('/tmp');
  expect(planned({ configuration: { 'io.tmp.dirs': '/tmp/spill' } }).configuration.text('io.tmp.dirs')).toBe('/tmp/spill');
});
