import { FeatureConfig, IFlinkFeature, KubernetesObject } from '../../../src';
import { feature, session } from '../../bad-input/refused';
import { Area } from '../example';

const features = (...configs: Partial<FeatureConfig>[]) => session({ features: configs.map(feature) });
const itself: IFlinkFeature = { bind: () => ({ owner: 'Mine', features: [itself] }) };
const object: KubernetesObject = { id: 'policy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name: 'orders', content: { spec: { podSelector: {} } } };
const added = (changed: Partial<KubernetesObject>) => features({ objects: [{ objectsFor: () => ({ objects: [{ ...object, ...changed }] }) }] });
const claim = (mountPath: string) => ({ taskManager: { volumeClaims: [{ name: 'data', mountPath, spec: {} }] } });

export const OWN_FEATURES: Area = {
  title: 'Features of your own',
  examples: {
    'conflicting-files': features({ configFiles: { 'a.properties': '1' } }, { owner: 'Other', configFiles: { 'a.properties': '2' } }),
    'conflicting-metadata': features({ labels: { team: 'orders' } }, { owner: 'Other', labels: { team: 'clicks' } }),
    'conflicting-objects': features({ objects: [{ objectsFor: () => ({ objects: [object, object] }) }] }),
    'conflicting-volume-claims': features(claim('/one'), { owner: 'Other', ...claim('/two') }),
    'feature-failed': session({ features: [{ bind: () => { throw new Error('no settings for this cluster'); } }] }),
    'invalid-file-name': features({ configFiles: { 'sub/a.properties': '' } }),
    'invalid-object-id': added({ id: 'policies/orders' }),
    'invalid-object-type': added({ kind: 'networkpolicy' }),
    'recursive-feature': session({ features: [itself] }),
    'secret-in-manifest': features({ objects: [{ objectsFor: () => ({ objects: [{ ...object, apiVersion: 'v1', kind: 'Secret', content: { stringData: { password: 'x' } } }] }) }] }),
    'invalid-permission': features({ jobManager: { permissions: [{ verbs: ['get'] }] } }),
    'reserved-file': features({ configFiles: { 'config.yaml': 'rest.port: 1' } }),
    'reserved-object-field': added({ content: { metadata: { finalizers: ['acme.io/orders'] } } }),
  },
};
