import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { organisationSchema, type Controller } from '#domain/organisation/organisation.ts';
import type { DeployedFunction } from '#infra/constructs/deployed-function.ts';
import { SmsSender } from '#infra/constructs/sms-sender.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';

const { organisation } = readDemoOrganisation();

/** The origins from which a function may send SMS. `ways` has the SMS setting of each controller. */
function allowed(...ways: readonly Controller['identity']['smsCode'][]): readonly string[] {
  const [demo] = organisation.controllers;
  const controllers = ways.map((smsCode, index) => ({
    ...demo,
    id: `controller-${index}`,
    email: `dataskydd-${index}@nordvik.example`,
    identity: { ...demo?.identity, smsCode },
  }));
  const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-north-1', account: '123456789012' } });
  const resources: string[] = [];
  const to = {
    allow: (actions: readonly string[], on: readonly string[]) => {
      expect(actions).toEqual(['sms-voice:SendTextMessage']);
      resources.push(...on.map((one) => String(stack.resolve(one)['Fn::Join'][1].at(-1))));
    },
  };
  new SmsSender(stack, 'SmsSender', { organisation: organisationSchema.parse({ ...organisation, controllers }) }).bind(
    to as unknown as DeployedFunction,
    ['sms-voice:SendTextMessage'],
  );
  return resources;
}

describe('The origin of SMS', () => {
  it('is a sender id in each of its countries, a number or a pool, and nothing besides', () => {
    expect(allowed({ sender: 'NORDVIK', countries: ['SE', 'NO'] })).toEqual([
      ':sender-id/NORDVIK/SE',
      ':sender-id/NORDVIK/NO',
    ]);
    expect(allowed({ sender: 'phone-0123456789abcdef0', countries: ['SE'] })).toEqual([
      ':phone-number/phone-0123456789abcdef0',
    ]);
    expect(allowed({ sender: 'pool-0123456789abcdef0', countries: ['SE'] })).toEqual([':pool/pool-0123456789abcdef0']);
  });

  it('is named once if several controllers share it, and is absent if none sends any', () => {
    const shared = { sender: 'NORDVIK', countries: ['SE'] };
    expect(allowed(shared, shared)).toEqual([':sender-id/NORDVIK/SE']);
    expect(allowed(undefined)).toEqual([]);
  });
});
