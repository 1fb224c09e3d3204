import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { schedules } from '#infra/system.ts';
import type { DeployedFunctions } from './deployed-functions.ts';
import type { FailedEvents } from './failed-events.ts';

/**
 * The EventBridge rules that invoke the scheduled functions. The event contains its `time`, which the function uses as
 * the present time.
 */
export class Schedules extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { readonly functions: DeployedFunctions; readonly failed: FailedEvents },
  ) {
    super(scope, id);
    for (const { function: name, everySeconds } of schedules) {
      const deployed = props.functions.named(name);
      props.failed.keepFor(deployed);
      new Rule(this, name, {
        description: `Runs utdrag-${name}`,
        schedule: Schedule.rate(Duration.seconds(everySeconds)),
        targets: [
          new LambdaFunction(deployed.lambda, {
            deadLetterQueue: props.failed.queue,
            retryAttempts: 2,
            // EventBridge retries a failed event only until the next run is due, because that run also does the work of
            // the failed run.
            maxEventAge: Duration.seconds(Math.max(everySeconds, 60)),
          }),
        ],
      });
    }
  }
}
