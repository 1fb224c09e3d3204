// The stand-ins run on this machine. If the description of a system does not name the loopback network, the connector
// must not reach its stand-in.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { organisationWith, startTestSystem, type TestSystem } from '../support/system.ts';

let test: TestSystem;
beforeAll(async () => {
  const organisation = organisationWith(['hubspot', 'mailchimp'], { approveSearch: 'automatic' });
  const systems = organisation.systems.map((system) => {
    if (system.id !== 'hubspot' || system.kind !== 'connector') return system;
    const { privateNetworks: _, ...unnamed } = system;
    return unnamed;
  });
  test = await startTestSystem({ organisation: { ...organisation, systems } });
}, 120_000);
afterAll(async () => await test.close());

it('A system is reached in the private networks that its description names, and otherwise its search fails with that reason', async () => {
  test.plant({ givenName: 'Prov', familyName: 'Person', emails: ['prov@example.org'] });
  const opened = await test.open('prov@example.org');
  await test.prove(opened);
  const view = await test.until(opened.reference, ({ systems }) => {
    const ended = systems.filter(({ outcome }) => outcome === 'failed' || outcome === 'found');
    return ended.length === 2;
  });
  expect(view.systems.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
    ['hubspot', 'failed', 'address-refused'],
    ['mailchimp', 'found', null],
  ]);
  expect(test.fakes.get('hubspot')?.requests()).toEqual([]);
  expect(test.fakes.get('mailchimp')?.requests()).not.toEqual([]);
}, 120_000);
