// These tests compare the grants of the functions with the calls that the functions make. They compare in both
// directions, with `infra/system.ts` and with the policies in the templates.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyCase, type KeptCall } from '#infra/local/runner/calls.ts';
import { deployedFunctions, names, type DeployedFunction } from '#infra/local/runner/environment.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { workflowSpec, type Grant, type Place } from '#infra/system.ts';
import { richScenario } from '../support/rich-scenario.ts';
import { systemPrefixes } from '#store/findings.ts';
import { ordersOf } from '#store/search-orders.ts';
import { deployedCloud } from '../support/synthesised-cloud.ts';
import { synthesisedPolicies, type Allowed } from '../support/synthesised-policies.ts';
import { manualSystem, organisationWith, startTestSystem, type TestSystem } from '../support/system.ts';

const systemSearched = 'mailchimp';
const searchName = `search-${systemSearched}`;

let test: TestSystem;
let calls: readonly KeptCall[];
let policies: ReadonlyMap<string, readonly Allowed[]>;
const deployed: readonly DeployedFunction[] = deployedFunctions(organisationWith([systemSearched, manualSystem]));

beforeAll(async () => {
  test = await startTestSystem({ organisation: organisationWith([systemSearched, manualSystem]) });
  await richScenario(test);
  calls = test.system.calls();
  policies = synthesisedPolicies((await deployedCloud()).cloud);
}, 180_000);
afterAll(async () => await test?.close());

const bucketPlaces: ReadonlyMap<string, Place> = new Map([
  [names.buckets.findings, 'findings'],
  [names.buckets.exports, 'exports'],
  [names.buckets.anchors, 'anchors'],
  [names.buckets.mail, 'mail'],
  [names.buckets.configuration, 'configuration'],
]);

// IAM checks these actions on an execution, and all others on the state machine.
const executionActions: ReadonlySet<string> = new Set(['states:DescribeExecution', 'states:StopExecution']);

interface Touched {
  readonly on: Place;
  /** The name of the index, the system whose secret it is, or the address from which a mail is sent. */
  readonly part?: string;
  /** The object key or prefix in a bucket. */
  readonly place?: string;
}

/** The place that a call concerns, and which part of it. */
function touched({ principal, action, resource, place = '' }: KeptCall): Touched {
  const [service = ''] = action.split(':');
  if (service === 's3') {
    const on = bucketPlaces.get(resource);
    const isOrder = place.includes('/orders/');
    // A search function gets access to the orders and the findings of its own system.
    if (on === 'findings' && principal.startsWith('search-'))
      return { on: isOrder ? 'system-orders' : 'system-findings', place };
    if (on === 'findings' && isOrder && principal === 'case-step') return { on: 'orders', place };
    if (on !== undefined) return { on, place };
  }
  if (service === 'dynamodb' && resource === names.table) return { on: 'table' };
  if (service === 'dynamodb' && resource.startsWith(`${names.table}/index/`))
    return { on: 'table-indexes', part: resource.slice(`${names.table}/index/`.length) };
  if (service === 'secretsmanager')
    return resource === names.caseSecret
      ? { on: 'case-secret' }
      : { on: 'system-secret', part: resource.replace(/^utdrag\//, '') };
  if (service === 'ses') return { on: 'sender', part: resource };
  if (service === 'sms-voice') return { on: 'sms-sender', part: resource };
  // The endpoint reports the name of the workflow, whichever part of it the call concerned.
  if (service === 'states' && resource === workflowSpec.name)
    return { on: executionActions.has(action) ? 'workflow-executions' : 'workflow' };
  // The call used the token of a task that had already been answered, so the endpoint recorded no workflow.
  if (action === 'states:SendTaskSuccess' && resource === '*') return { on: 'workflow' };
  throw new Error(`${action} on something that is no place of the system: ${resource}`);
}

const key = ({ on, action }: Pick<Grant, 'on' | 'action'>): string => `${action} on ${on}`;
const callsOf = (name: string): readonly KeptCall[] => calls.filter(({ principal }) => principal === name);
const madeBy = (name: string): ReadonlySet<string> =>
  new Set(callsOf(name).map((call) => key({ action: call.action, ...touched(call) })));

describe('The list of the system', () => {
  it('agrees with a run in which every function was called', () => {
    for (const { name } of deployed) expect({ name, calls: callsOf(name).length > 2 }).toEqual({ name, calls: true });
    expect(test.failures).toEqual([]);
  });

  it.each(deployed)('grants $name everything that it calls', ({ name, spec }) => {
    const granted = new Set(spec.grants.map(key));
    expect([...madeBy(name)].filter((call) => !granted.has(call))).toEqual([]);
  });

  it.each(deployed)(
    'grants $name nothing that it never calls, unless the list gives a reason [001-20] [003-16]',
    ({ name, spec }) => {
      const made = madeBy(name);
      const unused = spec.grants.filter(({ because }) => because === undefined).map(key);
      expect(unused.filter((grant) => !made.has(grant))).toEqual([]);
      for (const { because } of spec.grants) expect(because ?? 'an ordinary call').toMatch(/\w+ \w+/);
    },
  );

  it('allows a search to read only the secret of its own system', () => {
    const secrets = callsOf(searchName).filter(({ action }) => action.startsWith('secretsmanager:'));
    expect(secrets.map(({ resource }) => resource)).toEqual([`utdrag/${systemSearched}`]);
  });

  it('names all callers: functions, the workflow and the runner', () => {
    const known = [...deployed.map(({ name }) => name), 'states', 'runner'];
    expect([...new Set(calls.map(({ principal }) => principal))].filter((name) => !known.includes(name))).toEqual([]);
    const invoked = calls.filter(({ principal }) => principal === 'states');
    expect(invoked.map(({ action, resource }) => `${action} ${resource}`).sort()).toEqual(
      ['assemble-export', 'await-condition', 'case-step', searchName].map((name) => `lambda:InvokeFunction ${name}`),
    );
  });
});

describe('The synthesised policies', () => {
  const all = deployedFunctions(readDemoOrganisation().organisation);
  const platform: readonly string[] = ['own-log', 'key', 'failed-events', 'table-stream'];
  const inPlaces = (name: string): readonly Allowed[] =>
    (policies.get(name) ?? []).filter(({ on }) => !platform.includes(on));

  it('exist for every function of the list, and for no other function of ours', () => {
    expect([...policies.keys()].sort()).toEqual(all.map(({ name }) => name).sort());
  });

  it.each(all)('allow $name what the list grants and nothing more', ({ name, spec }) => {
    const granted = new Set(spec.grants.map(key));
    const allowed = new Set(inPlaces(name).map(({ on, action }) => `${action} on ${on}`));
    expect([...allowed].sort()).toEqual([...granted].sort());
    for (const { action } of policies.get(name) ?? []) expect(action).not.toContain('*');
  });

  it.each(deployed)('allow $name every call of the run, on exactly the part that the call concerned', ({ name }) => {
    const refused = callsOf(name)
      .map((call) => ({ action: call.action, ...touched(call) }))
      .filter((call) => !inPlaces(name).some((one) => covers(one, call)));
    expect(refused).toEqual([]);
  });

  it('allow each search only the findings of its own system, in upper or lower case', () => {
    const actions = ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListBucket'];
    const folders = all.flatMap(({ system }) => (system === undefined ? [] : systemPrefixes(anyCase, system.id)));
    for (const { name, system } of all) {
      if (system === undefined) continue;
      const may = (action: string, place: string): boolean =>
        inPlaces(name).some((one) => covers(one, { on: 'system-findings', action, place }));
      const reached = folders.filter((folder) => actions.some((action) => may(action, `${folder}object`)));
      expect({ name, reached }).toEqual({ name, reached: systemPrefixes(anyCase, system.id) });
      const others = [...bucketPlaces.values()].filter((place) => inPlaces(name).some(({ on }) => on === place));
      expect(others).toEqual([]);
      expect(inPlaces(name).filter(({ on }) => on === 'table' || on === 'table-indexes')).toEqual([]);
      const orders = inPlaces(name).filter(({ on }) => on === 'system-orders');
      expect(orders.map(({ action }) => action)).toEqual(['s3:GetObject']);
      for (const other of all)
        if (other.system !== undefined) {
          const order = {
            action: 's3:GetObject',
            on: 'system-orders',
            place: `${ordersOf(anyCase, other.system.id)}object`,
          } as const;
          expect(inPlaces(name).some((one) => covers(one, order))).toBe(other.name === name);
        }
      // The pattern must match neither the whole bucket, nor a folder of that name at another place, nor a longer name
      // with the same beginning.
      for (const place of [
        '',
        `${anyCase}/`,
        `${anyCase}/pages/`,
        `pages/${system.id}/`,
        `${anyCase}/pages/${system.id}-2/`,
      ])
        expect(actions.filter((action) => may(action, place))).toEqual([]);
    }
  });

  it('give no search access to the case table', () => {
    for (const { name, system } of all) {
      const places = (policies.get(name) ?? []).map(({ on }) => on);
      const isSearch = system !== undefined;
      expect({ name, table: places.includes('table') }).toEqual({ name, table: !isSearch });
      if (isSearch)
        expect(new Set(inPlaces(name).map(({ on }) => on))).toEqual(
          new Set(['system-orders', 'system-findings', 'system-secret']),
        );
    }
  });

  it('allow each search only the secret of its own system', () => {
    for (const { name, system } of all) {
      const secrets = inPlaces(name).filter(({ on }) => on === 'system-secret');
      expect({ name, secrets: secrets.map(({ part }) => part) }).toEqual({
        name,
        secrets: system === undefined ? [] : [system.id],
      });
    }
  });
});

/** Whether a text matches a pattern of IAM: `*` matches any text, `?` any one character. */
function isLike(text: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/**
 * Whether a policy allows a call. For a listing the prefix is compared, for other calls the object key, and for a mail
 * the sender's address or its domain.
 */
function covers(allowed: Allowed, call: Touched & { readonly action: string }): boolean {
  if (allowed.action !== call.action || allowed.on !== call.on) return false;
  if (call.place !== undefined)
    return call.action === 's3:ListBucket'
      ? allowed.part === undefined && (allowed.prefixes ?? ['*']).some((pattern) => isLike(call.place ?? '', pattern))
      : allowed.part !== undefined && isLike(call.place, allowed.part);
  switch (call.on) {
    case 'table-indexes':
    case 'system-secret':
      return allowed.part === call.part;
    case 'sms-sender':
      return allowed.part === `sender-id/${call.part}/SE`;
    case 'sender':
      return allowed.part === call.part || call.part?.endsWith(`@${allowed.part}`) === true;
    default:
      return true;
  }
}
