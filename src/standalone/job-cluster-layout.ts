/** How the TaskManagers of a job cluster end when the job does. */
export enum JobClusterLayout {
  /**
   * JobManager and TaskManagers are pods of one indexed Kubernetes Job, which completes when the JobManager does. Both roles share one pod
   * template. Kubernetes 1.31 or newer.
   */
  INDEXED_JOB = 'INDEXED_JOB',

  /**
   * The JobManager is a Kubernetes Job, the TaskManagers are a Deployment beside it. The TaskManagers stay when the job has ended, and must
   * be deleted. Any Kubernetes; 1.29 or newer with sidecars.
   */
  TASK_MANAGER_DEPLOYMENT = 'TASK_MANAGER_DEPLOYMENT',
}
