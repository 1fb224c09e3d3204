// Two people at one address: what the newsletter's own stand-in holds of the other, and what staff are shown of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evidenceListSchema } from '#api/evidence.ts';
import { acceptsOf } from '#casework/search/accepts-of.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { startFake as startHubspot } from '#connectors/hubspot/fake.ts';
import { startFake as startMailchimp } from '#connectors/mailchimp/fake.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { quickClock } from '#connectors/sdk/conformance-run.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { searchOf } from '#domain/case/state.ts';
import { searchesDue } from '#domain/case/waits.ts';
import { evidence } from '#handlers/staff-api/identifier-evidence.ts';
import { ada, approveSearch, planned, proveByCode } from '../case-steps.ts';
import { contact, start, startRig, type Rig } from '../rig.ts';
import { searchAndRecord } from '../search-and-record.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

it('A number that somebody else typed into the newsletter’s form is shown under their name, and cannot be accepted', async () => {
  const connectors = await loadConnectors();
  const { elapsed, sleep } = quickClock();
  const fakes = { hubspot: await startHubspot({ elapsed }), mailchimp: await startMailchimp({ elapsed }) };
  try {
    fakes.hubspot.plant(testPerson);
    // Cecilia subscribed with the address that she shares with Åsa.
    const phone = '+46701740611';
    fakes.mailchimp.plant({ givenName: 'Cecilia', familyName: 'Dal', emails: [contact], phone });
    const caseId = await rig.openNew();
    await proveByCode(rig, caseId);
    await approveSearch(rig, caseId, [planned('hubspot'), planned('mailchimp')]);
    for (const { system, wave } of searchesDue(searchOf(await rig.state(caseId))!)) {
      const fake = system === 'hubspot' ? fakes.hubspot : fakes.mailchimp;
      const means = {
        records: rig.casework,
        findings: rig.findings,
        connector: connectors.find(({ id }) => id === system)!,
        installation: { settings: fake.settings, secret: fake.secret },
        organisationAt: () => Promise.resolve(rig.organisation),
        surroundings: { fetch, sleep, elapsed, random: () => 0.5, timeLeft: () => 600_000 },
      };
      expect(await searchAndRecord(rig, means, { caseId, system, wave })).toBe('searched');
    }
    const { identifiers: values } = (await rig.casework.profiles.get(caseId))!;
    const [typed] = searchOf(await rig.state(caseId))!.learned.filter(
      ({ identifier: { hash } }) => values[hash]?.value === phone,
    );
    const { hash } = typed!.identifier;
    const stores = {
      findings: rig.findings,
      resources: resourcesOf(connectors),
      accepts: acceptsOf(connectors),
      organisationAt: rig.casework.organisationAt,
      views: rig.views,
      anchors: rig.anchors,
    };
    const event = {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifiers: [hash] }),
    } as never;
    const member = { id: 'erik', roles: new Set(['case-worker'] as const), email: undefined };
    const { body = '' } = await evidence(rig.casework, stores, member, caseId, event, start);
    const { identifiers } = evidenceListSchema.parse(JSON.parse(body));
    expect(identifiers[0]?.records[0]).toMatchObject({
      system: 'mailchimp',
      name: { value: 'Cecilia Dal', compared: 'differs' },
    });
    const command = { type: 'decide-identifiers', identifiers: [{ identifier: hash }] } as const;
    await expect(rig.command(caseId, { ...command, accept: true }, { by: ada })).rejects.toThrow('evidence-missing');
    await rig.command(caseId, { ...command, accept: false }, { by: ada });
    const before = searchesDue(searchOf(await rig.state(caseId))!);
    expect(before).toEqual([]);
  } finally {
    for (const fake of Object.values(fakes)) await fake.close();
  }
});
