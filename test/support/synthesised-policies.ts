import type { Place } from '#infra/system.ts';
import { dig, listAt, ofType, statementsOf, textOf, type SynthesisedCloud } from './synthesised-cloud.ts';

/**
 * A resource on which a function may act: a `Place` of `infra/system.ts`, or a resource that a Lambda function needs to
 * run, such as its log.
 */
export type AllowedPlace = Place | 'own-log' | 'key' | 'failed-events' | 'table-stream';

/** One action that a function's role allows on one resource. */
export interface Allowed {
  readonly action: string;
  readonly on: AllowedPlace;
  /**
   * The part of the place to which the action is limited. For a bucket: a pattern of object keys (absent: the bucket
   * itself). For other places: the name of an index, the system of a secret, the sender of mail or SMS, or the service
   * that uses the key.
   */
  readonly part?: string;
  /**
   * Only for a listing: the prefix in the request must match one of these patterns. If absent, any prefix is allowed.
   */
  readonly prefixes?: readonly string[];
}

const buckets: ReadonlyMap<string, Place> = new Map([
  ['Findings', 'findings'],
  ['Exports', 'exports'],
  ['Anchors', 'anchors'],
  ['Mail', 'mail'],
  ['Configuration', 'configuration'],
]);

/**
 * Reads the permissions of each function from the templates. The keys are the names in the local system (`case-step`,
 * `search-hubspot`). Throws if a policy names a resource that is no `AllowedPlace`.
 */
export function synthesisedPolicies(cloud: SynthesisedCloud): ReadonlyMap<string, readonly Allowed[]> {
  const service = cloud.templates.UtdragService;
  const text = (value: unknown): string => textOf(cloud, 'UtdragService', value);
  const names = new Map<string, string>(
    ofType(service, 'AWS::Lambda::Function').map(([, { Properties }]) => [
      text(Properties['Role']),
      text(Properties['FunctionName']).replace(/^utdrag-/, ''),
    ]),
  );
  const allowed = new Map<string, Allowed[]>([...names.values()].map((name) => [name, []]));
  for (const [id, policy] of ofType(service, 'AWS::IAM::Policy'))
    for (const role of listAt(policy.Properties, 'Roles')) {
      const name = names.get(text(role));
      if (name === undefined) continue;
      for (const { Effect, Action, Resource, Condition } of statementsOf(policy)) {
        if (Effect !== 'Allow') throw new Error(`${id} denies something`);
        const via = dig(Condition, 'StringEquals', 'kms:ViaService');
        const through = via === undefined ? undefined : text(via).split('.')[0];
        const prefixes = dig(Condition, 'StringLike', 's3:prefix');
        const listing = prefixes === undefined ? {} : { prefixes: listAt(prefixes).map(text) };
        for (const resource of Resource)
          for (const action of Action) {
            const place = placeOf(text(resource), through, action);
            const part = place.on === 'findings' ? partOf(place.part, prefixes !== undefined) : undefined;
            allowed.get(name)?.push({ action, ...place, ...(part === undefined ? {} : { on: part }), ...listing });
          }
      }
    }
  return allowed;
}

/**
 * Which place in the findings bucket a pattern of object keys stands for: the findings of one system, the orders of all
 * systems, or the orders of one system. `undefined`: the whole bucket.
 */
function partOf(pattern: string | undefined, isListing: boolean): Place | undefined {
  if (pattern?.startsWith('?') !== true) return isListing ? 'system-findings' : undefined;
  const [, kind, system] = pattern.split('/');
  if (kind !== 'orders') return 'system-findings';
  return system === '*' ? 'orders' : 'system-orders';
}

/**
 * Lambda calls these actions with the role of a function that a DynamoDB stream invokes. The function itself does not
 * call them.
 */
const streamActions: ReadonlySet<string> = new Set(
  ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`),
);

function placeOf(resource: string, via: string | undefined, action: string): Omit<Allowed, 'action'> {
  const found = /^<Utdrag(Records|Service)\/([^>]+)>(.*)$/.exec(resource);
  if (found !== null) {
    const [, , construct = '', rest = ''] = found;
    const [first = '', ...inside] = construct.split('/');
    const bucket = buckets.get(first);
    if (bucket !== undefined) return { on: bucket, ...(rest === '' ? {} : { part: rest.slice(1) }) };
    if (first === 'CaseTable' && streamActions.has(action)) return { on: 'table-stream' };
    if (first === 'CaseTable')
      return rest === '' ? { on: 'table' } : { on: 'table-indexes', part: rest.replace(/^\/index\//, '') };
    if (first === 'Key' && via !== undefined) return { on: 'key', part: via };
    if (first === 'CaseSecret') return { on: 'case-secret' };
    if (first === 'SignInSecrets') return { on: 'sign-in-secrets' };
    if (first.startsWith('SystemSecret-')) return { on: 'system-secret', part: first.slice('SystemSecret-'.length) };
    if (first === 'FailedEvents') return { on: 'failed-events' };
    if (first === 'Functions' && inside[1] === 'Log') return { on: 'own-log', part: inside[0] ?? '' };
  }
  const here = '<AWS::Region>:<AWS::AccountId>';
  if (resource === `arn:<AWS::Partition>:states:${here}:stateMachine:utdrag-access-request`) return { on: 'workflow' };
  if (resource === `arn:<AWS::Partition>:states:${here}:execution:utdrag-access-request:*`)
    return { on: 'workflow-executions' };
  const identity = `arn:<AWS::Partition>:ses:${here}:identity/`;
  if (resource.startsWith(identity)) return { on: 'sender', part: resource.slice(identity.length) };
  const texting = `arn:<AWS::Partition>:sms-voice:${here}:`;
  if (resource.startsWith(texting)) return { on: 'sms-sender', part: resource.slice(texting.length) };
  throw new Error(`a policy names a resource that is no place of infra/system.ts: ${resource}`);
}
