import path from 'node:path';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { workflowSpec } from '#infra/system.ts';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import type { DeployedFunctions } from './deployed-functions.ts';
import type { Grantable } from './place.ts';
import { root } from './root.ts';

/**
 * Gives functions access to the workflow. The functions need the ARN of the workflow, and the workflow needs the ARNs
 * of the functions. To break this circle, the name of the workflow is fixed, so its ARN is known before it is created.
 */
export function workflowPlaces(scope: Construct): Readonly<Record<'workflow' | 'workflow-executions', Grantable>> {
  const arn = (resource: string, resourceName: string): string =>
    Stack.of(scope).formatArn({
      service: 'states',
      resource,
      resourceName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  return {
    workflow: {
      bind: (to, actions) => {
        to.allow(actions, [arn('stateMachine', workflowSpec.name)]);
        to.set('WORKFLOW_ARN', arn('stateMachine', workflowSpec.name));
      },
    },
    'workflow-executions': {
      bind: (to, actions) => {
        const executions = arn('execution', `${workflowSpec.name}:*`);
        to.allow(actions, [executions]);
        acknowledgeWildcard(
          to.role,
          executions,
          'The name of an execution contains the id of its case, which is unknown at deployment.',
        );
      },
    },
  };
}

/**
 * The state machine that handles the cases. The state machine may invoke only the search functions and the functions in
 * `workflowSpec`.
 */
export class Workflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, functions: DeployedFunctions) {
    super(scope, id);
    const called = Object.entries(workflowSpec.substitutions).map(
      ([placeholder, name]) => [placeholder, functions.named(name).lambda] as const,
    );
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [...called.map(([, lambda]) => lambda), ...functions.searches.map(({ lambda }) => lambda)].map(
          ({ functionArn }) => functionArn,
        ),
      }),
    );
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: workflowSpec.name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromFile(path.join(root, workflowSpec.definition)),
      definitionSubstitutions: Object.fromEntries(
        called.map(([placeholder, lambda]) => [placeholder, lambda.functionArn]),
      ),
      role,
      logs: {
        destination: new LogGroup(this, 'Log', {
          // CloudWatch Logs lets services write to log groups by one resource policy, whose size is limited. Log groups
          // with this prefix do not count towards the limit.
          logGroupName: `/aws/vendedlogs/states/${workflowSpec.name}`,
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
      tracingEnabled: true,
    });
    acknowledge(
      this.stateMachine,
      'SF1',
      'The history of each execution contains every event, so the log contains only errors.',
    );
    acknowledge(
      role,
      'IAM5[Resource::*]',
      'The actions of log delivery and tracing cannot be limited to single resources, so the policy names all resources.',
    );
  }
}
