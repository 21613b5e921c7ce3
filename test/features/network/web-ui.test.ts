import { FlinkVersion, RestProtection, RestService, WebUiAccess } from '../../../src';
import { WebUi } from '../../../src/features/network/web-ui';
import { told, warningIdsOf } from '../../harness/findings';
import { JOB, planned, plannedForOperator } from '../../plan/planned';
import { CONTEXT, OPERATOR } from '../context';

const bind = (access?: WebUiAccess, context = {}) => new WebUi(access).bind({ ...CONTEXT, ...context });
const CLOSED = { 'web.submit.enable': false, 'web.cancel.enable': false };

test('the web UI neither takes jars nor cancels jobs, unless the configuration says otherwise', () => {
  expect(bind()).toEqual({ owner: 'webUi', defaults: CLOSED, warnings: [] });
  expect(planned({ configuration: { 'web.submit.enable': true } }).configuration.text('web.submit.enable')).toBe('true');
});

test.each([
  ['reachable inside only', {}],
  ['reachable outside', { rest: RestService.loadBalancer({ protection: RestProtection.EXTERNAL }) }],
])('so it is however REST is exposed: %s', (_, options) => {
  expect(planned(options).configuration.toMap()).toMatchObject({ 'web.submit.enable': 'false', 'web.cancel.enable': 'false' });
});

test.each([[WebUiAccess.READ_ONLY, CLOSED], [WebUiAccess.SUBMIT_AND_CANCEL, { 'web.submit.enable': true, 'web.cancel.enable': true }]])('%s is said by options', (access, configuration) => {
  expect(bind(access)).toEqual({ owner: 'webUi', configuration, warnings: [] });
});

test('a prop and an option that contradict each other are refused by both names', () => {
  expect(planned({ webUi: WebUiAccess.READ_ONLY, configuration: { 'web.submit.enable': true } }).findings.map(({ message }) => message)).toEqual([
    "'web.submit.enable' is set twice: 'false' by webUi and 'true' by configuration.",
  ]);
});

test('Flink 1.13 has no option that forbids cancelling', () => {
  expect(bind(undefined, { version: FlinkVersion.V1_13 }).defaults).toEqual({ 'web.submit.enable': false });
  expect(planned({ version: FlinkVersion.V1_13 }).findings).toEqual([]);
});

test('where the system submits through the same endpoint, it stays open by default', () => {
  expect(bind(undefined, { platform: OPERATOR }).defaults).toEqual({ 'web.cancel.enable': false });
  expect(plannedForOperator().configuration.toMap()).not.toHaveProperty(['web.submit.enable']);
  expect(plannedForOperator({ job: JOB }).configuration.text('web.submit.enable')).toBe('false');
});

test('to close it there is a warning with the way out', () => {
  expect(told(bind(WebUiAccess.READ_ONLY, { platform: OPERATOR }).warnings)).toEqual([
    'webUi is READ_ONLY, and the Apache operator submits session jobs through the endpoint that this closes. '
    + 'Leave webUi out where the session cluster gets jobs from it. (web-submission-disabled)',
  ]);
  expect(warningIdsOf(plannedForOperator({ webUi: WebUiAccess.READ_ONLY }))).toEqual(['web-submission-disabled']);
  expect(warningIdsOf(plannedForOperator({ webUi: WebUiAccess.SUBMIT_AND_CANCEL }))).toEqual([]);
});
