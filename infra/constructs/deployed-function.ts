import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '#infra/system.ts';

export interface DeployedFunctionProps {
  /** The name of the function in `infra/system.ts`, or the name of a system's search function. */
  readonly name: string;
  readonly spec: FunctionSpec;
  /** The folder with the bundle of the handler. */
  readonly bundle: string;
}

/**
 * One Lambda function with its own role. A new role may only write the log of the function; `allow` gives it more
 * permissions. The name of the function is fixed, because an execution of the workflow runs for months and calls the
 * function by name.
 */
export class DeployedFunction extends Construct {
  readonly role: Role;
  readonly log: LogGroup;
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, { name, spec, bundle }: DeployedFunctionProps) {
    super(scope, id);
    const functionName = `utdrag-${name}`;
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${functionName}: ${spec.purpose}`,
    });
    this.log = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.log.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName,
      description: spec.purpose,
      // The bundle contains the AWS SDK, so the version that was tested is deployed, and not the version that Lambda
      // provides.
      code: Code.fromAsset(bundle),
      handler: `${spec.handler}.handler`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(spec.timeoutSeconds),
      memorySize: spec.memoryMegabytes,
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: 'utdrag',
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
    });
  }

  allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions?: PolicyStatementProps['conditions'],
  ): void {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    );
  }

  set(name: string, value: string): void {
    this.lambda.addEnvironment(name, value);
  }
}
