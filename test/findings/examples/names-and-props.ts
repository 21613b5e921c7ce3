import { Chart, JsonPatch, Testing } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion } from '../../../src';
import { application, JOB, session, sessionJob } from '../../bad-input/refused';
import { Area } from '../example';

const cyclic: { [name: string]: unknown } = {};
cyclic.self = cyclic;

export const NAMES_AND_PROPS: Area = {
  title: 'Props and names',
  examples: {
    'json-patch-failed': (chart) => {
      session()(chart).taskManager.addJsonPatch(JsonPatch.replace('/spec/nope/x', 1));
      Testing.synth(chart);
    },
    'unused-acknowledgement': (chart) => session()(chart).acknowledge('no-high-availabilty'),
    'cyclic-data': session({ configuration: { 'pipeline.global-job-parameters': cyclic } }),
    'deeply-nested-data': session({ configuration: { 'pipeline.global-job-parameters': Array.from({ length: 200 }).reduce<object>((below) => ({ below }), {}) } }),
    'duplicate-construct-id': sessionJob(JOB, {}, 'Config'),
    'invalid-cluster-name': session({ name: 'Orders' }),
    'invalid-construct-arguments': (chart) => new (FlinkSessionCluster as any)(chart, { version: FlinkVersion.V1_20 }),
    'invalid-enum-value': session({ pod: { tolerations: [{ key: 'dedicated', effect: 'NoSchedul' }] } }),
    'invalid-finding-id': (chart) => session()(chart).acknowledge('the JobManager may be lost'),
    'invalid-job-name': sessionJob(JOB, {}, 'Word_Count'),
    'invalid-namespace': (chart) => session()(new Chart(chart, 'team', { namespace: 'team_a' })),
    'invalid-object-name': session({ jobManager: { serviceAccount: { name: 'my account' } } }),
    'invalid-prop-type': session({ taskManager: { slots: '4' } }),
    'many-invalid-entries': session({ metrics: Object.assign([], { length: 1000 }) }),
    'missing-prop': application({ job: {} }),
    'name-in-use': (chart) => ['A', 'B'].map((id) => session({ name: 'shared' }, id)(chart)),
    'reserved-name': session({ labels: { constructor: 'acme' } }),
    'undefined-prop': session({ webUi: undefined }),
    'unknown-prop': session({ taskManager: { slot: 4 } }),
    'unreadable-prop': (chart) => new FlinkSessionCluster(chart, 'Orders', { version: FlinkVersion.V1_20, get pod(): never { throw new Error('no settings for this cluster'); } }),
  },
};
