import { OPERATOR, STANDALONE, WITHOUT_KUBERNETES } from './context';
import { FlinkVersion, Platform } from '../../src';
import { operatorSystem } from '../../src/apache/operator-system';
import { JobClusterLayout } from '../../src/standalone';
import { jobClusterSystem } from '../../src/standalone/job-cluster-system';
import { JOB } from '../plan/planned';

const facts = ({ title, hasKubernetes, setsClusterId, setsNamespace, setsAddresses, startsTaskManagersOnDemand, submitsJobsThroughWebApi }: Platform) => (
  { title, hasKubernetes, setsClusterId, setsNamespace, setsAddresses, startsTaskManagersOnDemand, submitsJobsThroughWebApi });
const NOTHING_OF_ITS_OWN = {
  hasKubernetes: true, setsClusterId: false, setsNamespace: false, setsAddresses: false, startsTaskManagersOnDemand: false, submitsJobsThroughWebApi: false,
};
const NATIVE = { title: 'the Apache operator', hasKubernetes: true, setsClusterId: true, setsNamespace: true, setsAddresses: true, startsTaskManagersOnDemand: true };
const jobCluster = (layout: JobClusterLayout) => jobClusterSystem({ layout }).target('orders').platform;

test.each<[string, Platform, object]>([
  ['standalone Kubernetes', STANDALONE, NOTHING_OF_ITS_OWN],
  ['an indexed Job', jobCluster(JobClusterLayout.INDEXED_JOB), NOTHING_OF_ITS_OWN],
  ['a Job beside a Deployment', jobCluster(JobClusterLayout.TASK_MANAGER_DEPLOYMENT), NOTHING_OF_ITS_OWN],
  ['the Apache operator', OPERATOR, { ...NATIVE, submitsJobsThroughWebApi: true }],
  ['the Apache operator', operatorSystem({ version: FlinkVersion.V1_20, job: JOB }).target('orders').platform, { ...NATIVE, submitsJobsThroughWebApi: false }],
])('%s says what a feature may rely on', (title, platform, expected) => {
  expect(facts(platform)).toEqual({ title, ...expected });
});

test('messages call a system by its title', () => {
  expect(`${WITHOUT_KUBERNETES}`).toBe('YARN');
});
