import { Platform } from '../../src';

test.each([
  [Platform.KUBERNETES, 'Kubernetes', true, false],
  [Platform.NATIVE_KUBERNETES, 'native Kubernetes', true, true],
  [Platform.YARN, 'YARN', false, true],
])('%s says what a feature may rely on', (platform, title, hasKubernetes, assignsIdentity) => {
  expect({ ...platform, text: `${platform}` }).toEqual({ title, hasKubernetes, assignsIdentity, text: title });
});
