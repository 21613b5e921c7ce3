/**
 * How the TaskManagers of a job cluster come to their end when the job does.
 */
export enum JobClusterLayout {
  /**
   * JobManager and TaskManagers are the pods of one indexed Kubernetes Job, which is complete as soon as the JobManager is.
   * Kubernetes 1.31 or newer. Both roles share one pod template.
   */
  INDEXED_JOB = 'INDEXED_JOB',

  /**
   * The JobManager is a Kubernetes Job, the TaskManagers are a Deployment beside it. Any Kubernetes.
   * The TaskManagers outlive the job: whoever deploys must delete them.
   */
  TASK_MANAGER_DEPLOYMENT = 'TASK_MANAGER_DEPLOYMENT',
}
