import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { PodOptions } from '../../../src';
import { joinPods, overlay, overlayPods } from '../../../src/plan/pods/merge-pods';
import { findingText, PlanFinding } from '../../../src/private/findings';

const join = (...pods: PodOptions[]) => {
  const findings: PlanFinding[] = [];
  const { pod, origins } = joinPods(pods.map((p, i) => ({ owner: ['One', 'Two', 'Three'][i], pod: p })), findings);
  return { pod, origins, problems: findings.map(findingText) };
};
const laidOver = (...pods: PodOptions[]) => overlayPods(pods.map((pod, i) => ({ owner: ['One', 'Two', 'Three'][i], pod })));
const container = (name: string, image: string) => ({ name, image });

describe('a pod on top of another', () => {
  test.each<[string, PodOptions, PodOptions, PodOptions]>([
    ['a variable of the same name is replaced in its place',
      { env: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }] }, { env: [{ name: 'C', value: '3' }, { name: 'A', value: '4' }] },
      { env: [{ name: 'A', value: '4' }, { name: 'B', value: '2' }, { name: 'C', value: '3' }] }],
    ['a volume of the same name is replaced',
      { volumes: [{ name: 'a', emptyDir: {} }] }, { volumes: [{ name: 'a', secret: { secretName: 's' } }] }, { volumes: [{ name: 'a', secret: { secretName: 's' } }] }],
    ['a mount goes by its path',
      { mounts: [{ name: 'a', mountPath: '/x' }] }, { mounts: [{ name: 'b', mountPath: '/x' }, { name: 'a', mountPath: '/y' }] },
      { mounts: [{ name: 'b', mountPath: '/x' }, { name: 'a', mountPath: '/y' }] }],
    ['a sidecar of the same name is replaced', { sidecars: [container('a', 'x:1')] }, { sidecars: [container('a', 'x:2')] }, { sidecars: [container('a', 'x:2')] }],
    ['an init container of the same name is replaced', { initContainers: [container('a', 'x:1')] }, { initContainers: [container('a', 'x:2')] }, { initContainers: [container('a', 'x:2')] }],
    ['an image pull secret is there once', { imagePullSecrets: [{ name: 'a' }] }, { imagePullSecrets: [{ name: 'a' }, { name: 'b' }] }, { imagePullSecrets: [{ name: 'a' }, { name: 'b' }] }],
    ['a host alias goes by its address',
      { hostAliases: [{ ip: '1.1.1.1', hostnames: ['a'] }] }, { hostAliases: [{ ip: '1.1.1.1', hostnames: ['b'] }] }, { hostAliases: [{ ip: '1.1.1.1', hostnames: ['b'] }] }],
    ['tolerations are joined', { tolerations: [{ key: 'a' }] }, { tolerations: [{ key: 'b' }] }, { tolerations: [{ key: 'a' }, { key: 'b' }] }],
    ['environment from elsewhere is joined',
      { envFrom: [{ secretRef: { name: 'a' } }] }, { envFrom: [{ configMapRef: { name: 'b' } }] }, { envFrom: [{ secretRef: { name: 'a' } }, { configMapRef: { name: 'b' } }] }],
    ['labels are laid over each other', { labels: { a: '1', b: '2' } }, { labels: { b: '3' } }, { labels: { a: '1', b: '3' } }],
    ['resources are laid over each other, to any depth',
      { resources: { requests: { 'ephemeral-storage': k8s.Quantity.fromString('1Gi') }, limits: { 'nvidia.com/gpu': k8s.Quantity.fromNumber(1) } } },
      { resources: { requests: { 'ephemeral-storage': k8s.Quantity.fromString('2Gi') } } },
      { resources: { requests: { 'ephemeral-storage': '2Gi' }, limits: { 'nvidia.com/gpu': 1 } } } as any],
    ['the security context is laid over', { securityContext: { runAsUser: 1, fsGroup: 1 } }, { securityContext: { runAsUser: 2 } }, { securityContext: { runAsUser: 2, fsGroup: 1 } }],
    ['what is one thing is replaced', { priorityClassName: 'low', dnsPolicy: 'Default' }, { priorityClassName: 'high' }, { priorityClassName: 'high', dnsPolicy: 'Default' }],
    ['affinity is one thing', { affinity: { nodeAffinity: {} } }, { affinity: { podAffinity: {} } }, { affinity: { podAffinity: {} } }],
    ['undefined says nothing', { nodeSelector: { a: 'b' } }, { nodeSelector: undefined }, { nodeSelector: { a: 'b' } }],
  ])('%s', (_, under, over, expected) => {
    expect(laidOver(under, over).pod).toEqual(expected);
  });

  test('a duration stays one', () => {
    expect(laidOver({ terminationGracePeriod: Duration.minutes(1) }, {}).pod.terminationGracePeriod!.toSeconds()).toBe(60);
  });

  test('any number of them lie on each other, and nothing of them is changed', () => {
    const pods = ['1', '2', '3'].map((value) => Object.freeze({ env: Object.freeze([Object.freeze({ name: 'A', value })]) as any }));
    expect(laidOver(...pods)).toEqual({ pod: { env: [{ name: 'A', value: '3' }] }, origins: { 'env/A': 'Three' } });
    expect(laidOver()).toEqual({ pod: {}, origins: {} });
  });
});

describe('pods of equal right', () => {
  test('lists and maps are joined', () => {
    expect(join(
      { env: [{ name: 'A', value: '1' }], labels: { a: '1' }, tolerations: [{ key: 'a' }] },
      { env: [{ name: 'B', value: '2' }], labels: { b: '2' }, tolerations: [{ key: 'b' }] },
    )).toMatchObject({
      pod: { env: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }], labels: { a: '1', b: '2' }, tolerations: [{ key: 'a' }, { key: 'b' }] },
      problems: [],
    });
  });

  test('what two ask for alike is there once', () => {
    const pod: PodOptions = { volumes: [{ name: 'a', emptyDir: {} }], labels: { a: '1' }, priorityClassName: 'high', sidecars: [{ name: 's', image: 'x:1' }] };
    expect(join(pod, { ...pod, sidecars: [{ image: 'x:1', name: 's' }] })).toMatchObject({ pod, problems: [] });
  });

  test.each<[string, PodOptions, PodOptions, string]>([
    ['variable', { env: [{ name: 'A', value: '1' }] }, { env: [{ name: 'A', value: '2' }] }, "environment variable 'A'"],
    ['volume', { volumes: [{ name: 'a', emptyDir: {} }] }, { volumes: [{ name: 'a', hostPath: { path: '/x' } }] }, "volume 'a'"],
    ['mount', { mounts: [{ name: 'a', mountPath: '/x' }] }, { mounts: [{ name: 'b', mountPath: '/x' }] }, "mount '/x'"],
    ['init container', { initContainers: [container('a', 'x:1')] }, { initContainers: [container('a', 'x:2')] }, "init container 'a'"],
    ['sidecar', { sidecars: [container('a', 'x:1')] }, { sidecars: [container('a', 'x:2')] }, "sidecar 'a'"],
    ['label', { labels: { a: '1' } }, { labels: { a: '2' } }, 'labels.a'],
    ['field of the security context', { securityContext: { runAsUser: 1 } }, { securityContext: { runAsUser: 2 } }, 'securityContext.runAsUser'],
    ['priority class', { priorityClassName: 'a' }, { priorityClassName: 'b' }, 'priorityClassName'],
    ['grace period', { terminationGracePeriod: Duration.seconds(1) }, { terminationGracePeriod: Duration.seconds(2) }, 'terminationGracePeriod'],
  ])('a %s that two want differently is refused by their names, and the first stays', (_, one, two, what) => {
    const { pod, problems } = join(one, two);
    expect(problems).toEqual([`${what} is defined twice, differently: by One and by Two. Rename or remove one of the two. (conflicting-pod-entries)`]);
    expect(pod).toEqual(one);
  });
});

test('an entry is looked up without a search through all others', () => {
  let reads = 0;
  class Variable {
    public constructor(private readonly id: string) {}

    public get name(): string {
      reads += 1;
      return this.id;
    }
  }
  const variables = (prefix: string): PodOptions => ({ env: Array.from({ length: 500 }, (_, i) => new Variable(`${prefix}${i}`)) });
  expect(join(variables('A'), variables('B'), variables('A')).pod.env).toHaveLength(1000);
  expect(laidOver(variables('A'), variables('B'), variables('A')).pod.env).toHaveLength(1000);
  expect(reads).toBeGreaterThan(3000);
  expect(reads).toBeLessThan(30_000);
});

test('maps are laid over each other to any depth, and nothing else is', () => {
  expect(overlay<any>({ a: { b: { c: 1, d: 2 } }, list: [1, 2], x: {} }, { a: { b: { d: 3 } }, list: [3], x: 'y' })).toEqual({ a: { b: { c: 1, d: 3 } }, list: [3], x: 'y' });
});
