import { Chart } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-27';
import { application, configured, JOB, session } from '../../bad-input/refused';
import { Area } from '../example';

export const SECURITY: Area = {
  title: 'Secrets and accounts',
  examples: {
    'annotations-of-given-service-account': session({ jobManager: { serviceAccount: { name: 'orders' }, serviceAccountAnnotations: { 'example.com/role': 'orders' } } }),
    'invalid-secret-reference': session({ secretConfiguration: { 's3.secret-key': { name: 'My Secret', key: 'secret-key' } } }),
    'object-of-other-namespace': (chart) => session({ jobManager: { serviceAccount: new ServiceAccount(new Chart(chart, 'Accounts', { namespace: 'accounts' }), 'Account') } })(new Chart(chart, 'Team', { namespace: 'team' })),
    'secret-in-arguments': application({ job: { ...JOB, args: ['--db-password', 'x'] } }),
    'secret-in-configuration': configured({ 's3.secret-key': 'x' }),
    'secret-in-environment': session({ pod: { env: [{ name: 'DB_PASSWORD', value: 'x' }] } }),
    'secret-in-uri': configured({ 'execution.checkpointing.dir': 's3://key:secret@acme/orders' }),
  },
};
