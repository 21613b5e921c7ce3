import { Asked } from './oracle';
import { catalogData, OptionData, TemplateData } from '../../src/configuration/catalog/catalog-data';
import { FlinkVersion } from '../../src/flink-version';

/** How to ask the oracle for an option: once for each meaning that its name may have. */
export function askedFor(version: FlinkVersion, key: string, option: OptionData | undefined): Asked[] {
  if (!option) return [{ key, type: 'string' }];
  const { key: template } = option as Partial<TemplateData>;
  const meanings = template ? catalogData(version).templates.filter((each) => each.key === template) : [option];
  return meanings.map(({ type, element, values }) => ({ key, type, element, values }));
}
