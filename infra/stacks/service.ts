import { CfnCondition, CfnOutput, CfnParameter, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { AlarmTopic } from '#infra/constructs/alarm-topic.ts';
import { Alarms } from '#infra/constructs/alarms.ts';
import { CommitStream } from '#infra/constructs/commit-stream.ts';
import { DeployedFunctions } from '#infra/constructs/deployed-functions.ts';
import { EndedExecutions } from '#infra/constructs/ended-executions.ts';
import { FailedEvents } from '#infra/constructs/failed-events.ts';
import { HttpInterface, type StaffSignIn } from '#infra/constructs/http-interface.ts';
import { MailIntake } from '#infra/constructs/mail-intake.ts';
import { Schedules } from '#infra/constructs/schedules.ts';
import { Sender } from '#infra/constructs/sender.ts';
import { SmsSender } from '#infra/constructs/sms-sender.ts';
import { Workflow, workflowPlaces } from '#infra/constructs/workflow.ts';
import type { RecordsStack } from './records.ts';

/**
 * The stack `UtdragService`: the functions and what invokes them. The stack stores no data of cases except in logs and
 * in the queue of failed events.
 */
export class ServiceStack extends Stack {
  readonly http: HttpInterface;
  readonly signIn: StaffSignIn;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & {
      readonly organisation: Organisation;
      readonly records: RecordsStack;
      /** The folder with the bundle of each handler. */
      readonly bundles: ReadonlyMap<string, string>;
    },
  ) {
    super(scope, id, {
      ...props,
      description:
        'Utdrag: functions, workflow, interface, alarms. This stack may be deleted and deployed again: cases continue.',
    });
    const { organisation, records, bundles } = props;
    const { key } = records;
    const parameters = operatorParameters(this);

    this.signIn = parameters.signIn;
    this.http = new HttpInterface(this, 'Http', this.signIn);
    const portal = parameters.portalOr(this.http.api.apiEndpoint);
    const functions = new DeployedFunctions(this, 'Functions', {
      organisation,
      bundles,
      places: {
        table: records.table,
        'table-indexes': records.table.indexes,
        findings: records.findings,
        orders: records.findings.orders(),
        exports: records.exports,
        anchors: records.anchors,
        mail: records.mail,
        configuration: records.configuration,
        'case-secret': records.caseSecret,
        'sign-in-secrets': records.signInSecrets,
        sender: new Sender(this, 'Sender', { organisation }),
        'sms-sender': new SmsSender(this, 'SmsSender', { organisation }),
        ...workflowPlaces(this),
      },
      placeOf: (place, system) => records.placeOf(place, system),
      exportsOrigin: records.exports.origin,
      portal,
    });
    this.http.connect(functions);
    const workflow = new Workflow(this, 'Workflow', functions);
    const failed = new FailedEvents(this, 'FailedEvents', { key });
    new Schedules(this, 'Schedules', { functions, failed });
    new CommitStream(this, 'CommitStream', { functions, table: records.table });
    new EndedExecutions(this, 'EndedExecutions', { functions, workflow, failed });
    new MailIntake(this, 'MailIntake', { organisation, mail: records.mail, functions, failed });
    const { topic } = new AlarmTopic(this, 'AlarmTopic', { key, email: parameters.alarmEmail });
    new Alarms(this, 'Alarms', { topic, functions, http: this.http, workflow, failed });
    new CfnOutput(this, 'Portal', { value: portal, description: 'Where data subjects go' });
  }
}

interface OperatorParameters {
  readonly signIn: StaffSignIn;
  readonly alarmEmail: string;
  /** The value of the parameter `PortalUrl`, or `otherwise` if the operator left it empty. */
  portalOr(otherwise: string): string;
}

/**
 * The CloudFormation parameters whose values only the operator knows. Only `PortalUrl` has a default, so a deployment
 * without the other values fails.
 */
function operatorParameters(stack: Stack): OperatorParameters {
  const issuer = new CfnParameter(stack, 'StaffIssuer', {
    description: 'OpenID issuer of the tokens of staff, exactly as in the claim iss',
    allowedPattern: String.raw`https://[^\s?#]+`,
  });
  const audience = new CfnParameter(stack, 'StaffAudience', {
    description: 'The claim aud in the tokens of staff',
    allowedPattern: String.raw`\S+`,
  });
  const alarmEmail = new CfnParameter(stack, 'AlarmEmail', {
    description: 'Mailbox of the operators, for alarms',
    allowedPattern: String.raw`[^\s@]+@[^\s@]+`,
  });
  const portalUrl = new CfnParameter(stack, 'PortalUrl', {
    description: 'The URL of the portal for data subjects, without a trailing slash; empty: the URL of the API itself',
    default: '',
    allowedPattern: String.raw`(https://[^\s?#]*[^\s?#/])?`,
  });
  const isOwn = new CfnCondition(stack, 'HasPortalUrl', {
    expression: Fn.conditionNot(Fn.conditionEquals(portalUrl.valueAsString, '')),
  });
  return {
    signIn: { issuer: issuer.valueAsString, audience: audience.valueAsString },
    alarmEmail: alarmEmail.valueAsString,
    portalOr: (otherwise) => Fn.conditionIf(isOwn.logicalId, portalUrl.valueAsString, otherwise).toString(),
  };
}
