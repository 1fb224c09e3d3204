import { Stack, Validations } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/** Accepts one finding of the AwsSolutions rules on a construct and its children, with a reason. */
export function acknowledge(scope: IConstruct, finding: string, reason: string): void {
  Validations.of(scope).acknowledge({ id: `AwsSolutions-${finding}`, reason });
}

/** Accepts one resource with a wildcard in the policy of a role, with a reason. */
export function acknowledgeWildcard(role: Role, resource: string, reason: string): void {
  // The finding contains the logical id of the resource, which is known only once references between stacks are
  // resolved.
  role.node.addValidation({
    validate: () => {
      acknowledge(role, `IAM5[Resource::${flattenCfnReference(Stack.of(role).resolve(resource))}]`, reason);
      return [];
    },
  });
}
