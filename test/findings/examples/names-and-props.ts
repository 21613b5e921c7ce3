import { Chart } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion } from '../../../src';
import { application, JOB, session, sessionJob } from '../../bad-input/refused';
import { Area } from '../example';

export const NAMES_AND_PROPS: Area = {
  title: 'Props and names',
  examples: {
    'duplicate-construct-id': sessionJob(JOB, {}, 'Config'),
    'invalid-cluster-name': session({ name: 'Orders' }),
    'invalid-construct-arguments': (chart) => new (FlinkSessionCluster as any)(chart, { version: FlinkVersion.V1_20 }),
    'invalid-enum-value': session({ pod: { tolerations: [{ key: 'dedicated', effect: 'NoSchedul' }] } }),
    'invalid-finding-id': (chart) => session()(chart).acknowledge('the JobManager may be lost'),
    'invalid-job-name': sessionJob(JOB, {}, 'Word_Count'),
    'invalid-namespace': (chart) => session()(new Chart(chart, 'team', { namespace: 'team_a' })),
    'invalid-object-name': session({ jobManager: { serviceAccount: { name: 'my account' } } }),
    'invalid-prop-type': session({ taskManager: { slots: '4' } }),
    'missing-prop': application({ job: {} }),
    'name-in-use': (chart) => ['A', 'B'].map((id) => session({ name: 'shared' }, id)(chart)),
    'undefined-prop': session({ webUi: undefined }),
    'unknown-prop': session({ taskManager: { slot: 4 } }),
  },
};
