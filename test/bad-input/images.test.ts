import { complaintsAbout, deployment, refuses, session } from './refused';
import { FlinkVersion } from '../../src';

const STAYS = "Give it a tag that stays, for example 'flink:1.20.5-scala_2.12-java17', or a digest";

refuses({
  'latest': { make: session({ image: 'flink:latest' }), what: "image 'flink:latest' moves", remedy: STAYS },
  'latest with the operator': { make: deployment({ image: 'registry.acme.io/flink:latest' }), what: "image 'registry.acme.io/flink:latest' moves", remedy: STAYS },
  'no tag, whatever the registry\'s port': { make: session({ image: 'registry.acme.io:5000/flink' }), what: "image 'registry.acme.io:5000/flink' moves", remedy: STAYS },
  'a tag of the official image that moves with every patch': { make: session({ image: 'flink:1.20' }), what: "image 'flink:1.20' moves", remedy: STAYS },
  'a tag of the official image that names no Flink': { make: session({ image: 'apache/flink:java17' }), what: "image 'apache/flink:java17' moves", remedy: STAYS },
  'no image': { make: session({ image: '' }), what: "'' is no reference of an image", remedy: 'Write it as registry/name:tag in lower case' },
  'capitals': { make: session({ image: 'Acme/Flink:1' }), what: "'Acme/Flink:1' is no reference of an image", remedy: 'in lower case' },
  'a blank': { make: session({ image: 'flink: 1.20.5' }), what: "'flink: 1.20.5' is no reference of an image", remedy: 'Write it as registry/name:tag' },
  'the image of another line': {
    make: session({ image: 'flink:1.19.3-java17' }), what: "image 'flink:1.19.3-java17' holds Flink 1.19.3, and 'version' says 1.20.5", remedy: "Set 'version' to the image's, or take 'flink:1.20.5-scala_2.12-java17'",
  },
  'the image of another patch': { make: session({ image: 'flink:1.20.0' }), what: "holds Flink 1.20.0, and 'version' says 1.20.5", remedy: "Set 'version' to the image's" },
  'a way to pull that does not exist': { make: session({ imagePullPolicy: 'always' }), what: "imagePullPolicy is 'always'", remedy: "Write 'Always', 'IfNotPresent' or 'Never'" },
  'half a release': { make: () => FlinkVersion.of('1.20'), where: 'FlinkVersion.of', what: "'1.20' is no exact release", remedy: 'Write all three numbers' },
  'a line that is too old': { make: () => FlinkVersion.of('1.12.7'), where: 'FlinkVersion.of', what: 'Flink 1.12 is not supported', remedy: 'Supported lines: 1.13,' },
  'a version as text': { make: session({ version: '1.20.5' }), what: "'version' is '1.20.5', which is no FlinkVersion", remedy: 'Set it, for example FlinkVersion.of(' },
  'no version': { make: session({ version: undefined }), what: "'version' is missing", remedy: 'Set it, for example FlinkVersion.of(' },
});

test.each(['flink:1.20.5', 'apache/flink:1.20.5-java11', 'docker.io/library/flink:1.20.5-scala_2.12-java17', 'registry.acme.io/flink:1.19', 'acme/flink:2024-11', `flink@sha256:${'0'.repeat(64)}`])('%s stays', (image) => {
  expect(complaintsAbout(session({ image }))).toEqual([]);
});
