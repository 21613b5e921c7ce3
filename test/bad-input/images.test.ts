import { application, complaintsAbout, deployment, JOB, refuses, S3, session, sessionJob } from './refused';
import { FlinkVersion } from '../../src';

const STAYS = "Use a tag that does not move, for example 'flink:1.20.5-scala_2.12-java17', or a digest";

const OFFICIAL = 'flink:1.20.5-scala_2.12-java17';
const NOT_IN_IMAGE = { id: 'jar-not-in-image', what: `job.artifact is '/opt/flink/usrlib/orders.jar', and the official image '${OFFICIAL}' does not contain it` };
const VOLUME = { volumes: [{ name: 'jars', persistentVolumeClaim: { claimName: 'jars' } }], mounts: [{ name: 'jars', mountPath: '/opt/flink/usrlib' }] };

refuses({
  'a jar in the official image, which does not contain it': { make: application({ image: undefined }), ...NOT_IN_IMAGE, remedy: "Set 'image' to an image that contains the jar, or mount a volume that does" },
  'a jar in the official image by its name': { make: application({ image: OFFICIAL }), ...NOT_IN_IMAGE, remedy: "Set 'image' to an image that contains the jar" },
  'a jar in the official image by its name, with the operator': { make: deployment({ image: OFFICIAL, job: JOB }), ...NOT_IN_IMAGE, remedy: "Set 'image' to an image that contains the jar" },
  'a session job\'s jar on a volume of the JobManager alone, which does not read it': {
    make: sessionJob(JOB, { image: OFFICIAL, jobManager: { pod: VOLUME } }), where: 'chart/Orders/Count', ...NOT_IN_IMAGE, remedy: "or mount a volume that does with 'pod', which reaches the pod that submits the job",
  },
  'no name of an image, with a plugin to copy from it': { make: session({ image: '', storage: S3 }), id: 'invalid-image', what: "'' is not a reference of an image", remedy: 'Write registry/name:tag' },
  'latest': { make: session({ image: 'flink:latest' }), id: 'moving-image-tag', what: "image 'flink:latest' has a tag that moves", remedy: STAYS },
  'latest with the operator': { make: deployment({ image: 'registry.acme.io/flink:latest' }), id: 'moving-image-tag', what: "image 'registry.acme.io/flink:latest' has a tag that moves", remedy: STAYS },
  'no tag, whatever the registry\'s port': { make: session({ image: 'registry.acme.io:5000/flink' }), id: 'moving-image-tag', what: "image 'registry.acme.io:5000/flink' has a tag that moves", remedy: STAYS },
  'a tag of the official image that moves with every patch': { make: session({ image: 'flink:1.20' }), id: 'moving-image-tag', what: "image 'flink:1.20' has a tag that moves", remedy: STAYS },
  'a tag of the official image that names no Flink': { make: session({ image: 'apache/flink:java17' }), id: 'moving-image-tag', what: "image 'apache/flink:java17' has a tag that moves", remedy: STAYS },
  'no image': { make: session({ image: '' }), id: 'invalid-image', what: "'' is not a reference of an image", remedy: 'Write registry/name:tag in lower case' },
  'capitals': { make: session({ image: 'Acme/Flink:1' }), id: 'invalid-image', what: "'Acme/Flink:1' is not a reference of an image", remedy: 'in lower case' },
  'a blank': { make: session({ image: 'flink: 1.20.5' }), id: 'invalid-image', what: "'flink: 1.20.5' is not a reference of an image", remedy: 'Write registry/name:tag' },
  'the image of another line': {
    make: session({ image: 'flink:1.19.3-java17' }), id: 'image-of-other-version', what: "image 'flink:1.19.3-java17' contains Flink 1.19.3, and 'version' is 1.20.5", remedy: "Set 'version' to that of the image, or use 'flink:1.20.5-scala_2.12-java17'",
  },
  'the image of another patch': { make: session({ image: 'flink:1.20.0' }), id: 'image-of-other-version', what: "contains Flink 1.20.0, and 'version' is 1.20.5", remedy: "Set 'version' to that of the image" },
  'a way to pull that does not exist': { make: session({ imagePullPolicy: 'always' }), id: 'invalid-pull-policy', what: "imagePullPolicy is 'always'", remedy: "Write 'Always', 'IfNotPresent' or 'Never'" },
  'half a release': { make: () => FlinkVersion.of('1.20'), where: 'FlinkVersion.of', id: 'invalid-flink-version', what: "'1.20' is not an exact release", remedy: 'Write all three numbers' },
  'a line that is too old': { make: () => FlinkVersion.of('1.12.7'), where: 'FlinkVersion.of', id: 'unsupported-flink-version', what: 'Flink 1.12 is not supported', remedy: 'Supported minor versions: 1.13,' },
  'a version as text': { make: session({ version: '1.20.5' }), id: 'invalid-prop-type', what: "version is '1.20.5' (a string), and must be a FlinkVersion", remedy: "Use FlinkVersion.of('1.20.5')" },
  'no version': { make: session({ version: undefined }), id: 'missing-prop', what: 'version is undefined', remedy: 'Use FlinkVersion.V1_13' },
});

test.each(['flink:1.20.5', 'apache/flink:1.20.5-java11', 'docker.io/library/flink:1.20.5-scala_2.12-java17', 'registry.acme.io/flink:1.19', 'acme/flink:2024-11', `flink@sha256:${'0'.repeat(64)}`])('%s stays', (image) => {
  expect(complaintsAbout(session({ image }))).toEqual([]);
});

test.each([
  ['/opt/flink/usrlib'], ['/opt/flink/usrlib/'], ['/opt/flink/usrlib/orders.jar'],
])('a volume at %s brings the jar into the official image, for whoever reads it', (mountPath) => {
  const pod = { ...VOLUME, mounts: [{ name: 'jars', mountPath }] };
  expect(complaintsAbout(application({ image: OFFICIAL, pod }))).toEqual([]);
  expect(complaintsAbout(application({ image: OFFICIAL, jobManager: { pod } }))).toEqual([]);
  expect(complaintsAbout(sessionJob(JOB, { image: OFFICIAL, pod }))).toEqual([]);
});

test('a mount without a path is refused, and brings no jar', () => {
  const complaints = complaintsAbout(application({ image: OFFICIAL, pod: { ...VOLUME, mounts: [{ name: 'jars' }] } }));
  expect(complaints).toContainEqual(expect.stringContaining('pod.mounts[0].mountPath is missing'));
});

test('of an image without a name nothing else is said', () => {
  expect(complaintsAbout(session({ image: '', storage: S3 }))).toEqual([expect.stringContaining("'' is not a reference of an image")]);
});
