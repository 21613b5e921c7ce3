/**
 * The namespace of an object that a construct of cdk8s-plus makes or names, where it is known. A reference by name that says no namespace
 * claims to be in `default`.
 */
export function namespaceOf(object: object): string | undefined {
  const { metadata, toSubjectConfiguration } = object as { metadata?: { namespace?: string }; toSubjectConfiguration?(): { namespace?: string } };
  if (metadata) return metadata.namespace;
  const named = toSubjectConfiguration?.call(object).namespace;
  return named === 'default' ? undefined : named;
}
