import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { describedOrganisation } from '#infra/constructs/described-organisation.ts';
import { addedCommits, deployedRoutes, functions, routes, schedules, searchFunctionName } from '#infra/system.ts';
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

const { organisation } = describedOrganisation('infra/organisation.yaml');
const names = [
  ...Object.keys(functions).filter((name) => name !== 'search-system'),
  ...organisation.systems.filter(({ kind }) => kind === 'connector').map(({ id }) => searchFunctionName(id)),
];
/** What the API, the alarms, the console and the operator need. */
export function operationTests(cloud: () => SynthesisedCloud): void {
  const resources = (type: string): readonly Resource[] =>
    ofType(cloud().templates.UtdragService, type).map(([, resource]) => resource);
  const inConsole = (type: string): readonly Resource[] =>
    ofType(cloud().templates.UtdragConsole, type).map(([, resource]) => resource);
  const text = (value: unknown): string => textOf(cloud(), 'UtdragService', value);
  const lambdaPath = (name: string): string => `<UtdragService/Functions/${name}/Function/Resource>`;

  it('an added commit invokes the function that settles cases, three times at most', () => {
    const [mapping, ...others] = resources('AWS::Lambda::EventSourceMapping');
    expect(others).toEqual([]);
    expect(mapping?.Properties).toMatchObject({
      StartingPosition: 'LATEST',
      BatchSize: addedCommits.batchSize,
      MaximumRetryAttempts: 2,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(text(mapping?.Properties['FunctionName'])).toBe(lambdaPath('settle-case'));
    expect(text(mapping?.Properties['EventSourceArn'])).toBe('<UtdragRecords/CaseTable/Table/Resource>');
    const patterns = listAt(mapping?.Properties, 'FilterCriteria', 'Filters').map((one) => text(dig(one, 'Pattern')));
    expect(patterns.map((pattern) => JSON.parse(pattern) as unknown)).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'COMMIT#' }, { prefix: 'ATTACHED#' }] } } } },
    ]);
    // What is left is not kept in a queue, because `reconcile` does it.
    expect(mapping?.Properties['DestinationConfig']).toBeUndefined();
  });

  describe('the API', () => {
    it('connects every route of the list with its function, with an authorizer if the list says so', () => {
      const integrations = new Map(
        ofType(cloud().templates.UtdragService, 'AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
          id,
          text(Properties['IntegrationUri']),
        ]),
      );
      const made = resources('AWS::ApiGatewayV2::Route').map(({ Properties }) => [
        Properties['RouteKey'],
        [Properties['AuthorizationType'], integrations.get(String(dig(Properties, 'Target', 'Fn::Join', 1, 1, 'Ref')))],
      ]);
      expect(made.length).toBe(deployedRoutes.length);
      expect(Object.fromEntries(made)).toEqual(
        Object.fromEntries(
          deployedRoutes.map((route) => [
            `${route.method} ${route.path}`,
            [route.auth === 'jwt' ? 'JWT' : 'NONE', lambdaPath(route.function)],
          ]),
        ),
      );
    });

    it('accepts tokens of the operator’s issuer for the operator’s audience', () => {
      expect(resources('AWS::ApiGatewayV2::Authorizer')).toMatchObject([
        {
          Properties: {
            AuthorizerType: 'JWT',
            JwtConfiguration: { Issuer: { Ref: 'StaffIssuer' }, Audience: [{ Ref: 'StaffAudience' }] },
          },
        },
      ]);
    });

    it('is throttled, and logs no address, no path with a reference, no query and no header', () => {
      const [stage] = resources('AWS::ApiGatewayV2::Stage');
      expect(stage?.Properties['DefaultRouteSettings']).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 });
      const own = { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 };
      const staffRoutes = deployedRoutes
        .filter(({ auth }) => auth === 'jwt')
        .map(({ method, path }) => `${method} ${path}`);
      expect(stage?.Properties['RouteSettings']).toEqual(Object.fromEntries(staffRoutes.map((key) => [key, own])));
      // CloudFormation refuses settings of routes that do not exist yet.
      const waitsFor = listAt(stage?.DependsOn).map(String);
      const made = ofType(cloud().templates.UtdragService, 'AWS::ApiGatewayV2::Route');
      for (const [id, route] of made)
        if (staffRoutes.includes(String(route.Properties['RouteKey']))) expect(waitsFor).toContain(id);
      const format = JSON.parse(String(dig(stage, 'Properties', 'AccessLogSettings', 'Format'))) as Record<
        string,
        string
      >;
      expect(Object.values(format).toSorted()).toEqual([
        '$context.error.responseType',
        '$context.integrationStatus',
        '$context.requestId',
        '$context.requestTime',
        '$context.responseLatency',
        '$context.responseLength',
        '$context.routeKey',
        '$context.status',
      ]);
    });
  });

  describe('alarms', () => {
    const runbook = readFileSync(path.join(root, 'infra/README.md'), 'utf8');
    const headings = new Set(
      [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      ),
    );

    it('say what they mean for people, link to an existing heading, and notify somebody [003-16]', () => {
      const alarms = resources('AWS::CloudWatch::Alarm');
      // Late cases, stuck work, error pages, the workflow, and events that failed for the last time.
      expect(alarms.length).toBe(names.length + schedules.length + 5);
      for (const { Properties, Metadata } of alarms) {
        const where = Metadata['aws:cdk:path'];
        const said = /^([A-Z].{30,}\.) What to do: infra\/README\.md#([a-z-]+)$/.exec(
          text(Properties['AlarmDescription']),
        );
        expect(said, where).not.toBeNull();
        expect(headings, where).toContain(said![2]);
        expect(listAt(Properties, 'AlarmActions').map(text), where).toEqual([
          '<UtdragService/AlarmTopic/Topic/Resource>',
        ]);
      }
    });

    it('watch errors and throttles of every function', () => {
      const watched = resources('AWS::CloudWatch::Alarm').flatMap(({ Properties }) =>
        listAt(Properties, 'Metrics').flatMap((one) => {
          const metric = dig(one, 'MetricStat', 'Metric');
          return dig(metric, 'Namespace') === 'AWS/Lambda'
            ? [`${text(dig(metric, 'Dimensions', 0, 'Value'))} ${String(dig(metric, 'MetricName'))}`]
            : [];
        }),
      );
      expect(watched.toSorted()).toEqual(
        names.flatMap((name) => [`${lambdaPath(name)} Errors`, `${lambdaPath(name)} Throttles`]).toSorted(),
      );
    });

    it('notice that a schedule no longer runs', () => {
      const silent = resources('AWS::CloudWatch::Alarm').filter(
        ({ Properties }) => Properties['MetricName'] === 'Invocations',
      );
      expect(silent.map(({ Properties }) => text(dig(Properties, 'Dimensions', 0, 'Value'))).toSorted()).toEqual(
        schedules.map((one) => lambdaPath(one.function)).toSorted(),
      );
      for (const { Properties } of silent)
        expect(Properties).toMatchObject({
          TreatMissingData: 'breaching',
          ComparisonOperator: 'LessThanThreshold',
          Threshold: 1,
        });
    });

    it('count what the functions really log', () => {
      const filters = resources('AWS::Logs::MetricFilter').map(({ Properties }) => ({
        pattern: Properties['FilterPattern'],
        value: dig(Properties, 'MetricTransformations', 0, 'MetricValue'),
        log: text(Properties['LogGroupName']),
      }));
      expect(filters).toEqual([
        {
          pattern: '{ $.message = "deadlines watched" }',
          value: '$.late',
          log: '<UtdragService/Functions/watch-deadlines/Log/Resource>',
        },
        {
          pattern: '{ $.message = "left to reconcile" }',
          value: '1',
          log: '<UtdragService/Functions/reconcile/Log/Resource>',
        },
      ]);
      const source = (file: string): string => readFileSync(path.join(root, 'functions', file), 'utf8');
      expect(source('handlers/watch-deadlines/index.ts')).toContain("logger.info('deadlines watched', { ...watched })");
      expect(source('casework/schedule/watch-deadlines.ts')).toMatch(/readonly late: number/);
      expect(source('handlers/wiring.ts')).toContain("logger.error('left to reconcile'");
    });

    it('go to an encrypted topic that accepts the account’s alarms', () => {
      const [topic] = resources('AWS::SNS::Topic');
      expect(text(topic?.Properties['KmsMasterKeyId'])).toBe('<UtdragRecords/Key/Key/Resource>');
      const [policy] = resources('AWS::SNS::TopicPolicy');
      expect(statementsOf(policy!)).toContainEqual(
        expect.objectContaining({
          Effect: 'Allow',
          Action: ['sns:Publish'],
          Principal: { Service: 'cloudwatch.amazonaws.com' },
        }),
      );
    });
  });

  describe('the console', () => {
    it('can be read only through its distribution, which also serves the staff API', () => {
      const [distribution] = inConsole('AWS::CloudFront::Distribution');
      const config = dig(distribution, 'Properties', 'DistributionConfig');
      const forwarded = listAt(config, 'CacheBehaviors').map((one) => String(dig(one, 'PathPattern')));
      const isForwarded = (path: string): boolean =>
        forwarded.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path));
      expect(routes.filter(({ auth, path }) => (auth === 'jwt') !== isForwarded(path))).toEqual([]);
      for (const one of listAt(config, 'CacheBehaviors'))
        expect(dig(one, 'AllowedMethods')).toEqual(expect.arrayContaining(['GET', 'HEAD', 'POST']));
      expect(listAt(config, 'Origins').some((one) => dig(one, 'OriginAccessControlId') !== undefined)).toBe(true);
      const readers = inConsole('AWS::S3::BucketPolicy')
        .flatMap(statementsOf)
        .filter(({ Effect }) => Effect === 'Allow');
      expect(readers).toMatchObject([{ Action: ['s3:GetObject'], Principal: { Service: 'cloudfront.amazonaws.com' } }]);
    });

    it('answers only its own paths: an unknown path of the API does not get the console page', () => {
      const [edge] = inConsole('AWS::CloudFront::Function');
      const code = String(dig(edge, 'Properties', 'FunctionCode'));
      const answer = (uri: string): unknown =>
        JSON.parse(runInNewContext(`${code}; JSON.stringify(handler({ request: { uri } }))`, { uri }) as string);
      expect(answer('/')).toMatchObject({ statusCode: 302, headers: { location: { value: '/console/' } } });
      expect(answer('/console/cases/abcd')).toEqual({ uri: '/console/index.html' });
      expect(answer('/console/assets/index.js')).toEqual({ uri: '/console/assets/index.js' });
      for (const unknown of ['/v1/unknown', '/v1/requests', '/consolex/', '/v1/openapi.json'])
        expect(answer(unknown), unknown).toMatchObject({ statusCode: 404 });
    });

    it('is served with headers that permit the sign-in and nothing else', () => {
      const [policy] = inConsole('AWS::CloudFront::ResponseHeadersPolicy');
      const headers = dig(policy, 'Properties', 'ResponseHeadersPolicyConfig', 'SecurityHeadersConfig');
      const csp = textOf(cloud(), 'UtdragConsole', dig(headers, 'ContentSecurityPolicy', 'ContentSecurityPolicy'));
      expect(csp.split('; ')).toEqual([
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self' <SignInOrigins>",
        "form-action 'self' <SignInOrigins>",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]);
      expect(dig(headers, 'StrictTransportSecurity', 'AccessControlMaxAgeSec')).toBe(31_536_000);
    });
  });

  describe('the operator', () => {
    it('must state what only the operator knows', () => {
      const withoutDefault = Object.values(cloud().templates).flatMap(({ Parameters }) =>
        Object.entries(Parameters).flatMap(([name, { Default }]) => (Default === undefined ? [name] : [])),
      );
      expect(withoutDefault).toEqual(
        expect.arrayContaining(['AlarmEmail', 'StaffIssuer', 'StaffAudience', 'SignInOrigins']),
      );
    });

    it('finds an explanation for every accepted finding of the rules', () => {
      expect(cloud().accepted.length).toBeGreaterThan(0);
      for (const { finding, reason, path: where } of cloud().accepted)
        expect(reason, `${where} ${finding}`).toMatch(/^[A-Z].{25,}\.$/s);
    });
  });

  it('no resource waits for itself, which otherwise only a deployment would show', () => {
    for (const [stack, { Resources }] of Object.entries(cloud().templates)) {
      const needs = new Map(
        Object.entries(Resources).map(([id, resource]) => [
          id,
          [...JSON.stringify(resource).matchAll(/"(?:Ref|Fn::GetAtt|DependsOn)":(\[[^\]]*\]|"[^"]*")/g)]
            .flatMap(([, target = '']) => [JSON.parse(target) as string | string[]].flat())
            .filter((target) => target in Resources),
        ]),
      );
      // If none of the dependencies of a resource is left, CloudFormation can create the resource, so it is removed
      // from `needs`. Resources that remain depend on each other in a circle.
      for (let before = -1; before !== needs.size;) {
        before = needs.size;
        for (const [id, targets] of needs) if (!targets.some((target) => needs.has(target))) needs.delete(id);
      }
      expect([...needs.keys()], stack).toEqual([]);
    }
  });
}
