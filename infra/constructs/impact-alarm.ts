import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/**
 * The headings of `infra/README.md` that say what to do about an alarm, in the form of a link:
 * `infra/README.md#a-function-fails`.
 */
export const runbook = {
  functionFails: 'a-function-fails',
  errorPages: 'people-get-error-pages',
  workflowStops: 'the-workflow-stops',
  caseIsLate: 'a-case-is-late',
  scheduleIsSilent: 'a-schedule-is-silent',
  eventGivenUp: 'an-event-was-given-up',
  workIsStuck: 'work-is-stuck',
} as const;

export interface ImpactAlarmProps {
  readonly topic: ITopic;
  readonly metric: IMetric;
  /** One sentence that says what people notice while the alarm lasts. */
  readonly impact: string;
  /** The heading of `infra/README.md` that says what to do. */
  readonly runbook: (typeof runbook)[keyof typeof runbook];
  /**
   * The alarm goes off if the metric is at or above this value, or with `silence` if it is below this value. Default 1.
   */
  readonly threshold?: number;
  /** The alarm goes off only if its condition holds for this many periods in a row. Default 1. */
  readonly periods?: number;
  /**
   * With `true` the alarm goes off if the metric is below the threshold or missing, for example if a schedule does not
   * run.
   */
  readonly silence?: boolean;
}

/**
 * A CloudWatch alarm. Its description gives the impact on people, and a heading of `infra/README.md` that says what to
 * do. All alarms of the project are made with this class.
 */
export class ImpactAlarm extends Construct {
  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id);
    const silence = props.silence ?? false;
    const alarm = new Alarm(this, 'Alarm', {
      alarmDescription: `${props.impact} What to do: infra/README.md#${props.runbook}`,
      metric: props.metric,
      threshold: props.threshold ?? 1,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: silence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(props.topic));
    alarm.addOkAction(new SnsAction(props.topic));
  }
}
