import { Question } from './questions';
import { FlinkVersion } from '../../src/flink-version';
import { JobManagerMemory } from '../../src/memory/job-manager-memory';
import { MemoryConfigurationError } from '../../src/memory/memory-configuration-error';
import { TaskManagerMemory } from '../../src/memory/task-manager-memory';
import { humanMemorySize, memorySizeText, parseMemorySize } from '../../src/private/memory-size';

/** An answer: `ok` or a kind of refusal, and what belongs to it. Equal answers are equal texts. */
export interface Answer {
  /** The kind of refusal, with the option where it is about the value of one. */
  readonly refused?: string;
  /** Amounts in bytes, exactly. */
  readonly bytes: string[];
  /** What goes to the process and into its log. */
  readonly texts: string[];
}

/** What this library answers. */
export function ourAnswer(version: FlinkVersion, question: Question): Answer {
  if (question.role === 'SIZE') return ofSize(question.text);
  const memory = question.role === 'TM' ? TaskManagerMemory._attempt(version, question.configuration) : JobManagerMemory._attempt(version, question.configuration);
  if (memory instanceof MemoryConfigurationError) return refusal(memory.kind, memory.option);
  const rows = memory.describe().split('\n').slice(1).map((row) => row.slice(row.indexOf(':') + 1).trim());
  const amounts = ROWS[question.role].map((row) => rows[row]);
  return { bytes: amounts.map((text) => /(\d+) bytes/.exec(text)![1]), texts: [memory.jvmParameters, memory.dynamicConfigurations, ...amounts] };
}

/** Which rows of the breakdown the oracle's amounts are, in its order. */
const ROWS = { TM: [3, 8, 4, 9, 10, 6, 11, 12, 1, 0], JM: [2, 3, 4, 5, 1, 0] };

/** A refusal. Only where one option's value is refused does it matter which. */
export function refusal(kind: string, option?: string): Answer {
  return { refused: ['E-PARSE', 'E-RANGE'].includes(kind) && option ? `${kind} ${option}` : kind, bytes: [], texts: [] };
}

function ofSize(text: string): Answer {
  const bytes = parseMemorySize(text);
  return typeof bytes === 'bigint' ? { bytes: [String(bytes)], texts: [memorySizeText(bytes), humanMemorySize(bytes)] } : refusal('E-PARSE');
}
