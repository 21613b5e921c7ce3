import { FlinkVersion } from '../../src';
import { OptionAssignment } from '../../src/configuration/effective-configuration';
import { ConfigurationBuilder, ResolvedConfiguration } from '../../src/configuration/resolve-configuration';
import { problemsOf, warningsOf } from '../harness/findings';

/** An option that somebody sets, by default the user. */
export function assigned(option: string, content: any, more: Partial<OptionAssignment> = {}): OptionAssignment {
  return { option, content, owner: 'configuration', precedence: 'explicit', ...more };
}

/** What comes of assignments, and what is told of them. */
export function resolved(
  version: FlinkVersion, assignments: OptionAssignment[], allowed: string[] = [],
): ResolvedConfiguration & { readonly problems: string[]; readonly warnings: string[] } {
  const builder = new ConfigurationBuilder(version, allowed);
  builder.add(assignments);
  const built = builder.build();
  return { ...built, problems: problemsOf(built), warnings: warningsOf(built) };
}
