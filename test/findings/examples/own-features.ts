import { FeatureConfig, KubernetesObject } from '../../../src';
import { feature, session } from '../../bad-input/refused';
import { Area } from '../example';

const features = (...configs: Partial<FeatureConfig>[]) => session({ features: configs.map(feature) });
const object: KubernetesObject = { id: 'policy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name: 'orders', content: { spec: { podSelector: {} } } };

export const OWN_FEATURES: Area = {
  title: 'Features of your own',
  examples: {
    'conflicting-files': features({ configFiles: { 'a.properties': '1' } }, { owner: 'Other', configFiles: { 'a.properties': '2' } }),
    'conflicting-objects': features({ objects: [{ objectsFor: () => ({ objects: [object, object] }) }] }),
    'invalid-file-name': features({ configFiles: { 'sub/a.properties': '' } }),
    'secret-in-manifest': features({ objects: [{ objectsFor: () => ({ objects: [{ ...object, apiVersion: 'v1', kind: 'Secret', content: { stringData: { password: 'x' } } }] }) }] }),
    'invalid-permission': features({ jobManager: { permissions: [{ verbs: ['get'] }] } }),
    'reserved-file': features({ configFiles: { 'config.yaml': 'rest.port: 1' } }),
  },
};
