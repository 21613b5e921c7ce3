import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { VersionUnderTest } from './versions';
import { Boundedness, JobArtifact, JobOptions } from '../../../src';

/** Small processes, for a node that is a laptop. */
export function small({ version, image }: VersionUnderTest) {
  return {
    version,
    image,
    jobManager: { memory: Size.mebibytes(900), cpu: Cpu.millis(50), ephemeralStorage: Size.mebibytes(500) },
    taskManager: { memory: Size.mebibytes(1000), cpu: Cpu.millis(50), ephemeralStorage: Size.gibibytes(1) },
    // Less time in the compiler, which on two cores is most of the time.
    jvmOptions: { all: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] },
  };
}

export const COUNT_JAR = JobArtifact.fromImage('/opt/flink/usrlib/count.jar');
const MAIN_CLASS = 'io.github.cdk8sflink.e2e.CountJob';

/** Counts the words of a text and ends. */
export const COUNT_WORDS: JobOptions = {
  artifact: COUNT_JAR, mainClass: MAIN_CLASS, args: ['words', '/opt/flink/input/LICENSE'], boundedness: Boundedness.BOUNDED,
};

/** Counts numbers for ever, and fails when its state and its position in the source come apart. */
export const COUNT_NUMBERS: JobOptions = { artifact: COUNT_JAR, mainClass: MAIN_CLASS, args: ['numbers'] };

/** The same, with arguments of its own. */
export function countNumbers(...args: string[]): JobOptions {
  return { ...COUNT_NUMBERS, args: ['numbers', ...args] };
}
