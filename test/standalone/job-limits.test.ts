import { JobClusterLayout } from '../../src';
import { jobClusterSystem } from '../../src/standalone/job-cluster-system';
import { jobLimits } from '../../src/standalone/job-limits';
import { plannedForJobCluster } from '../plan/planned';

const limits = (settings: object = {}) => jobLimits({ autoscaled: false, backoffLimit: 3, ...settings });

test('a job that has failed is not tried again, and a pod that was evicted does not count', () => {
  expect(limits()).toEqual({
    backoffLimit: 3,
    podFailurePolicy: {
      rules: [
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        { action: 'FailJob', onExitCodes: { containerName: 'flink-main-container', operator: 'In', values: [163] }, onPodConditions: [] },
      ],
    },
  });
});

test('a finished Kubernetes Job goes away in time where that is asked for', () => {
  expect(limits({ ttlSecondsAfterFinished: 60 })).toMatchObject({ ttlSecondsAfterFinished: 60 });
});

test.each(Object.values(JobClusterLayout))('the Job of the layout %s has these limits, and pods that end for good', (layout) => {
  const { 'JobManager/Resource': job } = jobClusterSystem({ layout, backoffLimit: 3 }).render(plannedForJobCluster({}, layout), { autoscaled: false });
  expect(job.spec).toMatchObject(limits());
  expect(job.spec.template.spec.restartPolicy).toBe('Never');
});
