import { FindingSeverity, FlinkVersion } from '../../../src';
import { resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { valueText } from '../../../src/configuration/values/value-text';
import { findingText } from '../../../src/private/findings';

/** What becomes of a value: its text, and what is told of it. */
export interface Given {
  readonly text?: string;
  readonly problem?: string;
  readonly warning?: string;
}

/** A value that 'a test' gives to an option, by any of its names. */
export function given(version: FlinkVersion, written: string, content: any): Given {
  const { key, option } = resolveOptionKey(version, written);
  const { finding, ...value } = valueText(version, key, content, option, 'a test');
  return finding ? { ...value, [finding.severity === FindingSeverity.ERROR ? 'problem' : 'warning']: findingText(finding) } : value;
}
