import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BucketDeployment, type BucketDeploymentProps } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';

const theirs =
  'The CDK chooses the permissions of its function that copies files; the function runs only during a deployment and on these files.';
const actions = ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'];
const keyActions = ['kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/** Copies files into a bucket when the stack is deployed. A Lambda function that the CDK provides makes the copies. */
export class DeployedFiles extends Construct {
  constructor(scope: Construct, id: string, props: Omit<BucketDeploymentProps, 'role' | 'logGroup'>) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(role);
    new BucketDeployment(this, 'Deployment', { ...props, role, logGroup });

    const encrypted = props.destinationBucket.encryptionKey !== undefined;
    for (const action of [...actions, ...(encrypted ? keyActions : [])])
      acknowledge(role, `IAM5[Action::${action}]`, theirs);
    acknowledgeWildcard(role, props.destinationBucket.arnForObjects('*'), theirs);
    const stack = Stack.of(this);
    const staging = `arn:${stack.partition}:s3:::cdk-hnb659fds-assets-${stack.account}-${stack.region}/*`;
    acknowledgeWildcard(role, staging, theirs);
    if (props.distribution !== undefined)
      acknowledge(role, 'IAM5[Resource::*]', 'IAM cannot limit an invalidation to one distribution.');
    for (const copier of stack.node.children.filter((child) => child.node.id.startsWith('Custom::CDKBucketDeployment')))
      acknowledge(copier, 'L1', 'The CDK chooses the runtime of its own function.');
  }
}
