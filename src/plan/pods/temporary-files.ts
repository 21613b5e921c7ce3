import { Size } from 'cdk8s';
import { PodPart } from './merge-pods';
import { PodOptions } from '../../pod';
import { bytesOf } from '../../private/memory-size';
import { mebibytes, quantity } from '../../private/quantity';

const NAME = 'flink-tmp';
const GIBIBYTE = 2 ** 30;

/** What pods get for temporary files when nothing else is set. */
export const DEFAULT_EPHEMERAL_STORAGE = { jobManager: 2 * GIBIBYTE, taskManager: 10 * GIBIBYTE, client: GIBIBYTE };

/** Every process writes below `/tmp`: blobs, uploads, spilled data, RocksDB's working files, and the files of its start script. */
export function temporaryFiles(bytes: number): PodPart {
  return {
    owner: 'the library',
    pod: {
      volumes: [{ name: NAME, emptyDir: { sizeLimit: quantity(mebibytes(bytes)) } }],
      mounts: [{ name: NAME, mountPath: '/tmp' }],
    },
  };
}

/** A pod with more room for temporary files. */
export function withTemporaryFiles(pod: PodOptions, bytes: number): PodOptions {
  const [own] = temporaryFiles(bytes).pod.volumes!;
  return { ...pod, volumes: pod.volumes?.map((volume) => (volume.name === NAME ? own : volume)) };
}

/** Bytes of a size that a user gives, or undefined when it is none. */
export function bytesOfSize(size: Size | undefined): number | undefined {
  const bytes = size && bytesOf(size);
  return typeof bytes === 'bigint' ? Number(bytes) : undefined;
}
