import { FeatureConfig, IFlinkFeature, KubernetesObject } from '../../../src';
import { feature, session } from '../../bad-input/refused';
import { Area } from '../example';

const features = (...configs: Partial<FeatureConfig>[]) => session({ features: configs.map(feature) });
const itself: IFlinkFeature = { bind: () => ({ owner: 'Mine', features: [itself] }) };
const object: KubernetesObject = { id: 'policy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name: 'orders', content: { spec: { podSelector: {} } } };

export const OWN_FEATURES: Area = {
  title: 'Features of your own',
  examples: {
    'conflicting-files': features({ configFiles: { 'a.properties': '1' } }, { owner: 'Other', configFiles: { 'a.properties': '2' } }),
    'conflicting-objects': features({ objects: [{ objectsFor: () => ({ objects: [object, object] }) }] }),
    'feature-failed': session({ features: [{ bind: () => { throw new Error('no settings for this cluster'); } }] }),
    'invalid-file-name': features({ configFiles: { 'sub/a.properties': '' } }),
    'recursive-feature': session({ features: [itself] }),
    'reserved-file': features({ configFiles: { 'config.yaml': 'rest.port: 1' } }),
  },
};
