import { Stack, Validations } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/**
 * Suppresses one finding of the AwsSolutions rules (cdk-nag) on a construct and its children, and records the reason.
 */
export function acknowledge(scope: IConstruct, finding: string, reason: string): void {
  Validations.of(scope).acknowledge({ id: `AwsSolutions-${finding}`, reason });
}

/**
 * Suppresses the finding IAM5 (a wildcard in a policy) for one resource in the policy of a role, and records the
 * reason.
 */
export function acknowledgeWildcard(role: Role, resource: string, reason: string): void {
  // The id of the finding contains the logical id of the resource. The CDK knows the logical id only after it has
  // resolved the references between stacks.
  role.node.addValidation({
    validate: () => {
      acknowledge(role, `IAM5[Resource::${flattenCfnReference(Stack.of(role).resolve(resource))}]`, reason);
      return [];
    },
  });
}
