import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '#infra/system.ts';
import { root } from './root.ts';

export interface DeployedFunctionProps {
  /** The name of the function in `infra/system.ts`, or the name of a system's search function. */
  readonly name: string;
  readonly spec: FunctionSpec;
}

/**
 * One Lambda function with its own role. At first the role may only write the log of the function; `allow` adds further
 * actions. The name of the function is fixed, because running executions of the workflow call the function by name for
 * months.
 */
export class DeployedFunction extends Construct {
  readonly role: Role;
  readonly log: LogGroup;
  readonly lambda: NodejsFunction;

  constructor(scope: Construct, id: string, { name, spec }: DeployedFunctionProps) {
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
    this.lambda = new NodejsFunction(this, 'Function', {
      functionName,
      description: spec.purpose,
      entry: path.join(root, 'functions/handlers', spec.handler, 'index.ts'),
      projectRoot: root,
      depsLockFilePath: path.join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(spec.timeoutSeconds),
      memorySize: spec.memoryMegabytes,
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      awsSdkConnectionReuse: false,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: 'utdrag',
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
      bundling: {
        logLevel: LogLevel.ERROR,
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        // The bundle contains the AWS SDK, so the deployed version is the tested version. Otherwise Lambda would use
        // its own version.
        bundleAwsSDK: true,
        sourceMap: true,
        sourcesContent: false,
        // React uses its production build only if NODE_ENV is `production`. Lambda does not set NODE_ENV.
        define: { 'process.env.NODE_ENV': '"production"' },
        // Some packages call `require` for the built-in modules of Node. An ES module has no `require`, so the bundle
        // defines it.
        banner: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
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
