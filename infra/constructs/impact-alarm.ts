import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** The headings of `infra/README.md` that say what to do about an alarm, as they appear in links. */
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
  /** What people notice while the alarm lasts: one sentence. */
  readonly impact: string;
  /** The heading of `infra/README.md` that says what to do. */
  readonly runbook: (typeof runbook)[keyof typeof runbook];
  /**
   * The alarm goes off if the metric reaches this value; default 1. With `silence` it goes off if the metric is below
   * this value.
   */
  readonly threshold?: number;
  /** The number of consecutive periods in which the metric must be beyond the threshold; default 1. */
  readonly periods?: number;
  /**
   * With `true` the alarm goes off if the metric is too low or missing. By default it goes off if the metric is too
   * high.
   */
  readonly silence?: boolean;
}

/**
 * A CloudWatch alarm whose description names the impact on people and the heading of `infra/README.md` that says what
 * to do. Every alarm of the project has this class.
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
