import { EffectiveConfiguration } from '../configuration/effective-configuration';
import { FeatureConfig } from '../features/feature';
import { RestProtocol } from '../features/feature-objects';
import { PlanFinding, problem } from '../private/findings';

const ENABLED = 'security.ssl.rest.enabled';
const AUTHENTICATION = 'security.ssl.rest.authentication-enabled';

/** An option that decides on the protocol, and who sets it. */
interface Decision {
  readonly protocol: RestProtocol;
  readonly option: string;
  readonly text?: string;
  readonly owner?: string;
}

/** The protocol of the REST API: the one that features declare, which must be the one that Flink's options switch on. */
export function restProtocolOf(bound: FeatureConfig[], configuration: EffectiveConfiguration, findings: PlanFinding[]): RestProtocol {
  const declared = bound.filter(({ restProtocol }) => restProtocol);
  const decision = protocolOfOptions(bound, configuration, declared[0]?.restProtocol);
  if (!declared.length) return decision.protocol;
  const [{ owner, restProtocol: protocol }] = declared;
  const other = declared.find(({ restProtocol }) => restProtocol !== protocol);
  if (other) {
    findings.push(problem('conflicting-rest-protocols', `the REST protocol is ${protocol} by ${owner} and ${other.restProtocol} by ${other.owner}`, 'Keep one of them'));
  } else if (protocol !== decision.protocol) {
    const { option, text, owner: setter } = decision;
    findings.push(problem('conflicting-rest-protocols',
      `the REST protocol is ${protocol} by ${owner}, and ${decision.protocol} for Flink: '${option}' is ${text === undefined ? 'not set' : `'${text}' by ${setter}`}`,
      `Set '${ENABLED}' and '${AUTHENTICATION}' as restProtocol says, in the configuration of the feature`, option));
  }
  return protocol!;
}

/**
 * The protocol that Flink speaks by its effective options, and the option that decides.
 *
 * @param wanted what is declared: the option that makes the difference is told.
 */
function protocolOfOptions(bound: FeatureConfig[], configuration: EffectiveConfiguration, wanted?: RestProtocol): Decision {
  const decide = (option: string): Omit<Decision, 'protocol'> | undefined => {
    const key = configuration.keyOf(option);
    if (key !== undefined) return { option: key, text: configuration.text(option), owner: configuration.owner(key) };
    const { owner, jobManager } = bound.find((each) => each.jobManager?.dynamicProperties?.[option] !== undefined) ?? {};
    return owner === undefined ? undefined : { option, text: jobManager!.dynamicProperties![option], owner };
  };
  const isOn = (decision: { readonly text?: string }) => decision.text?.toLowerCase() === 'true';
  // Before Flink 2.0 the older option counts where the newer one is not set.
  const enabled = decide(ENABLED) ?? decide('security.ssl.enabled') ?? { option: ENABLED };
  if (!isOn(enabled)) return { ...enabled, protocol: RestProtocol.HTTP };
  const authentication = decide(AUTHENTICATION) ?? { option: AUTHENTICATION };
  if (wanted === RestProtocol.HTTP) return { ...enabled, protocol: isOn(authentication) ? RestProtocol.MUTUAL_HTTPS : RestProtocol.HTTPS };
  return { ...authentication, protocol: isOn(authentication) ? RestProtocol.MUTUAL_HTTPS : RestProtocol.HTTPS };
}
