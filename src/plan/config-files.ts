import { PlanFinding, problem } from '../private/findings';

/** Files of one owner. */
export interface FilePart {
  readonly owner: string;
  readonly configFiles?: { readonly [name: string]: string };
}

/** The files of all owners beside Flink's configuration file. */
export function mergeConfigFiles(parts: FilePart[], findings: PlanFinding[], origins: { [what: string]: string }): { [name: string]: string } {
  const files: { [name: string]: string } = {};
  for (const { owner, configFiles } of parts) {
    for (const [name, text] of Object.entries(configFiles ?? {})) {
      if (Object.hasOwn(files, name) && files[name] !== text) {
        findings.push(problem('conflicting-files', `the file '${name}' is written twice, differently: by ${origins[`files/${name}`]} and by ${owner}`, 'Remove one of the two', name));
      } else if (!/^[-._a-zA-Z0-9]+$/.test(name)) {
        findings.push(problem('invalid-file-name', `${owner} writes a file '${name}', which a ConfigMap cannot contain`, 'Use letters, digits, dot, hyphen and underscore', name));
      } else if (/(^|-)(config|flink-conf)\.yaml$/.test(name)) {
        findings.push(problem('reserved-file', `${owner} writes a file '${name}', which is Flink's configuration itself`, "Use 'configuration' of the feature", name));
      }
      if (!Object.hasOwn(files, name)) files[name] = text;
      origins[`files/${name}`] ??= owner;
    }
  }
  return files;
}
