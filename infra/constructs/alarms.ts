import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { schedules, type FunctionName } from '#infra/system.ts';
import type { DeployedFunctions } from './deployed-functions.ts';
import type { FailedEvents } from './failed-events.ts';
import type { HttpInterface } from './http-interface.ts';
import { ImpactAlarm, runbook } from './impact-alarm.ts';
import type { Workflow } from './workflow.ts';

export interface AlarmsProps {
  readonly topic: ITopic;
  readonly functions: DeployedFunctions;
  readonly http: HttpInterface;
  readonly workflow: Workflow;
  readonly failed: FailedEvents;
}

/** The impact on people if a function fails. */
const impacts: Readonly<Record<FunctionName, string>> = {
  'subject-api': 'People cannot make a request or fetch their answer through the interface.',
  portal: 'People cannot make a request or fetch their answer in the portal.',
  'staff-api': 'Staff cannot see or approve cases, so answers wait while the legal clock runs.',
  'render-document': 'Staff cannot open documents, so answers with documents wait while the legal clock runs.',
  'receive-mail': 'A request that came by mail is not opened as a case, while its legal clock runs.',
  'settle-case': 'Letters, codes and the next steps of cases come up to a minute late.',
  'case-step': 'Cases do not move to their next step.',
  'await-condition': 'Cases cannot begin a wait, so staff are not asked for the next decision.',
  'search-system': 'A system is not searched: answers will say that its search failed.',
  'assemble-export': 'Reviews are not prepared, or approved answers are not packed, so people do not get them.',
  reconcile: 'Interrupted work is not repeated: letters may be unsent and cases may be stuck.',
  'watch-deadlines':
    'Nobody is warned of deadlines, and available results are not sent automatically before the last day.',
  'purge-expired': 'Personal data are kept longer than the organisation promises.',
};

/**
 * The functions whose single errors raise no alarm: only five errors in five minutes do. What `settle-case` could not
 * do, `reconcile` does later. The workflow retries the steps of the other functions. Some of their errors are expected:
 * `CaseEnded` for a step of a case that has ended, and `SearchGoesOn` each time that a long search reaches the timeout
 * of its function and continues in a new invocation.
 */
const tolerant: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'settle-case',
  'case-step',
  'await-condition',
  'assemble-export',
  'search-system',
]);

const fiveMinutes = { period: Duration.minutes(5), statistic: Stats.SUM };

/** The alarms for all situations in which an operator must act. */
export class Alarms extends Construct {
  readonly #topic: ITopic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.#topic = props.topic;
    this.#functions(props.functions);
    this.#schedules(props.functions);
    this.#deadlines(props.functions.named('watch-deadlines').log);
    this.#stuckWork(props.functions.named('reconcile').log);
    this.#rest(props);
  }

  #functions(functions: DeployedFunctions): void {
    for (const { entry, deployed } of functions.all())
      new ImpactAlarm(this, `${deployed.node.id}-fails`, {
        topic: this.#topic,
        metric: new MathExpression({
          expression: 'errors + throttles',
          label: `${deployed.node.id}: errors and throttles`,
          period: fiveMinutes.period,
          usingMetrics: {
            errors: deployed.lambda.metricErrors(fiveMinutes),
            throttles: deployed.lambda.metricThrottles(fiveMinutes),
          },
        }),
        threshold: tolerant.has(entry) ? 5 : 1,
        impact: impacts[entry],
        runbook: runbook.functionFails,
      });
  }

  #schedules(functions: DeployedFunctions): void {
    for (const { function: name, everySeconds } of schedules) {
      // The alarm goes off if the function does not run for three intervals of its schedule, and for at least 15
      // minutes. So one missed run raises no alarm. CloudWatch allows periods of at most one day, so a daily schedule
      // gets two periods of one day.
      const period = Duration.seconds(Math.min(Math.max(3 * everySeconds, 900), 86_400));
      new ImpactAlarm(this, `${name}-silent`, {
        topic: this.#topic,
        metric: functions.named(name).lambda.metricInvocations({ period, statistic: Stats.SUM }),
        silence: true,
        periods: everySeconds >= 86_400 ? 2 : 1,
        impact: impacts[name],
        runbook: runbook.scheduleIsSilent,
      });
    }
  }

  #deadlines(log: ILogGroup): void {
    const filter = new MetricFilter(this, 'LateCases', {
      logGroup: log,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'deadlines watched'),
      metricNamespace: 'Utdrag',
      metricName: 'LateCases',
      metricValue: '$.late',
    });
    new ImpactAlarm(this, 'case-late', {
      topic: this.#topic,
      metric: filter.metric({ period: Duration.hours(1), statistic: Stats.MAXIMUM }),
      impact: 'Somebody has waited longer for an answer than the law allows.',
      runbook: runbook.caseIsLate,
    });
  }

  #stuckWork(log: ILogGroup): void {
    const filter = new MetricFilter(this, 'WorkLeft', {
      logGroup: log,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'left to reconcile'),
      metricNamespace: 'Utdrag',
      metricName: 'WorkLeft',
      metricValue: '1',
    });
    new ImpactAlarm(this, 'work-stuck', {
      topic: this.#topic,
      metric: filter.metric({ period: Duration.minutes(15), statistic: Stats.SUM }),
      // The next run, one minute later, repeats work that failed once. An operator is needed only if the failures
      // continue for three quarters of an hour.
      periods: 3,
      impact: 'Work that a case requires fails repeatedly: a letter is not sent, or a case does not continue.',
      runbook: runbook.workIsStuck,
    });
  }

  #rest({ http, workflow: { stateMachine }, failed }: AlarmsProps): void {
    new ImpactAlarm(this, 'error-pages', {
      topic: this.#topic,
      metric: http.api.metricServerError(fiveMinutes),
      impact: 'People or staff get an error page instead of what they asked for.',
      runbook: runbook.errorPages,
    });
    new ImpactAlarm(this, 'workflow-stops', {
      topic: this.#topic,
      metric: new MathExpression({
        expression: 'failed + timedOut + aborted',
        label: 'executions that failed, timed out or were aborted',
        period: fiveMinutes.period,
        usingMetrics: {
          failed: stateMachine.metricFailed(fiveMinutes),
          timedOut: stateMachine.metricTimedOut(fiveMinutes),
          aborted: stateMachine.metricAborted(fiveMinutes),
        },
      }),
      impact: 'A case is stuck until its workflow is started again.',
      runbook: runbook.workflowStops,
    });
    new ImpactAlarm(this, 'event-given-up', {
      topic: this.#topic,
      metric: new Metric({
        namespace: 'AWS/SQS',
        metricName: 'ApproximateNumberOfMessagesVisible',
        dimensionsMap: { QueueName: failed.queue.queueName },
        period: fiveMinutes.period,
        statistic: Stats.MAXIMUM,
      }),
      impact: 'A request that came by mail, a scheduled run or the end of a workflow was given up after its retries.',
      runbook: runbook.eventGivenUp,
    });
  }
}
