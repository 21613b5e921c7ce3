import { Chart } from 'cdk8s';
import { application, JOB, session, sessionJob } from '../../bad-input/refused';
import { Area } from '../example';

export const NAMES_AND_PROPS: Area = {
  title: 'Props and names',
  examples: {
    'duplicate-construct-id': sessionJob(JOB, {}, 'Config'),
    'invalid-cluster-name': session({ name: 'Orders' }),
    'invalid-job-name': sessionJob(JOB, {}, 'Word_Count'),
    'invalid-namespace': (chart) => session()(new Chart(chart, 'team', { namespace: 'team_a' })),
    'invalid-object-name': session({ jobManager: { serviceAccount: { name: 'my account' } } }),
    'missing-prop': application({ job: {} }),
    'name-in-use': (chart) => ['A', 'B'].map((id) => session({ name: 'shared' }, id)(chart)),
    'not-a-feature': session({ storage: 's3://acme/orders' }),
  },
};
