import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { endedExecutions } from '#infra/system.ts';
import type { DeployedFunctions } from './deployed-functions.ts';
import type { FailedEvents } from './failed-events.ts';
import type { Workflow } from './workflow.ts';

export interface EndedExecutionsProps {
  readonly functions: DeployedFunctions;
  readonly workflow: Workflow;
  readonly failed: FailedEvents;
}

/** The EventBridge rule that tells a function when an execution of the workflow has ended. */
export class EndedExecutions extends Construct {
  constructor(scope: Construct, id: string, { functions, workflow, failed }: EndedExecutionsProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      description: `Tells utdrag-${endedExecutions.function} that an execution has ended`,
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [workflow.stateMachine.stateMachineArn],
          status: [...endedExecutions.statuses],
        },
      },
      targets: [
        new LambdaFunction(functions.named(endedExecutions.function).lambda, {
          deadLetterQueue: failed.queue,
          retryAttempts: 2,
        }),
      ],
    });
  }
}
