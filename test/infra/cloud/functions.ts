import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { kindsOf } from '#connectors/sdk/kinds-of.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describedOrganisation } from '#infra/constructs/described-organisation.ts';
import { bound, functions, schedules, searchFunctionName, workflowSpec, type FunctionSpec } from '#infra/system.ts';
import {
  dig,
  listAt,
  ofType,
  root,
  statementsOf,
  textOf,
  type Resource,
  type SynthesisedCloud,
} from '../../support/synthesised-cloud.ts';
import { synthesisedPolicies, type Allowed } from '../../support/synthesised-policies.ts';

const { organisation, hash } = describedOrganisation('infra/organisation.yaml');
const connected = organisation.systems.filter((system) => system.kind === 'connector');
const searches = connected.map(({ id }) => searchFunctionName(id));

/** Every function that must be in the templates, by its name in the local system. */
const expected: ReadonlyMap<string, FunctionSpec> = new Map(
  Object.entries(functions).flatMap(([name, spec]): [string, FunctionSpec][] =>
    name === 'search-system' ? searches.map((search) => [search, spec]) : [[name, spec]],
  ),
);

/** The requirements on the functions, the workflow and what starts them. */
export function functionTests(cloud: () => SynthesisedCloud): void {
  const policies = (): ReadonlyMap<string, readonly Allowed[]> => synthesisedPolicies(cloud());

  const resources = (type: string): readonly Resource[] =>
    ofType(cloud().templates.UtdragService, type).map(([, resource]) => resource);
  const text = (value: unknown): string => textOf(cloud(), 'UtdragService', value);
  const lambdaPath = (name: string): string => `<UtdragService/Functions/${name}/Function/Resource>`;
  const lambdas = (): ReadonlyMap<string, Resource> =>
    new Map(
      resources('AWS::Lambda::Function').map((one) => [
        text(one.Properties['FunctionName']).replace('utdrag-', ''),
        one,
      ]),
    );
  const variables = (name: string): Readonly<Record<string, unknown>> =>
    dig(lambdas().get(name), 'Properties', 'Environment', 'Variables') as Readonly<Record<string, unknown>>;

  describe('functions', () => {
    it('are those of the list, and one search for each connected system', () => {
      expect([...lambdas().keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    });

    it('have exactly the timeout, the memory and the variables that the list gives them', () => {
      for (const [name, { Properties }] of lambdas()) {
        const spec = expected.get(name)!;
        expect(Properties, name).toMatchObject({
          FunctionName: `utdrag-${name}`,
          Timeout: spec.timeoutSeconds,
          MemorySize: spec.memoryMegabytes,
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          LoggingConfig: { LogFormat: 'JSON' },
        });
        const wanted = new Set([
          'NODE_OPTIONS',
          'POWERTOOLS_SERVICE_NAME',
          'POWERTOOLS_LOG_LEVEL',
          ...spec.grants.flatMap(({ on }) => bound[on]),
          ...spec.environment,
        ]);
        expect(Object.keys(variables(name)).toSorted(), name).toEqual([...wanted].toSorted());
      }
    });

    it('each have their own role and log, and no policy of another origin', () => {
      const all = [...lambdas().values()];
      expect(new Set(all.map(({ Properties }) => text(Properties['Role']))).size).toBe(all.length);
      expect(new Set(all.map(({ Properties }) => text(dig(Properties, 'LoggingConfig', 'LogGroup')))).size).toBe(
        all.length,
      );
      for (const { Properties } of resources('AWS::IAM::Role')) expect(Properties['ManagedPolicyArns']).toBeUndefined();
      for (const { Properties } of resources('AWS::Logs::LogGroup')) expect(Properties['RetentionInDays']).toBe(90);
    });

    it('know the organisation by its hash, and a search knows only its own system', () => {
      expect(variables('case-step')['ORGANISATION']).toBe(hash);
      const told = text(variables('case-step')['SEARCH_FUNCTIONS']);
      const kinds = JSON.parse(text(variables('case-step')['CONNECTOR_KINDS'])) as Record<
        string,
        { accepts: string[] }
      >;
      expect(Object.keys(kinds).toSorted()).toEqual([...new Set(connected.map((one) => one.connector))].toSorted());
      expect(kinds['mailchimp']).toEqual({ accepts: ['email'], reads: kindsOf(mailchimp).reads });
      for (const { id, connector, settings, privateNetworks } of connected) {
        const name = searchFunctionName(id);
        expect(told).toContain(`"${id}":"${lambdaPath(name)}"`);
        expect(variables(name)).toMatchObject({
          CONNECTOR: connector,
          SETTINGS: JSON.stringify(settings),
          PRIVATE_NETWORKS: JSON.stringify(privateNetworks ?? []),
        });
        expect(text(variables(name)['SYSTEM_SECRET'])).toBe(`<UtdragRecords/SystemSecret-${id}/Secret/Resource>`);
      }
    });

    it('and folders of handlers correspond one to one', () => {
      const folder = path.join(root, 'functions/handlers');
      const handlers = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'index.ts')));
      expect(
        Object.values(functions)
          .map(({ handler }) => handler)
          .toSorted(),
      ).toEqual(handlers.toSorted());
    });
  });

  describe('what functions may do', () => {
    const ofPlatform = new Set(['own-log', 'key', 'failed-events', 'table-stream']);
    const pairs = (granted: readonly { readonly on: string; readonly action: string }[]): readonly string[] =>
      [...new Set(granted.map(({ on, action }) => `${on} ${action}`))].toSorted();

    it('is exactly what the list grants', () => {
      for (const [name, spec] of expected)
        expect(
          pairs(
            policies()
              .get(name)!
              .filter(({ on }) => !ofPlatform.has(on)),
          ),
          name,
        ).toEqual(pairs(spec.grants));
    });

    it('includes the stream of the case table for the function that settles cases, and for no other', () => {
      const reading = [...policies()].flatMap(([name, allowed]) =>
        allowed.filter(({ on }) => on === 'table-stream').map(({ action }) => `${name} ${action}`),
      );
      expect(reading.toSorted()).toEqual(
        ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (action) => `settle-case dynamodb:${action}`,
        ),
      );
    });

    it('includes, for the platform, only their own log, the key through the services they use, and failed events', () => {
      const asynchronous = new Set<string>(['receive-mail', ...schedules.map((one) => one.function)]);
      for (const [name, allowed] of policies()) {
        const logged = allowed.filter(({ on }) => on === 'own-log');
        expect(logged.map(({ action, part }) => `${action} ${part}`).toSorted(), name).toEqual([
          `logs:CreateLogStream ${name}`,
          `logs:PutLogEvents ${name}`,
        ]);
        expect(pairs(allowed.filter(({ on }) => on === 'failed-events')), name).toEqual(
          asynchronous.has(name) ? ['failed-events sqs:SendMessage'] : [],
        );
        const through = new Set(allowed.filter(({ on }) => on === 'key').map(({ part }) => part));
        expect(through, name).toEqual(new Set(allowed.flatMap(encryptedService)));
      }
    });

    it('of a search names no table', () => {
      for (const { id } of connected) {
        const statements = policies().get(searchFunctionName(id))!;
        expect(statements.filter(({ on, action }) => on.startsWith('table') || action.startsWith('dynamodb:'))).toEqual(
          [],
        );
        expect(variables(searchFunctionName(id))).not.toHaveProperty('TABLE');
      }
    });

    it('never reaches another system’s secret', () => {
      for (const { id } of connected) {
        const secrets = policies()
          .get(searchFunctionName(id))!
          .filter(({ action }) => action.startsWith('secretsmanager:'));
        expect(secrets).toEqual([{ action: 'secretsmanager:GetSecretValue', on: 'system-secret', part: id }]);
      }
      for (const [name, allowed] of policies())
        if (!searches.includes(name))
          expect(
            allowed.some(({ on }) => on === 'system-secret'),
            name,
          ).toBe(false);
    });

    it('has wildcards only in the names of objects and executions, and none in an action', () => {
      const wildcards = new Set<string>();
      for (const statement of resources('AWS::IAM::Policy').flatMap(statementsOf)) {
        for (const action of statement.Action) expect(action).not.toContain('*');
        for (const resource of statement.Resource.map(text)) if (resource.includes('*')) wildcards.add(resource);
      }
      expect([...wildcards].toSorted()).toEqual(
        [
          '<UtdragRecords/Anchors/Bucket/Resource>/*',
          '<UtdragRecords/Configuration/Bucket/Resource>/organisation/*.json',
          '<UtdragRecords/Exports/Bucket/Resource>/*',
          '<UtdragRecords/Findings/Bucket/Resource>/*',
          '<UtdragRecords/Findings/Bucket/Resource>/????-????-????-????/orders/*/*',
          ...['documents', 'orders', 'pages', 'results'].flatMap((kind) =>
            connected.map(({ id }) => `<UtdragRecords/Findings/Bucket/Resource>/????-????-????-????/${kind}/${id}/*`),
          ),
          '<UtdragRecords/Mail/Bucket/Resource>/inbound/*',
          '<UtdragRecords/Mail/Bucket/Resource>/scans/*',
          `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${workflowSpec.name}:*`,
          // These actions of log delivery and tracing cannot be limited to one resource.
          '*',
        ].toSorted(),
      );
      const onEverything = resources('AWS::IAM::Policy').filter((policy) =>
        statementsOf(policy).some(({ Resource }) => Resource.includes('*')),
      );
      expect(onEverything.map(({ Metadata }) => Metadata['aws:cdk:path'])).toEqual([
        'UtdragService/Workflow/Role/DefaultPolicy/Resource',
      ]);
    });

    it('only permits letters from the controllers’ addresses', () => {
      const sending = resources('AWS::IAM::Policy')
        .flatMap(statementsOf)
        .filter(({ Action }) => Action.includes('ses:SendEmail'));
      expect(sending.length).toBeGreaterThan(0);
      for (const { Condition } of sending)
        expect(listAt(Condition, 'StringEquals', 'ses:FromAddress')).toEqual(
          organisation.controllers.map(({ email }) => email),
        );
    });

    it('can be called only by the intended services, from this account', () => {
      const callers = new Set(
        resources('AWS::Lambda::Permission').map(({ Properties }) => {
          expect(Properties['SourceArn'] ?? Properties['SourceAccount']).toBeDefined();
          return Properties['Principal'];
        }),
      );
      expect(callers).toEqual(new Set(['apigateway.amazonaws.com', 'events.amazonaws.com', 'ses.amazonaws.com']));
    });
  });

  describe('the workflow', () => {
    it('runs the definition of the repository with the names of its functions', () => {
      const [machine] = resources('AWS::StepFunctions::StateMachine');
      expect(machine?.Properties).toMatchObject({
        StateMachineName: workflowSpec.name,
        StateMachineType: 'STANDARD',
        TracingConfiguration: { Enabled: true },
        LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
      });
      expect(machine?.Properties['DefinitionS3Location']).toBeDefined();
      const put = Object.entries(machine?.Properties['DefinitionSubstitutions'] ?? {}).map(([name, to]) => [
        name,
        text(to),
      ]);
      expect(Object.fromEntries(put)).toEqual(
        Object.fromEntries(Object.entries(workflowSpec.substitutions).map(([name, to]) => [name, lambdaPath(to)])),
      );
      const definition = readFileSync(path.join(root, workflowSpec.definition), 'utf8');
      const placeholders = new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]));
      expect(placeholders).toEqual(new Set(Object.keys(workflowSpec.substitutions)));
    });

    it('may invoke exactly the functions that it names and the searches', () => {
      const invoked = resources('AWS::IAM::Policy')
        .flatMap(statementsOf)
        .filter(({ Action }) => Action.includes('lambda:InvokeFunction'))
        .flatMap(({ Resource }) => Resource.map(text));
      expect(invoked.toSorted()).toEqual(
        [...Object.values(workflowSpec.substitutions), ...searches].map(lambdaPath).toSorted(),
      );
    });
  });

  describe('what starts by itself', () => {
    it('is the schedule of the list', () => {
      const rate = new Map([
        [60, 'rate(1 minute)'],
        [3600, 'rate(1 hour)'],
        [86_400, 'rate(1 day)'],
      ]);
      const [timed, told] = [true, false].map((isTimed) =>
        resources('AWS::Events::Rule').filter(
          ({ Properties }) => (Properties['ScheduleExpression'] !== undefined) === isTimed,
        ),
      );
      const rules = (timed ?? []).map(({ Properties }) =>
        [text(dig(Properties, 'Targets', 0, 'Arn')), Properties['ScheduleExpression'], Properties['State']].join(' '),
      );
      expect(rules.toSorted()).toEqual(
        schedules.map((one) => [lambdaPath(one.function), rate.get(one.everySeconds), 'ENABLED'].join(' ')).toSorted(),
      );
      // The end of an execution of this workflow, and of no other.
      expect(told?.map(({ Properties }) => text(dig(Properties, 'Targets', 0, 'Arn')))).toEqual([
        lambdaPath('reconcile'),
      ]);
      expect(dig(told?.[0], 'Properties', 'EventPattern')).toMatchObject({
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] },
      });
      expect(text(dig(told?.[0], 'Properties', 'EventPattern', 'detail', 'stateMachineArn', 0))).toBe(
        '<UtdragService/Workflow/StateMachine/Resource>',
      );
    });

    it('is mail to the controllers, which is stored before anybody is notified', () => {
      const [rule] = resources('AWS::SES::ReceiptRule');
      expect(dig(rule, 'Properties', 'Rule')).toMatchObject({
        Recipients: organisation.controllers.map(({ email }) => email),
        Enabled: true,
        ScanEnabled: true,
      });
      const [keep, tell, ...more] = listAt(rule, 'Properties', 'Rule', 'Actions');
      expect(dig(keep, 'S3Action', 'ObjectKeyPrefix')).toBe('inbound/');
      expect(text(dig(keep, 'S3Action', 'BucketName'))).toBe('<UtdragRecords/Mail/Bucket/Resource>');
      expect(text(dig(tell, 'LambdaAction', 'FunctionArn'))).toBe(lambdaPath('receive-mail'));
      expect(more).toEqual([]);
    });

    it('is sent to an encrypted queue when it fails for the last time', () => {
      const kept = resources('AWS::Lambda::EventInvokeConfig').map(({ Properties }) => [
        text(Properties['FunctionName']),
        text(dig(Properties, 'DestinationConfig', 'OnFailure', 'Destination')),
      ]);
      const asynchronous = ['receive-mail', ...schedules.map((one) => one.function)];
      expect(Object.fromEntries(kept)).toEqual(
        Object.fromEntries(
          asynchronous.map((name) => [lambdaPath(name), '<UtdragService/FailedEvents/Queue/Resource>']),
        ),
      );
      const [queue] = resources('AWS::SQS::Queue');
      expect(text(queue?.Properties['KmsMasterKeyId'])).toBe('<UtdragRecords/Key/Key/Resource>');
    });
  });
}

/** The AWS service through which an action uses the key, if there is one. */
function encryptedService({ on, action }: Allowed): readonly string[] {
  if (on === 'table' || on === 'table-indexes') return ['dynamodb'];
  if (on === 'failed-events') return ['sqs'];
  if (action === 's3:GetObject' || action === 's3:PutObject') return ['s3'];
  return on === 'case-secret' || on === 'system-secret' ? ['secretsmanager'] : [];
}
