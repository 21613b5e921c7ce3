import { FlinkOptionCatalog } from '../../configuration/catalog/option-catalog';
import { warning } from '../../private/findings';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/** What Flink's web UI and its `/jars` endpoint allow without authentication. */
export enum WebUiAccess {
  /** They show jobs, logs and metrics. Jars cannot be uploaded or run, and the UI does not cancel jobs. */
  READ_ONLY = 'READ_ONLY',
  /** Jars can be uploaded and run, and jobs cancelled. Whoever reaches the REST port can then run code in the cluster. */
  SUBMIT_AND_CANCEL = 'SUBMIT_AND_CANCEL',
}

/**
 * Submission and cancelling through the web UI. Flink's own client uses other endpoints and is not concerned.
 * @internal
 */
export class WebUi implements IFlinkFeature {
  public constructor(private readonly access?: WebUiAccess) {}

  public bind({ version, platform }: FeatureContext): FeatureConfig {
    const allowed = this.access === WebUiAccess.SUBMIT_AND_CANCEL;
    const canForbidCancelling = FlinkOptionCatalog.of(version).find('web.cancel.enable') !== undefined;
    // Who submits through the same endpoint must not be locked out by a default.
    const submission = this.access === undefined && platform.submitsJobsThroughWebApi ? {} : { 'web.submit.enable': allowed };
    const options = { ...submission, ...(canForbidCancelling ? { 'web.cancel.enable': allowed } : {}) };
    return {
      owner: 'webUi',
      ...(this.access === undefined ? { defaults: options } : { configuration: options }),
      warnings: this.access === WebUiAccess.READ_ONLY && platform.submitsJobsThroughWebApi ? [warning('web-submission-disabled',
        `webUi is READ_ONLY, and ${platform} submits session jobs through the endpoint that this closes`, 'Leave webUi out where the session cluster gets jobs from it', 'webUi')] : [],
    };
  }
}
