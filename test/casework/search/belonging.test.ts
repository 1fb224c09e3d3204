// Whose records are in the package: the real connectors, search, screening and assembly over the stand-ins of the
// vendors.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAndRecord, searching } from '../search-and-record.ts';
import { takeStep } from '#casework/workflow/take-step.ts';
import { startFake as startFortnox } from '#connectors/fortnox/fake.ts';
import { startFake as startHubspot } from '#connectors/hubspot/fake.ts';
import { startFake as startMailchimp } from '#connectors/mailchimp/fake.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { startFake as startScrive } from '#connectors/scrive/fake.ts';
import { quickClock } from '#connectors/sdk/conformance-run.ts';
import type { Fake, TestPerson } from '#connectors/sdk/fake.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { searchOf, type LearnedIdentifier, type Search } from '#domain/case/state.ts';
import { searchesDue } from '#domain/case/waits.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { jsonOf } from '#test/answer/unpack.ts';
import { copiedNumbers, copiedPersonnummer } from '#test/domain/identifiers/copied.ts';
import { ada, approveSearch, planned, proveByCode, releasedFiles } from '../case-steps.ts';
import { start, startRig, type Rig } from '../rig.ts';

const connectors = await loadConnectors();

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

const starts = { hubspot: startHubspot, scrive: startScrive, fortnox: startFortnox, mailchimp: startMailchimp };
type SystemId = keyof typeof starts;
const ids = Object.keys(starts) as SystemId[];

/** Somebody who shares the person's telephone, and whose invoices have the person's address. */
const bo: TestPerson = {
  givenName: 'Bo',
  familyName: 'Ek',
  emails: ['bo.ek@example.net', 'bo.e@mejl.example'],
  phone: testPerson.phone,
  personnummer: '198012312388',
  customerNumber: '777',
};
/** Somebody whose number the person typed into the form of the newsletter. */
const cecilia: TestPerson = {
  givenName: 'Cecilia',
  familyName: 'Dal',
  emails: ['cecilia.dal@example.net'],
  phone: '+46701740611',
};

async function withFakes<T>(
  use: (
    fakes: Readonly<Record<SystemId, Fake>>,
    elapsed: () => number,
    sleep: (ms: number) => Promise<void>,
  ) => Promise<T>,
): Promise<T> {
  const { elapsed, sleep } = quickClock();
  const [hubspot, scrive, fortnox, mailchimp] = await Promise.all(ids.map(async (id) => await starts[id]({ elapsed })));
  const fakes = { hubspot: hubspot!, scrive: scrive!, fortnox: fortnox!, mailchimp: mailchimp! };
  try {
    return await use(fakes, elapsed, sleep);
  } finally {
    for (const fake of Object.values(fakes)) await fake.close();
  }
}

/**
 * Runs a case to its package. `decide` says of each learned identifier whether staff accept it, reject it or do not
 * decide.
 */
async function packageOf(
  plant: (fakes: Readonly<Record<SystemId, Fake>>) => void,
  decide: (value: Identifier, learned: LearnedIdentifier) => boolean | undefined,
  {
    systems: searched = ids,
    rejectedAfterwards = () => false,
  }: {
    readonly systems?: readonly SystemId[];
    /** The accepted identifiers that staff reject after the searches. */
    readonly rejectedAfterwards?: (value: Identifier) => boolean;
  } = {},
) {
  return await withFakes(async (fakes, elapsed, sleep) => {
    plant(fakes);
    const caseId = await rig.openNew();
    await proveByCode(rig, caseId);
    await approveSearch(
      rig,
      caseId,
      searched.map((id) => planned(id)),
    );
    for (;;) {
      const due = searchesDue(searchOf(await rig.state(caseId))!);
      if (due.length === 0) break;
      for (const { system, wave } of due) {
        const fake = fakes[system as SystemId];
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
      const profile = (await rig.casework.profiles.get(caseId))!;
      for (const learned of searchOf(await rig.state(caseId))!.learned.filter(({ decision }) => decision === null)) {
        const accept = decide(profile.identifiers[learned.identifier.hash] as Identifier, learned);
        if (accept === undefined) continue;
        await rig.command(
          caseId,
          { type: 'decide-identifier', identifier: learned.identifier.hash, accept },
          { by: ada },
        );
      }
    }
    const profile = (await rig.casework.profiles.get(caseId))!;
    for (const { identifier, decision } of searchOf(await rig.state(caseId))!.learned)
      if (decision?.accepted === true && rejectedAfterwards(profile.identifiers[identifier.hash] as Identifier))
        await rig.command(
          caseId,
          { type: 'decide-identifier', identifier: identifier.hash, accept: false },
          { by: ada },
        );
    const screen = { v: 2, caseId, step: 'screen', round: 1 } as const;
    expect(await takeStep(rig.casework, rig, rig.findings, searching(rig), screen, start)).toMatchObject({
      ok: true,
    });
    const files = await releasedFiles(rig, caseId, 1, connectors);
    return {
      text: [...files.values()]
        .map((file) => file.toString())
        .join('\n')
        .toLowerCase(),
      /** The records of one kind and system in the package. */
      fieldsOf: (system: SystemId, resource: string) =>
        (jsonOf(files, `systems/${system}/${resource}.json`) as { fields: Readonly<Record<string, unknown>> }[]).map(
          ({ fields }) => fields,
        ),
      manifest: JSON.parse(files.get('manifest.json')!.toString()) as {
        systems: { id: SystemId; outcome: string; records: number; disputed: number; notRead: string[] }[];
      },
      search: searchOf(await rig.state(caseId))!,
    };
  });
}

/** How many records of a system are possible or disputed. */
function disputedOf(search: Search, id: SystemId): number {
  return search.systems.find((system) => system.id === id)!.replies.reduce((sum, reply) => sum + reply.disputed, 0);
}

/** Makes a stand-in respond to every request of a path with this. */
function answerWith(fake: Fake, path: RegExp, body: object): void {
  const headers = { 'content-type': 'application/json' };
  fake.fail({ kind: 'status', status: 200, headers, body: JSON.stringify(body), times: Infinity, path });
}

const bosCustomer = (more: object) =>
  JSON.stringify({ Customer: { CustomerNumber: '777', Name: 'Bo Ek', OrganisationNumber: '19801231-2388', ...more } });

describe('The package', () => {
  it('contains the person’s records, and none of somebody who shares an invoice address or a telephone, whose number was stated, or who has nearly the same name', async () => {
    const { text, manifest, search } = await packageOf(
      ({ hubspot, scrive, fortnox, mailchimp }) => {
        mailchimp.plant({ ...testPerson, phone: cecilia.phone! });
        for (const fake of [hubspot, scrive, fortnox]) {
          fake.plant(testPerson);
          fake.plant(bo);
        }
        hubspot.plant(cecilia);
        const body = bosCustomer({
          Email: 'bo.ek@example.net',
          EmailInvoice: 'asa.berg@example.org',
          Phone1: '070-174 06 10',
        });
        fortnox.fail({
          kind: 'status',
          status: 200,
          headers: { 'content-type': 'application/json' },
          body,
          times: Infinity,
          path: /\/3\/customers\/777$/,
        });
      },
      (_, { weight, disputed }) => (weight === 'stated' || disputed ? undefined : true),
    );
    for (const one of ['bo.ek', 'bo ek', 'cecilia', '19801231', 'jasa.berg', '+annan', 'berg-ek'])
      expect(text).not.toContain(one);
    for (const one of ['asa.berg@example.org', 'asa.b@mejl.example', '18900101-9802', 'stamkund'])
      expect(text).toContain(one);
    expect(manifest.systems.map(({ outcome }) => outcome)).toEqual(['found', 'found', 'found', 'found']);
    for (const { id, records } of manifest.systems) {
      const { replies } = search.systems.find((system) => system.id === id)!;
      expect(`${id} ${replies.reduce((sum, reply) => sum + reply.records, 0)}`).toBe(`${id} ${records}`);
    }
    for (const id of ['hubspot', 'scrive', 'fortnox'] as const) expect(disputedOf(search, id)).toBeGreaterThan(0);
    // For each system, the package says what its connector does not read.
    for (const { id, notRead } of manifest.systems) {
      const { doesNotRead } = connectors.find((connector) => connector.id === id)!;
      expect(notRead, id).toEqual(doesNotRead.map(({ what }) => what.sv));
      for (const { what, why } of doesNotRead) expect(text, id).toContain(`${what.sv}. ${why.sv}`.toLowerCase());
    }
  }, 600_000);

  it('no longer contains the record whose personnummer staff rejected, and says that it may be the person’s, not that nothing is held', async () => {
    const { text, manifest } = await packageOf(
      ({ fortnox }) => {
        const json = { 'content-type': 'application/json' };
        const list = JSON.stringify({
          MetaInformation: { '@TotalResources': 1, '@TotalPages': 1, '@CurrentPage': 1 },
          Customers: [{ CustomerNumber: '777' }],
        });
        const body = bosCustomer({ EmailInvoice: 'asa.berg@example.org' });
        fortnox.fail({
          kind: 'status',
          status: 200,
          headers: json,
          body,
          times: Infinity,
          path: /\/3\/customers\/777$/,
        });
        fortnox.fail({
          kind: 'status',
          status: 200,
          headers: json,
          body: list,
          times: Infinity,
          path: /\/3\/customers$/,
        });
      },
      () => false,
    );
    expect(text).not.toContain('19801231');
    expect(manifest.systems.find(({ id }) => id === 'fortnox')).toMatchObject({
      outcome: 'nothing-held',
      records: 0,
      disputed: 1,
    });
    expect(text).toContain('vi sökte i systemet och hittade 1 post som kan handla om dig.');
  }, 600_000);

  it('contains the person’s own records if a field has several addresses, and a number in any of its spellings', async () => {
    const nobodysAddress = { givenName: 'Åsa', emails: [] } as const;
    const phones = copiedNumbers.map((phone, index) => ({ phone, number: String(5_001 + index) }));
    const numbers = copiedPersonnummer.map((personnummer, index) => ({ personnummer, number: String(6_001 + index) }));
    const { fieldsOf, search } = await packageOf(
      ({ hubspot, fortnox }) => {
        for (const { phone, number } of phones) {
          const person = { ...nobodysAddress, familyName: `Stavad ${number}`, phone: testPerson.phone };
          hubspot.plant({ ...person, spelled: { phone } });
          fortnox.plant({ ...person, customerNumber: number, spelled: { phone } });
        }
        for (const { personnummer, number } of numbers)
          fortnox.plant({
            ...nobodysAddress,
            familyName: `Stavad ${number}`,
            personnummer: testPerson.personnummer,
            customerNumber: number,
            spelled: { personnummer },
          });
        fortnox.plant({
          givenName: 'Åsa',
          familyName: 'Flera',
          emails: ['bokning@butiken.example'],
          customerNumber: '7001',
          spelled: { email: 'Bokningen <bokning@butiken.example>; Asa.Berg@example.org' },
        });
        const several = ['bokning@butiken.example', 'bokning2@butiken.example', 'asa.berg@example.org'];
        hubspot.plant({ givenName: 'Åsa', familyName: 'Flera', emails: several });
        hubspot.plant(testPerson);
        fortnox.plant(testPerson);
      },
      ({ value }) => value === testPerson.personnummer || value === testPerson.phone || undefined,
      { systems: ['hubspot', 'fortnox'] },
    );
    const contacts = fieldsOf('hubspot', 'contact').map(({ lastname }) => lastname);
    const customers = fieldsOf('fortnox', 'customer').map(({ CustomerNumber }) => CustomerNumber);
    for (const { phone, number } of phones) expect(contacts, JSON.stringify(phone)).toContain(`Stavad ${number}`);
    // The search finds each of these by its telephone. They are different customers, so nobody knows whether they are
    // one person.
    expect(disputedOf(search, 'fortnox')).toBe(phones.length);
    for (const { personnummer, number } of numbers) expect(customers, JSON.stringify(personnummer)).toContain(number);
    expect(contacts).toContain('Flera');
    expect(customers).toContain('7001');
  }, 600_000);

  it('no longer contains records that were tied only by an identifier that staff accepted and later rejected', async () => {
    // The person's own address in one system ties a separate customer record in the other system.
    const [, second] = testPerson.emails;
    const customers = async (rejected: boolean) => {
      const { fieldsOf, search } = await packageOf(
        ({ hubspot, fortnox }) => {
          hubspot.plant(testPerson);
          fortnox.plant(testPerson);
        },
        ({ value }) => value === second || undefined,
        { systems: ['hubspot', 'fortnox'], rejectedAfterwards: ({ value }) => rejected && value === second },
      );
      const { replies } = search.systems.find(({ id }) => id === 'fortnox')!;
      expect(replies.map(({ wave }) => wave)).toEqual([1, 2]);
      return [fieldsOf('fortnox', 'customer'), fieldsOf('fortnox', 'invoice')].map((all) => [
        ...new Set(all.map(({ CustomerNumber }) => CustomerNumber)),
      ]);
    };
    const both = await customers(false);
    expect(both).toEqual([
      ['10', expect.stringMatching(/^\d{5}$/)],
      ['10', both[0]![1]],
    ]);
    expect(await customers(true)).toEqual([['10'], ['10']]);
  }, 600_000);

  it.each([
    ['an address for invoices', { EmailInvoice: 'asa.berg@example.org' }, true],
    ['a telephone', { Phone1: '070-174 06 10' }, true],
    ['an address for invoices', { EmailInvoice: 'asa.berg@example.org' }, false],
    ['a telephone', { Phone1: '070-174 06 10' }, false],
    ['an address for offers', { EmailOffer: 'Asa.Berg@example.org; kontoret@example.net' }, false],
  ])(
    'leaves out another customer, and that customer’s invoices, whom only %s ties to the person (%o, a customer too: %s)',
    async (_, more, isCustomerToo) => {
      const { fieldsOf, text, search, manifest } = await packageOf(
        ({ fortnox, hubspot }) => {
          hubspot.plant(testPerson);
          fortnox.plant({ givenName: 'Klara', familyName: 'Alm', emails: [], customerNumber: '777' });
          if (isCustomerToo) fortnox.plant({ ...testPerson, personnummer: '' });
          answerWith(fortnox, /\/3\/customers\/777$/, {
            Customer: { CustomerNumber: '777', Name: 'Klara Alm', ...more },
          });
          const Customers = [{ CustomerNumber: '777' }, ...(isCustomerToo ? [{ CustomerNumber: '10' }] : [])];
          answerWith(fortnox, /\/3\/customers$/, {
            MetaInformation: { '@TotalResources': Customers.length, '@TotalPages': 1, '@CurrentPage': 1 },
            Customers,
          });
        },
        ({ kind }) => kind === 'phone' || undefined,
        { systems: ['fortnox', 'hubspot'] },
      );
      if (isCustomerToo) {
        expect(fieldsOf('fortnox', 'customer').map(({ CustomerNumber }) => CustomerNumber)).toEqual(['10']);
        expect(new Set(fieldsOf('fortnox', 'invoice').map(({ CustomerNumber }) => CustomerNumber))).toEqual(
          new Set(['10']),
        );
      } else expect(text).toContain('hittade 1 post som kan handla om dig.');
      expect(manifest.systems.map(({ id, outcome }) => [id, outcome])).toEqual([
        ['fortnox', isCustomerToo ? 'found' : 'nothing-held'],
        ['hubspot', 'found'],
      ]);
      expect(text).not.toContain('klara alm');
      expect(text).not.toContain('"777"');
      expect(disputedOf(search, 'fortnox')).toBe(1);
    },
    600_000,
  );

  it('contains no record with a personnummer if records of two systems have different ones, and nobody knows which is the person’s', async () => {
    const plantBoth = ({ fortnox, scrive, hubspot }: Readonly<Record<SystemId, Fake>>) => {
      const shared = { emails: ['asa.berg@example.org'], phone: '+46701740612' };
      fortnox.plant({ ...shared, givenName: 'Åsa', familyName: 'Berg', personnummer: testPerson.personnummer });
      scrive.plant({ ...shared, givenName: 'Bo', familyName: 'Ek', personnummer: bo.personnummer! });
      hubspot.plant(testPerson);
    };
    const systems = ['fortnox', 'scrive', 'hubspot'] as const;
    const { text, manifest, search } = await packageOf(plantBoth, () => undefined, { systems });
    for (const one of ['18900101-9802', '189001019802', '19801231']) expect(text).not.toContain(one);
    expect(manifest.systems.map(({ outcome }) => outcome)).toEqual(['nothing-held', 'nothing-held', 'found']);
    for (const id of ['fortnox', 'scrive'] as const) expect(disputedOf(search, id)).toBeGreaterThan(0);
    expect(disputedOf(search, 'hubspot')).toBe(0);
    expect(text).toContain('poster som kan handla om dig.');
    expect(text).not.toContain('inga uppgifter om dig');
    for (const { id, disputed } of manifest.systems)
      expect(`${id} ${disputed}`).toBe(`${id} ${disputedOf(search, id)}`);

    // Staff decide which one is right. The other record is then left out.
    const decided = await packageOf(plantBoth, ({ value }) => value === testPerson.personnummer || undefined, {
      systems,
    });
    expect(decided.manifest.systems.map(({ outcome }) => outcome)).toEqual(['found', 'nothing-held', 'found']);
    expect(decided.text).not.toContain('19801231');
  }, 600_000);
});
